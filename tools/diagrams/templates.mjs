// Writes element-templates/*.json from their definitions. With --check it only tells which files
// differ, which should not be there, and what Camunda's validator says.

import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { repository } from './files.mjs';
import { complain } from './findings.mjs';
import { processes, tasks } from './templates/definitions.mjs';
import { processTemplate, taskTemplate } from './templates/template.mjs';

const folder = join(repository, 'element-templates');
const checkOnly = process.argv.includes('--check');
const wanted = new Map([
  ...tasks.map(task => [`${task.jobType}.json`, taskTemplate(task)]),
  ...processes.map(called => [`${called.processId}.json`, processTemplate(called)]),
]);

// Findings of the validator that do not hold for us.
const unfounded = [
  // True for Camunda 8.8; but 8.6 and 8.7 refuse an input mapping without a source.
  "'optional' with 'zeebe:input' binding is deprecated",
  // Said of any value of a field that requires an expression, even when it is one.
  'Value is deprecated',
];

await mkdir(folder, { recursive: true });
const there = (await readdir(folder)).filter(name => name.endsWith('.json'));
for (const name of there.filter(name => !wanted.has(name))) {
  await (checkOnly ? complain(`${name}: has no definition`) : unlink(join(folder, name)));
}
for (const [name, template] of wanted) {
  const { errors, warnings } = validateZeebe(template);
  [...(errors ?? []), ...(warnings ?? [])]
    .filter(({ message }) => !unfounded.some(start => message.startsWith(start)))
    .forEach(({ message, instancePath }) => complain(`${name}: ${message} at ${instancePath}`));
  const text = `${JSON.stringify(template, null, 2)}\n`;
  if (!checkOnly) {
    await writeFile(join(folder, name), text);
  } else if (!there.includes(name) || (await readFile(join(folder, name), 'utf8')) !== text) {
    complain(`${name}: not as its definition says; run: npm run templates`);
  }
}
