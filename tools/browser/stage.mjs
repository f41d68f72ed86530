// A real Camunda with workers and a simulated FlightHub, started from the tests' class Stage: it says where everything
// is, then does what it is told over HTTP, one line at a time.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { end, freePort, repository, run } from '../local.mjs';

const PLACES = 'stage ';
const PATIENCE_MS = 60_000;
const PORTS = [
  'camunda.grpc.port', 'camunda.http.port', 'camunda.management.port', 'camunda.command.port',
  'camunda.internal.port', 'opensearch.http.port', 'opensearch.transport.port',
];

export class Stage {

  /** Takes about a minute, and the first time the download of Camunda. */
  static async start() {
    const ports = [];
    for (const name of PORTS) {
      ports.push(`-D${name}=${await freePort()}`);
    }
    const child = spawn('mvn', [
      '-q', '-B', '-ntp', '-Pdemo', '-Ddemo.main=io.flighthubcamunda.local.Stage', ...ports,
    ], { cwd: repository, stdio: ['pipe', 'pipe', 'inherit'], detached: true });
    const stage = new Stage(child);
    stage.places = await stage.heardPlaces;
    return stage;
  }

  constructor(child) {
    this.child = child;
    this.heardPlaces = new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', line => {
        if (line.startsWith(PLACES)) {
          resolve(JSON.parse(line.slice(PLACES.length)));
        } else {
          console.log(`  ${line}`);
        }
      });
      child.once('exit', code =>
        reject(new Error(`The stage ended with status ${code}; what it printed above says why.`)));
    });
  }

  /** What the stage can do is said in its class. */
  async tell(line) {
    const heard = await fetch(this.places.stage, {
      method: 'POST', body: line, signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = await heard.json();
    if (answer.error) {
      throw new Error(answer.error);
    }
    return answer;
  }

  /** Runs a verb of the product as a person at a terminal does. */
  verb(...words) {
    const [java, ...before] = this.places.verb;
    return run(java, ...before, ...words, this.places.engine);
  }

  close() {
    return end(this.child);
  }
}
