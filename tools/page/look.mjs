// Opens every page of a folder from the disk, on a telephone and on a desk, light, dark and printed, and complains
// about whatever a person would: requests, errors, a page wider than the screen, a picture without words.
// usage: node look.mjs FOLDER-WITH-PAGES FOLDER-FOR-SCREENSHOTS
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const SCREENS = [
  { name: 'telephone', width: 360, height: 740, colorScheme: 'light' },
  { name: 'telephone-dark', width: 360, height: 740, colorScheme: 'dark' },
  { name: 'desk', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'desk-dark', width: 1280, height: 900, colorScheme: 'dark' },
];

const [pagesFolder, seenFolder] = process.argv.slice(2).map((argument) => resolve(argument));
const pages = existsSync(pagesFolder)
  ? (await readdir(pagesFolder)).filter((name) => name.endsWith('.html')).sort()
  : [];
if (pages.length === 0) {
  console.error(`No page lies in ${pagesFolder}: run "mvn test -Dtest=ImageSetPageTest" first.`);
  process.exit(1);
}
await mkdir(seenFolder, { recursive: true });

const profile = await mkdtemp(join(tmpdir(), 'pages-'));
const complaints = [];
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run',
    '--disable-component-update', '--disable-sync',
  ],
});
try {
  for (const page of pages) {
    for (const screen of SCREENS) {
      await look(page, screen);
    }
    await print(page);
  }
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
complaints.forEach((complaint) => console.error(complaint));
console.log(`${pages.length} pages looked at, ${complaints.length} complaints; screenshots in ${seenFolder}`);
process.exit(complaints.length === 0 ? 0 : 1);

async function open(page, screen) {
  const where = `${page} (${screen.name})`;
  const tab = await browser.newPage();
  const url = pathToFileURL(join(pagesFolder, page)).href;
  tab.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) {
      complaints.push(`${where}: asks for ${request.url()}`);
    }
  });
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`${where}: ${message.text()}`);
    }
  });
  tab.on('pageerror', (error) => complaints.push(`${where}: ${error.message}`));
  tab.on('dialog', async (dialog) => {
    complaints.push(`${where}: a script ran and said "${dialog.message()}"`);
    await dialog.dismiss();
  });
  await tab.setViewportSize({ width: screen.width, height: screen.height });
  await tab.emulateMedia({ colorScheme: screen.colorScheme });
  await tab.goto(url, { waitUntil: 'load' });
  return tab;
}

async function look(page, screen) {
  const tab = await open(page, screen);
  const where = `${page} (${screen.name})`;
  const seen = await tab.evaluate(inspect);
  if (seen.wide > 0) complaints.push(`${where}: ${seen.wide} px wider than the screen`);
  if (seen.scripts > 0) complaints.push(`${where}: ${seen.scripts} scripts`);
  if (seen.wordless > 0) complaints.push(`${where}: ${seen.wordless} pictures without words`);
  if (seen.broken > 0) complaints.push(`${where}: ${seen.broken} broken pictures`);
  if (seen.plain) complaints.push(`${where}: the style sheet was not applied`);
  if (seen.headless > 0) complaints.push(`${where}: ${seen.headless} table headers without scope`);
  if (seen.palest < 4.5) complaints.push(`${where}: contrast of only ${seen.palest.toFixed(2)} in "${seen.paleText}"`);
  if (seen.titles !== 1) complaints.push(`${where}: ${seen.titles} main headings`);
  await tab.screenshot({ path: join(seenFolder, `${basename(page, '.html')}-${screen.name}.png`), fullPage: true });
  await tab.close();
}

// Runs in the page.
function inspect() {
  const pictures = [...document.images];
  const drawings = [...document.querySelectorAll('svg:not([aria-hidden]):not([aria-label])')];
  let palest = 21;
  let paleText = '';
  for (const element of document.querySelectorAll('body *:not(svg *)')) {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent.trim()).join('');
    if (text) {
      const ratio = contrast(luminance(getComputedStyle(element).color), luminance(background(element)));
      if (ratio < palest) {
        palest = ratio;
        paleText = text.slice(0, 40);
      }
    }
  }
  return {
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    scripts: document.scripts.length,
    wordless: pictures.filter((picture) => !picture.alt).length + drawings.length,
    broken: pictures.filter((picture) => picture.naturalWidth === 0).length,
    plain: getComputedStyle(document.body).maxWidth !== '1100px',
    headless: [...document.querySelectorAll('th')].filter((head) => !head.scope).length,
    titles: document.querySelectorAll('h1').length,
    palest,
    paleText,
  };

  function background(element) {
    for (let above = element; above; above = above.parentElement) {
      const colour = getComputedStyle(above).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') return colour;
    }
    return 'rgb(255, 255, 255)';
  }

  // After WCAG 2.
  function luminance(colour) {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => value / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }
}

async function print(page) {
  const tab = await open(page, { ...SCREENS[2], name: 'print' });
  await tab.pdf({ path: join(seenFolder, `${basename(page, '.html')}.pdf`), preferCSSPageSize: true, printBackground: true });
  await tab.close();
}
