// Writes each diagram as Camunda Modeler would save it, so that the first change made there
// shows that change alone. With --check it only tells which files differ.

import { writeFile } from 'node:fs/promises';
import { bpmnFiles } from './files.mjs';
import { moddle } from './moddle.mjs';

const checkOnly = process.argv.includes('--check');

for (const file of await bpmnFiles()) {
  const { rootElement, warnings } = await moddle.fromXML(file.text);
  const { xml } = await moddle.toXML(rootElement, { format: true });
  warnings.forEach(warning => console.error(`${file.name}: ${warning.message}`));
  if (warnings.length > 0) {
    process.exitCode = 1;
  } else if (xml !== file.text && checkOnly) {
    console.error(`${file.name}: not as Camunda Modeler would save it; run: npm run format`);
    process.exitCode = 1;
  } else if (xml !== file.text) {
    await writeFile(file.path, xml);
    console.log(`${file.name}: written`);
  }
}
