// The demo on the in-memory engine, with the health and metrics of its worker on a port.

import { spawn } from 'node:child_process';
import { end, repository, say, until } from '../local.mjs';

const PATIENCE_SECONDS = 600;

export class Demo {

  static start(managementPort) {
    say('Running the demo');
    return new Demo(spawn('mvn', ['-q', '-B', '-ntp', '-Pdemo', '-Dengine=in-memory'], {
      cwd: repository,
      env: { ...process.env, MANAGEMENT_SERVER_PORT: String(managementPort) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true
    }));
  }

  constructor(child) {
    this.child = child;
    this.output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', bytes => {
        this.output += bytes;
      });
    }
  }

  async reconstructed() {
    await until('a reconstruction', PATIENCE_SECONDS, () => {
      if (this.child.exitCode !== null) {
        throw new Error(`The demo ended with status ${this.child.exitCode}:\n${this.output}`);
      }
      return this.output.includes('Everything stays up');
    });
  }

  stop() {
    return end(this.child);
  }
}
