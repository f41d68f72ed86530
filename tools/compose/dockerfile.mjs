// The Dockerfile, and the steps of it that "docker build" does.

import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from '../local.mjs';

export class Dockerfile {

  static async read(file) {
    const instructions = (await readFile(file, 'utf8'))
      .replace(/^\s*#.*\n/gm, '')
      .replace(/\\\n\s*/g, ' ')
      .split('\n')
      .filter(line => line.trim())
      .map(line => /^(\w+)\s+(.*)$/.exec(line).slice(1));
    return new Dockerfile(dirname(file), instructions);
  }

  constructor(context, instructions) {
    const second = instructions.findLastIndex(([name]) => name === 'FROM');
    this.context = context;
    this.buildSteps = instructions.slice(1, second);
    this.imageSteps = instructions.slice(second + 1);
  }

  /** The first stage. Its base image is this machine: Maven, and a JDK that comes first on the PATH. */
  async build(folder, environment) {
    for (const [name, rest] of this.buildSteps) {
      if (name === 'COPY') {
        await this.#copyFromContext(words(rest), folder);
      } else if (name === 'RUN') {
        const line = rest.replace(/^(--\S+\s+)*/, '');
        await run('env', '-C', folder, ...environment, 'sh', '-c', line);
      }
    }
  }

  /** What .dockerignore keeps away can't be copied. */
  async #copyFromContext(paths, folder) {
    const to = join(folder, paths.pop());
    const kept = (await readFile(join(this.context, '.dockerignore'), 'utf8'))
      .split('\n').filter(line => line.startsWith('!')).map(line => line.slice(1));
    for (const path of paths) {
      if (!kept.some(one => path === one || path.startsWith(`${one}/`))) {
        throw new Error(`Dockerfile: .dockerignore leaves out ${path}.`);
      }
      await copy(join(this.context, path), to);
    }
  }

  /**
   * The second stage, in a sandbox.
   *
   * @param folder what stands for the first stage's WORKDIR
   */
  async assemble(sandbox, folder) {
    const built = this.buildSteps.find(([name]) => name === 'WORKDIR')[1];
    for (const [name, rest] of this.imageSteps) {
      if (name === 'RUN') {
        await run('chroot', sandbox.root, 'sh', '-c', rest);
      } else if (name === 'WORKDIR') {
        await run('mkdir', '-p', sandbox.path(rest));
      } else if (name === 'COPY') {
        const [from, to] = words(rest.replace(/^--from=\S+\s+/, ''));
        await copy(join(folder, from.slice(built.length)), join(sandbox.path(this.workdir), to));
      }
    }
  }

  get workdir() {
    return this.#last('WORKDIR');
  }

  get user() {
    return this.#last('USER');
  }

  get environment() {
    return Object.fromEntries(this.imageSteps.filter(([name]) => name === 'ENV')
      .flatMap(([, rest]) => words(rest).map(pair => pair.split('='))));
  }

  get entrypoint() {
    return JSON.parse(this.#last('ENTRYPOINT'));
  }

  get command() {
    return JSON.parse(this.#last('CMD'));
  }

  /** As a healthcheck of a Compose file has it. */
  get healthTest() {
    return ['CMD', ...JSON.parse(this.#last('HEALTHCHECK').replace(/^(--\S+\s+)*CMD\s+/, ''))];
  }

  #last(instruction) {
    return this.imageSteps.findLast(([name]) => name === instruction)[1];
  }
}

/** Of a folder what is in it; a file goes into the folder. */
async function copy(from, to) {
  await run('mkdir', '-p', to);
  await run('cp', '-r', (await stat(from)).isDirectory() ? `${from}/.` : from, to);
}

function words(text) {
  return text.trim().split(/\s+/);
}
