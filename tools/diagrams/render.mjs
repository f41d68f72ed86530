// Draws each diagram into docs/images as SVG. With --png FOLDER it also writes a picture of it
// there, twice the size, to look at.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { pageScript } from './bundled.mjs';
import { bpmnFiles, repository } from './files.mjs';

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
  await page.addScriptTag({ content: await pageScript('diagram-viewer.mjs', 'viewer') });
  for (const file of await bpmnFiles()) {
    const svg = withFixedIds(await page.evaluate(xml => window.viewer.draw(xml), file.text));
    await writeFile(join(images, `${file.name}.svg`), svg);
    if (pngFolder) {
      await writePicture(browser, svg, join(pngFolder, `${file.name}.png`));
    }
    console.log(file.name);
  }
} finally {
  await browser.close();
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
