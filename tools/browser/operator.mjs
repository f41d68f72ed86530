// Plays an operator before a real Camunda: looks at instances in Operate, resolves an incident, cancels, starts a
// reconstruction in Tasklist by its form, answers there what people are asked, and reconciles what was cancelled in
// Operate. Each step leaves a screenshot and says how long it took.
//
//   cd tools/browser && npm ci && npm test

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { repository, say } from '../local.mjs';
import { Journey } from './journey.mjs';
import { Stage } from './stage.mjs';

const pictures = join(repository, 'target', 'browser');
await mkdir(pictures, { recursive: true });
const profile = await mkdtemp(join(tmpdir(), 'operator-'));
const begin = Date.now();
const stage = await Stage.start();
say(`Camunda, workers and simulator are there${since(begin)}`);
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  viewport: { width: 1440, height: 900 },
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run',
    '--disable-component-update', '--disable-sync', '--disable-quic',
  ],
});
const page = browser.pages()[0] ?? await browser.newPage();
page.setDefaultTimeout(60_000);
const journey = new Journey(stage, page, pictures);

let looking = '';
try {
  for (const [what, play] of journey.steps()) {
    looking = what;
    const beginOfStep = Date.now();
    await play();
    say(`Looked at ${what}${since(beginOfStep)}`);
  }
  say(`All seen${since(begin)}. ${journey.taken} screenshots are in target/browser.`);
} catch (error) {
  await journey.picture('failed').catch(() => {});
  console.error(`Stopped at ${looking}: ${error.message.split('\n')[0]} The last screenshot in target/browser shows what was there.`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await stage.close();
  await rm(profile, { recursive: true, force: true });
}

function since(time) {
  return ` (${((Date.now() - time) / 1000).toFixed(1)} s)`;
}
