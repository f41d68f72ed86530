import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const schema = async path => JSON.parse(await readFile(require.resolve(path), 'utf8'));

/** Reads and writes BPMN as Camunda Modeler does. */
export const moddle = new BpmnModdle({
  modeler: await schema('modeler-moddle/resources/modeler.json'),
  zeebe: await schema('zeebe-bpmn-moddle/resources/zeebe.json'),
});
