// Writes diagrams, decisions and forms as Camunda Modeler would save them, so that the first change
// made there shows that change alone. With --check it only tells which files differ.

import { writeFile } from 'node:fs/promises';
import { bpmnFiles, dmnFiles, formFiles } from './files.mjs';
import { complain } from './findings.mjs';
import { bpmn, dmn } from './moddle.mjs';

const checkOnly = process.argv.includes('--check');

for (const file of await bpmnFiles()) {
  await keep(file, await saved(file, bpmn, 'bpmn:Definitions'));
}
for (const file of await dmnFiles()) {
  await keep(file, await saved(file, dmn, 'dmn:Definitions'));
}
for (const file of await formFiles()) {
  await keep(file, JSON.stringify(JSON.parse(file.text), null, 2));
}

async function saved({ name, text }, moddle, type) {
  const { rootElement, warnings } = await moddle.fromXML(text, type);
  warnings.forEach(({ message }) => complain(`${name}: ${message}`));
  // What the reader did not understand would be lost.
  return warnings.length > 0 ? text : (await moddle.toXML(rootElement, { format: true })).xml;
}

async function keep({ name, path, text }, asSaved) {
  if (text !== asSaved && checkOnly) {
    complain(`${name}: not as Camunda Modeler would save it; run: npm run format`);
  } else if (text !== asSaved) {
    await writeFile(path, asSaved);
    console.log(`${name}: written`);
  }
}
