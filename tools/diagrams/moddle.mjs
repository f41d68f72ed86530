import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);
const schema = async path => JSON.parse(await readFile(require.resolve(path), 'utf8'));

/** Reads and writes diagrams as Camunda Modeler does. */
export const bpmn = new BpmnModdle({
  modeler: await schema('modeler-moddle/resources/modeler.json'),
  zeebe: await schema('zeebe-bpmn-moddle/resources/zeebe.json'),
});

/** Reads and writes decisions as Camunda Modeler does. */
export const dmn = new DmnModdle({
  modeler: await schema('modeler-moddle/resources/dmn-modeler.json'),
  zeebe: await schema('zeebe-dmn-moddle/resources/zeebe.json'),
});
