// Makes a Camunda Modeler template of a definition.

import { errors, fields, orEmpty, results } from './fields.mjs';
import { icon } from './icons.mjs';

// By this value Modeler tells a Camunda 8 template from others; nothing is fetched.
const schema = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json';

const groups = { input: 'Input', timeLimits: 'Time limits', output: 'Output', errorHandling: 'Error handling and retries' };
const emptyInTask = 'An empty field takes the process variable of the same name, where there is one.';
const emptyInCall = 'The called process gets these variables and no others.';

/** A service task that a worker of ours does. */
export function taskTemplate(task) {
  const tooltips = { input: emptyInTask, timeLimits: emptyInTask };
  return template(task, task.jobType.replace('flighthub.', ''), 'bpmn:ServiceTask', tooltips, [
    hidden(task.jobType, { type: 'zeebe:taskDefinition', property: 'type' }),
    ...inputs(task),
    ...outputs(task),
    {
      id: 'retries',
      label: 'Tries',
      description:
        'How often it is tried, with growing pauses, before an operator is asked. ' + businessErrors(task.errors),
      type: 'String',
      feel: 'optional',
      value: String(task.retries ?? 8),
      constraints: { notEmpty: true, pattern: { value: '^[1-9]\\d?$', message: 'must be a number from 1 to 99.' } },
      group: 'errorHandling',
      binding: { type: 'zeebe:taskDefinition', property: 'retries' },
    },
  ]);
}

/** A call activity that calls a process of ours, with no other variables than the mapped ones. */
export function processTemplate(process) {
  const called = property => ({ type: 'zeebe:calledElement', property });
  const tooltips = { input: emptyInCall, timeLimits: emptyInCall, output: process.ending };
  return template(process, process.processId, 'bpmn:CallActivity', tooltips, [
    hidden(process.processId, called('processId')),
    hidden(false, called('propagateAllChildVariables')),
    hidden(false, called('propagateAllParentVariables')),
    ...inputs(process),
    ...outputs(process),
  ]);
}

function template(definition, id, elementType, tooltips, properties) {
  const used = new Set(properties.map(property => property.group));
  return {
    $schema: schema,
    name: `FlightHub: ${definition.name}`,
    id: `io.flighthubcamunda.${id}`,
    version: definition.version ?? 1,
    description: definition.description,
    keywords: ['flighthub', 'dji', 'drone', ...definition.keywords],
    category: { id: 'flighthub', name: 'FlightHub' },
    appliesTo: ['bpmn:Task', ...(elementType === 'bpmn:CallActivity' ? [elementType] : [])],
    elementType: { value: elementType },
    engines: { camunda: '^8.6' },
    icon: { contents: icon(definition.icon) },
    groups: Object.entries(groups)
      .filter(([group]) => used.has(group))
      .map(([group, label]) => ({
        id: group,
        label,
        ...(tooltips[group] && { tooltip: tooltips[group] }),
        openByDefault: group === 'input',
      })),
    properties,
  };
}

const hidden = (value, binding) => ({ type: 'Hidden', value, binding });

function inputs({ takes, defaults = {}, describe = {} }) {
  return takes.map(entry => {
    const name = entry.replace('*', '');
    const required = entry !== name;
    const { group = 'input', constraints, ...field } = fields[name];
    const value = defaults[name] ?? field.value ?? (required ? `=${name}` : undefined);
    // A box or a list always has a value, so its mapping is always there.
    const optional = !required && !['Boolean', 'Dropdown'].includes(field.type);
    return {
      id: name,
      ...field,
      description: describe[name] ?? field.description,
      ...(value === undefined ? {} : { value }),
      ...(optional && { optional }),
      ...((required || constraints) && { constraints: { notEmpty: required, ...constraints } }),
      group,
      binding: { type: 'zeebe:input', name },
    };
  });
}

function outputs({ gives }) {
  return gives.map(name => ({
    id: `${name}Output`,
    label: `Variable for ${words(name)}`,
    description: `Content: ${results[name]}.`,
    type: 'String',
    value: name,
    optional: true,
    constraints: {
      notEmpty: false,
      pattern: {
        value: orEmpty('[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*'),
        message: 'must be the name of a process variable: letters, digits and underscores.',
      },
    },
    group: 'output',
    binding: { type: 'zeebe:output', source: `=${name}` },
  }));
}

/** imageSetName becomes "image set name", resourceUuid "resource UUID". */
const words = name => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`).replace('uuid', 'UUID');

function businessErrors(codes) {
  if (codes.length === 0) {
    return 'It throws no BPMN error.';
  }
  const list = codes.map(code => `${code} (${errors[code]})`).join(', ');
  return `BPMN errors for a boundary event, each with the variable failure: ${list}.`;
}
