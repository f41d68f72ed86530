// Camunda Modeler's own way with element templates, without a window. The libraries are made for
// bundlers and not for Node.js, so this file is bundled before it runs; see applied-templates.mjs.

import { CloudElementTemplatesCoreModule } from 'bpmn-js-element-templates/core';
import Modeler from 'bpmn-js-headless/lib/Modeler';
import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import modelerModdle from 'modeler-moddle/resources/modeler.json';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** Labels stay where the diagram has them: without a window nobody can measure text. */
const labelsAsDrawn = {
  textRenderer: ['value', { getExternalLabelBounds: bounds => bounds, getLayoutedBounds: bounds => bounds }],
};

/**
 * Applies templates as a designer does who drops them on elements.
 *
 * @param chosen element id to template
 * @return the diagram as Modeler saves it
 */
export async function applyTemplates(xml, chosen) {
  const modeler = new Modeler({
    additionalModules: [labelsAsDrawn, CloudElementTemplatesCoreModule, ZeebeBehaviorsModule],
    moddleExtensions: { modeler: modelerModdle, zeebe: zeebeModdle },
  });
  await modeler.importXML(xml);
  modeler.on('elementTemplates.errors', ({ errors }) => {
    throw new Error(errors[0].message);
  });
  for (const [id, template] of chosen) {
    modeler.get('elementTemplatesLoader').setTemplates([template]);
    const elementTemplates = modeler.get('elementTemplates');
    elementTemplates.applyTemplate(
      modeler.get('elementRegistry').get(id),
      elementTemplates.get(template.id, template.version),
    );
  }
  return (await modeler.saveXML({ format: true })).xml;
}
