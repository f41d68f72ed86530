// A real Camunda with workers and a simulated FlightHub, started from the tests' class Stage: it says where everything
// is, then does what it is told, one line at a time.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { end, freePort, repository, run } from '../local.mjs';

const ANSWER = 'stage ';
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
    stage.places = await stage.nextAnswer();
    return stage;
  }

  constructor(child) {
    this.child = child;
    this.waiting = [];
    createInterface({ input: child.stdout }).on('line', line => this.heard(line));
    child.once('exit', code => {
      const ended = new Error(`The stage ended with status ${code}; what it printed above says why.`);
      this.waiting.splice(0).forEach(({ reject }) => reject(ended));
    });
  }

  heard(line) {
    if (!line.startsWith(ANSWER)) {
      console.log(`  ${line}`);
      return;
    }
    this.waiting.shift()?.resolve(JSON.parse(line.slice(ANSWER.length)));
  }

  nextAnswer() {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  /** What the stage can do is said in its class. */
  async tell(line) {
    const answered = this.nextAnswer();
    this.child.stdin.write(`${line}\n`);
    const answer = await answered;
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
