import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const asText = { bundle: true, write: false, logLevel: 'error', absWorkingDir: here };

/** Imports a file that uses libraries which are made for bundlers and not for Node.js. */
export async function importBundled(entry) {
  const { outputFiles } = await build({ ...asText, entryPoints: [entry], platform: 'node', format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** A script for a page; what the file exports is there under the name. */
export async function pageScript(entry, globalName) {
  const { outputFiles } = await build({ ...asText, entryPoints: [entry], platform: 'browser', globalName });
  return outputFiles[0].text;
}
