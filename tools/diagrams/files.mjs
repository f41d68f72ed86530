import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The diagrams of the repository, by name: the file name, which is the process id too. */
export const bpmnFiles = () => models('.bpmn');

/** The decisions of the repository, by name: the file name, which is the decision id too. */
export const dmnFiles = () => models('.dmn');

/** The forms of the repository, by name: the file name, which is the form id too. */
export const formFiles = () => models('.form');

/** Paths of the element templates. */
export const templateFiles = () => filesBelow('element-templates', '.json');

async function models(ending) {
  const paths = await filesBelow('bpmn', ending);
  return Promise.all(
    paths.map(async path => ({ name: basename(path, ending), path, text: await readFile(path, 'utf8') })),
  );
}

async function filesBelow(folder, ending) {
  const root = join(repository, folder);
  const names = await readdir(root, { recursive: true });
  return names.filter(name => name.endsWith(ending)).sort().map(name => join(root, name));
}
