// Writes each diagram as Camunda Modeler would save it, so that the first change made there
// shows that change alone. With --check it only tells which files differ.

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { bpmnFiles } from './files.mjs';

const require = createRequire(import.meta.url);
const schema = async path => JSON.parse(await readFile(require.resolve(path), 'utf8'));

const moddle = new BpmnModdle({
  modeler: await schema('modeler-moddle/resources/modeler.json'),
  zeebe: await schema('zeebe-bpmn-moddle/resources/zeebe.json'),
});
const checkOnly = process.argv.includes('--check');

for (const file of await bpmnFiles()) {
  const { rootElement, warnings } = await moddle.fromXML(file.xml);
  const { xml } = await moddle.toXML(rootElement, { format: true });
  warnings.forEach(warning => console.error(`${file.name}: ${warning.message}`));
  if (warnings.length > 0) {
    process.exitCode = 1;
  } else if (xml !== file.xml && checkOnly) {
    console.error(`${file.name}: not as Camunda Modeler would save it; run: npm run format`);
    process.exitCode = 1;
  } else if (xml !== file.xml) {
    await writeFile(file.path, xml);
    console.log(`${file.name}: written`);
  }
}
