// Draws each diagram into docs/images as SVG. With --png FOLDER it also writes a picture of it
// there, twice the size, to look at.

import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { bpmnFiles, repository } from './files.mjs';

const require = createRequire(import.meta.url);
const pngOption = process.argv.indexOf('--png');
const pngFolder = pngOption > 0 ? process.argv[pngOption + 1] : undefined;
const images = join(repository, 'docs', 'images');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  await mkdir(images, { recursive: true });
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent('<div id="canvas" style="width: 2000px; height: 1000px"></div>');
  await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
  for (const file of await bpmnFiles()) {
    const svg = withFixedIds(await page.evaluate(draw, file.text));
    await writeFile(join(images, `${file.name}.svg`), svg);
    if (pngFolder) {
      await writePicture(browser, svg, join(pngFolder, `${file.name}.png`));
    }
    console.log(file.name);
  }
} finally {
  await browser.close();
}

/** Runs in the page. */
async function draw(xml) {
  const viewer = new window.BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length > 0) {
    throw new Error(warnings.map(warning => warning.message).join('\n'));
  }
  const { svg } = await viewer.saveSVG();
  viewer.destroy();
  return svg;
}

/** Arrow heads get an id by chance; numbered ones give the same picture for the same diagram. */
function withFixedIds(svg) {
  const ids = [...new Set([...svg.matchAll(/<marker[^>]* id="([^"]+)"/g)].map(match => match[1]))];
  return ids.reduce((text, id, index) => text.replaceAll(id, `marker-${index + 1}`), svg);
}

async function writePicture(browser, svg, path) {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent(`<body style="margin: 20px; background: white">${svg.slice(svg.indexOf('<svg'))}</body>`);
  await page.locator('svg').first().screenshot({ path });
  await page.close();
}
