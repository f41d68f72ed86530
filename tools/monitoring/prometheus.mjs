// A Prometheus with our rules that scrapes one worker every second.

import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { end, freePort, run, repository, say, until } from '../local.mjs';

const work = join(repository, 'target', 'monitoring');
const fetched = join(work, 'prometheus', 'usr', 'bin');

export class Prometheus {

  /** What promtool finds wrong ends us. */
  static async checkRules(folder) {
    await run(program('promtool'), 'check', 'config', join(folder, 'prometheus.yml'));
    await run(program('promtool'), 'test', 'rules', join(folder, 'alerts.test.yml'));
  }

  static async start(monitoring, target) {
    const folder = join(work, 'run');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await copyFile(join(monitoring, 'alerts.yml'), join(folder, 'alerts.yml'));
    await writeFile(
      join(folder, 'prometheus.yml'),
      adapted(await readFile(join(monitoring, 'prometheus.yml'), 'utf8'), target)
    );
    const port = await freePort();
    const log = openSync(join(folder, 'prometheus.log'), 'w');
    const child = spawn(program('prometheus'), [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`
    ], { stdio: ['ignore', log, log], detached: true });
    const prometheus = new Prometheus(child, `http://127.0.0.1:${port}`);
    await until('a Prometheus that is ready', 60, () => prometheus.ready());
    say(`Prometheus at ${prometheus.url}`);
    return prometheus;
  }

  constructor(child, url) {
    this.child = child;
    this.url = url;
  }

  async ready() {
    if (this.child.exitCode !== null) {
      throw new Error(`Prometheus ended at once; see ${join(work, 'run', 'prometheus.log')}.`);
    }
    return fetch(`${this.url}/-/ready`).then(answer => answer.ok, () => false);
  }

  /** Waits until what happened so far was scraped, and the rules have seen it. */
  async scraped() {
    const since = Date.now() / 1000;
    await until('a look of Prometheus at the worker', 60, async () => {
      const [seen] = await this.query('timestamp(up{job="flighthub-workers"} == 1)');
      return seen && Number(seen.value[1]) > since + 3;
    });
  }

  /** The samples of an instant query. */
  async query(expression) {
    const answer = await this.get(`/api/v1/query?query=${encodeURIComponent(expression)}`);
    const { resultType, result } = answer.data;
    return resultType === 'scalar' ? [{ value: result }] : result;
  }

  async alerts() {
    const { data } = await this.get('/api/v1/rules?type=alert');
    return data.groups.flatMap(group => group.rules);
  }

  async get(path) {
    const answer = await fetch(this.url + path).then(response => response.json());
    if (answer.status !== 'success') {
      throw new Error(`Prometheus refused ${decodeURIComponent(path)}: ${answer.error}`);
    }
    return answer;
  }

  stop() {
    return end(this.child);
  }
}

/** Our own configuration with another target and less patience. */
function adapted(configuration, target) {
  const replaced = configuration
    .replace(/ dns_sd_configs:[\s\S]*$/, ` static_configs:\n      - targets: ["${target}"]\n`)
    .replace(/_interval: 15s/g, '_interval: 1s');
  if (!replaced.includes(target)) {
    throw new Error('monitoring/prometheus.yml has no dns_sd_configs to put a local target in place of.');
  }
  return replaced;
}

/** Where one of its programs is; only a name when it is on the PATH. */
export function program(name) {
  const own = join(fetched, name);
  return existsSync(own) ? own : name;
}
