// Draws each diagram into docs/images as SVG, and each decision table as PNG. With --png FOLDER it
// also writes a picture of each diagram there, twice the size, to look at.

import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { pageScript } from './bundled.mjs';
import { bpmnFiles, dmnFiles, repository } from './files.mjs';

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
  await drawDiagrams(await bpmnFiles());
  await drawDecisions(await dmnFiles());
} finally {
  await browser.close();
}

async function drawDiagrams(files) {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent('<div id="canvas" style="width: 2000px; height: 1000px"></div>');
  await page.addScriptTag({ content: await pageScript('diagram-viewer.mjs', 'viewer') });
  for (const { name, text } of files) {
    const svg = withFixedIds(await page.evaluate(xml => window.viewer.draw(xml), text));
    await writeFile(join(images, `${name}.svg`), svg);
    if (pngFolder) {
      await writePicture(svg, join(pngFolder, `${name}.png`));
    }
    console.log(name);
  }
}

async function drawDecisions(files) {
  const page = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: 1600, height: 900 } });
  for (const { name, text } of files) {
    await page.setContent('<div id="canvas" style="width: 1600px; height: 900px; font-family: sans-serif"></div>');
    for (const style of ['dmn-js-shared', 'dmn-js-decision-table']) {
      await page.addStyleTag({ path: require.resolve(`dmn-js/dist/assets/${style}.css`) });
    }
    await page.addScriptTag({ path: require.resolve('dmn-js/dist/dmn-viewer.production.min.js') });
    await page.evaluate(showTable, text);
    await page.locator('.tjs-container table').screenshot({ path: join(images, `${name}.png`) });
    console.log(name);
  }
}

/** Runs in the page. */
async function showTable(xml) {
  const viewer = new window.DmnJS({ container: '#canvas' });
  await viewer.importXML(xml);
  await viewer.open(viewer.getViews().find(({ type }) => type === 'decisionTable'));
}

/** Arrow heads get an id by chance; numbered ones give the same picture for the same diagram. */
function withFixedIds(svg) {
  const ids = [...new Set([...svg.matchAll(/<marker[^>]* id="([^"]+)"/g)].map(match => match[1]))];
  return ids.reduce((text, id, index) => text.replaceAll(id, `marker-${index + 1}`), svg);
}

async function writePicture(svg, path) {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent(`<body style="margin: 20px; background: white">${svg.slice(svg.indexOf('<svg'))}</body>`);
  await page.locator('svg').first().screenshot({ path });
  await page.close();
}
