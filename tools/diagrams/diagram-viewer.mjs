// Runs in a page of the browser that draws.

import ElementTemplateIconRenderer from '@bpmn-io/element-template-icon-renderer';
import Viewer from 'bpmn-js/lib/NavigatedViewer';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** The diagram as SVG, with the icons of its templates, as Camunda Modeler shows it. */
export async function draw(xml) {
  const viewer = new Viewer({
    container: '#canvas',
    additionalModules: [ElementTemplateIconRenderer],
    moddleExtensions: { zeebe: zeebeModdle },
  });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length > 0) {
    throw new Error(warnings.map(warning => warning.message).join('\n'));
  }
  const { svg } = await viewer.saveSVG();
  viewer.destroy();
  return svg;
}
