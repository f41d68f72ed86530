// Lints decisions and forms, and holds together what the diagrams call by name: every called
// process, decision and form is a file of that name.

import { createRequire } from 'node:module';
import { Linter as DecisionLinter } from 'dmnlint';
import NodeResolver from 'dmnlint/lib/resolver/node-resolver.js';
import { importBundled } from './bundled.mjs';
import { bpmnFiles, dmnFiles, formFiles } from './files.mjs';
import { complain } from './findings.mjs';
import { bpmn, dmn } from './moddle.mjs';

const { FormLinter } = await importBundled(createRequire(import.meta.url).resolve('@camunda/form-linting'));
const decisionLinter = new DecisionLinter({ resolver: new NodeResolver() });
const decisionRules = { extends: 'dmnlint:recommended' };

const [diagrams, decisions, forms] = await Promise.all([bpmnFiles(), dmnFiles(), formFiles()]);

for (const { name, text } of decisions) {
  const { rootElement, warnings } = await dmn.fromXML(text, 'dmn:Definitions');
  warnings.forEach(({ message }) => complain(`${name}: ${message}`));
  const findings = await decisionLinter.lint(rootElement, decisionRules);
  Object.values(findings).flat().forEach(({ id, message }) => complain(`${name}: ${id}: ${message}`));
  if (!rootElement.drgElement.some(({ id }) => id === name)) {
    complain(`${name}: no decision in it has the id that the file is named after`);
  }
}

for (const { name, text } of forms) {
  const form = JSON.parse(text);
  new FormLinter().lint(form).forEach(({ id, message }) => complain(`${name}: ${id}: ${message}`));
  if (form.id !== name) {
    complain(`${name}: the form has another id than its file: ${form.id}`);
  }
}

const known = {
  'zeebe:CalledElement': ['processId', diagrams],
  'zeebe:CalledDecision': ['decisionId', decisions],
  'zeebe:FormDefinition': ['formId', forms],
};
for (const { name, text } of diagrams) {
  const { elementsById } = await bpmn.fromXML(text);
  for (const { id, extensionElements } of Object.values(elementsById)) {
    for (const extension of extensionElements?.values ?? []) {
      const [attribute, files] = known[extension.$type] ?? [];
      if (attribute && !files.some(file => file.name === extension.get(attribute))) {
        complain(`${name}: ${id} names ${attribute} ${extension.get(attribute)}, which no file is named after`);
      }
    }
  }
}
