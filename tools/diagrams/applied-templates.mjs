// Checks that each element with a template is what Camunda Modeler makes of an empty element when a
// designer drops the template on it and fills the form with the element's values.

import { readFile } from 'node:fs/promises';
import { importBundled } from './bundled.mjs';
import { bpmnFiles, templateFiles } from './files.mjs';
import { complain } from './findings.mjs';
import { bpmn } from './moddle.mjs';

const ofTemplate = ['zeebe:TaskDefinition', 'zeebe:IoMapping', 'zeebe:CalledElement'];

const templates = new Map();
for (const path of await templateFiles()) {
  const template = JSON.parse(await readFile(path, 'utf8'));
  templates.set(`${template.id} ${template.version}`, template);
}
const { applyTemplates } = await importBundled('headless-modeler.mjs');

for (const { name, text: xml } of await bpmnFiles()) {
  const { rootElement, elementsById } = await bpmn.fromXML(xml);
  const chosen = new Map();
  for (const element of Object.values(elementsById).filter(element => element.modelerTemplate)) {
    const key = `${element.modelerTemplate} ${element.modelerTemplateVersion}`;
    if (templates.has(key)) {
      const template = filled(templates.get(key), element);
      template.properties.forEach(property => checkValue(`${name}: ${element.id}`, property));
      chosen.set(element.id, template);
      makeEmpty(element);
    } else {
      complain(`${name}: ${element.id} uses ${key}, which is no template of ours`);
    }
  }
  if (chosen.size > 0) {
    const empty = (await bpmn.toXML(rootElement, { format: true })).xml;
    compare(name, xml, await applyTemplates(empty, chosen));
  }
}

/** The template with the values of an element as its own. */
function filled(template, element) {
  const properties = template.properties.map(property =>
    property.type === 'Hidden' ? property : withValue(property, valueOf(property.binding, element)),
  );
  return { ...template, properties };
}

function withValue({ value: _, ...property }, value) {
  return value === undefined ? property : { ...property, value };
}

function valueOf(binding, element) {
  const extension = type => element.extensionElements?.values.find(({ $type }) => $type === type);
  const mapping = extension('zeebe:IoMapping');
  switch (binding.type) {
    case 'zeebe:input':
      return mapping?.inputParameters?.find(({ target }) => target === binding.name)?.source;
    case 'zeebe:output':
      return mapping?.outputParameters?.find(({ source }) => source === binding.source)?.target;
    case 'zeebe:taskDefinition':
      return extension('zeebe:TaskDefinition')?.get(binding.property);
    default:
      throw new Error(`No value is known of a binding of type ${binding.type}`);
  }
}

/** What the form would mark red. */
function checkValue(where, { id, value, feel, constraints = {}, choices }) {
  const { notEmpty, pattern } = constraints;
  const plain = !(feel && value?.startsWith('='));
  if (notEmpty && !value) {
    complain(`${where}: ${id} is empty`);
  } else if (value && plain && pattern && !new RegExp(pattern.value).test(value)) {
    complain(`${where}: ${id} is ${value}, but ${pattern.message}`);
  } else if (value && choices && !choices.some(choice => choice.value === value)) {
    complain(`${where}: ${id} is ${value}, which is no choice`);
  }
}

function makeEmpty(element) {
  const extensions = element.extensionElements;
  extensions.values = extensions.values.filter(({ $type }) => !ofTemplate.includes($type));
  if (element.$instanceOf('bpmn:CallActivity')) {
    // Modeler draws none without it.
    extensions.values.unshift(bpmn.create('zeebe:CalledElement', { propagateAllChildVariables: false }));
  }
  if (extensions.values.length === 0) {
    element.extensionElements = undefined;
  }
  ['modelerTemplate', 'modelerTemplateVersion', 'modelerTemplateIcon'].forEach(name => {
    element.set(`zeebe:${name}`, undefined);
  });
}

function compare(name, actual, expected) {
  const wanted = expected.split('\n');
  const line = actual.split('\n').findIndex((text, index) => text !== wanted[index]);
  if (line >= 0 || actual.length !== expected.length) {
    complain(`${name}, line ${line + 1}: not as Camunda Modeler applies the template; it would write\n${wanted[line]}`);
  }
}
