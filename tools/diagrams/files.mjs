import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The diagrams of the repository, by name: the file name, which is the process id too. */
export async function bpmnFiles() {
  const folder = join(repository, 'bpmn');
  const names = (await readdir(folder)).filter(name => name.endsWith('.bpmn')).sort();
  return Promise.all(
    names.map(async name => {
      const path = join(folder, name);
      return { name: basename(name, '.bpmn'), path, xml: await readFile(path, 'utf8') };
    }),
  );
}
