// What the tools that start programs need of this machine.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..');

export function say(line) {
  console.log(line);
}

/** A port of the loopback that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs a program to its end; rejects when it fails. */
export function run(program, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', code => code === 0 ? resolve() : reject(new Error(`${program} ended with status ${code}.`)));
  });
}

/** Ends a process group that we started and waits for it. */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise(resolve => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

/** Waits until something is so, looking every half second. */
export async function until(what, seconds, reached) {
  for (const limit = Date.now() + seconds * 1000; Date.now() < limit;) {
    if (await reached()) {
      return;
    }
    await pause(500);
  }
  throw new Error(`${what} did not happen within ${seconds} seconds.`);
}
