// A place where services run as if in containers: with a network and a root directory of their own, which end with us.

import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { closeSync, openSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../local.mjs';

const NAMESPACES = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
const JAVA = '/opt/java/openjdk';
const PATH = `${JAVA}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;

/** Whether this machine lets us make one. */
export function sandboxesCanBeMade() {
  return process.platform === 'linux' && process.getuid() === 0
    && spawnSync('unshare', [...NAMESPACES, 'true']).status === 0;
}

/** Runs a script of ours inside; gives back its status. */
export async function inside(script, ...args) {
  const child = spawn('unshare', [...NAMESPACES, process.execPath, script, ...args], { stdio: 'inherit' });
  return new Promise(resolve => child.once('exit', code => resolve(code ?? 1)));
}

export class Sandbox {

  /**
   * Its root is this machine's, and what is written there is in memory.
   *
   * @param folder an empty one
   * @param addresses name → address of who is there
   */
  static async open(folder, jdk, addresses) {
    const sandbox = new Sandbox(join(folder, 'root'));
    await run('ip', 'link', 'set', 'lo', 'up');
    for (const address of new Set(Object.values(addresses).filter(one => !one.startsWith('127.')))) {
      await run('ip', 'address', 'add', `${address}/32`, 'dev', 'lo');
    }
    await run('mount', '-t', 'tmpfs', 'sandbox', folder);
    await Promise.all(['root', 'upper', 'work'].map(name => mkdir(join(folder, name))));
    await run('mount', '-t', 'overlay', 'sandbox', '-o',
      `lowerdir=/,upperdir=${join(folder, 'upper')},workdir=${join(folder, 'work')}`, sandbox.root);
    for (const name of ['dev', 'proc', 'sys']) {
      await run('mount', '--rbind', `/${name}`, sandbox.path(name));
    }
    await run('mount', '-t', 'tmpfs', '-o', 'mode=1777', 'tmp', sandbox.path('tmp'));
    await sandbox.mount(jdk, JAVA, true);
    await rm(sandbox.path('etc/resolv.conf'), { force: true });
    await writeFile(sandbox.path('etc/resolv.conf'), 'nameserver 127.0.0.1\n');
    await answerNames(addresses);
    return sandbox;
  }

  constructor(root) {
    this.root = root;
  }

  path(inside) {
    return join(this.root, inside);
  }

  /** A folder or a file, as a volume. */
  async mount(source, target, readOnly) {
    const isFolder = (await stat(source)).isDirectory();
    await run('install', isFolder ? '-d' : '-D', ...(isFolder ? [] : ['/dev/null']), this.path(target));
    await run('mount', '--bind', source, this.path(target));
    if (readOnly) {
      await run('mount', '-o', 'remount,bind,ro', this.path(target));
    }
  }

  /**
   * Starts a command.
   *
   * @param place who runs it where: user, workdir, environment
   */
  start({ user, workdir, environment }, command, log) {
    const output = openSync(log, 'a');
    const pairs = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const child = spawn('chroot', [
      `--userspec=${user}`, this.root, 'env', '-i', '-C', workdir, `PATH=${PATH}`, `JAVA_HOME=${JAVA}`, ...pairs,
      ...command,
    ], { stdio: ['ignore', output, output] });
    closeSync(output);
    return child;
  }

  /** Runs a command to its end; gives back its status. */
  status(place, command, log) {
    return new Promise(resolve => this.start(place, command, log).once('exit', code => resolve(code ?? 1)));
  }
}

/** SIGTERM, and SIGKILL after the grace; gives back seconds and status, null when it had to be killed. */
export async function stop(child, grace) {
  const begin = Date.now();
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  const status = await Promise.race([ended, pause(grace * 1000, null)]);
  child.kill('SIGKILL');
  return { status, seconds: (Date.now() - begin) / 1000 };
}

/** A name server as Docker has one: Prometheus asks no hosts file. */
async function answerNames(addresses) {
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => socket.send(answer(query, addresses), port, address));
  await new Promise(resolve => socket.bind(53, '127.0.0.1', resolve));
}

function answer(query, addresses) {
  const labels = [];
  let at = 12;
  for (; query[at]; at += query[at] + 1) {
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]));
  }
  const known = addresses[labels.join('.').toLowerCase()];
  const asked = query.subarray(12, at + 5);
  const hit = known && query.readUInt16BE(at + 1) === 1;
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  head.writeUInt16BE(known ? 0x8580 : 0x8583, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(hit ? 1 : 0, 6);
  const record = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 5, 0, 4];
  return Buffer.concat([head, asked, Buffer.from(hit ? [...record, ...known.split('.').map(Number)] : [])]);
}
