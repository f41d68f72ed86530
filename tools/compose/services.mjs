// What is to be seen of the services, in the order in which a person meets it. Runs inside a sandbox.

import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { parse } from 'yaml';
import { freePort, repository, run, say, until } from '../local.mjs';
import { program } from '../monitoring/prometheus.mjs';
import { Compose, portOf, variables, words } from './compose.mjs';
import { Dockerfile } from './dockerfile.mjs';
import { Sandbox, stop } from './sandbox.mjs';

const [work, jdk] = process.argv.slice(2);
const checkout = join(work, 'checkout');
const log = name => join(work, 'logs', `${name}.log`);

// The demo's Camunda listens on 127.0.0.1 alone. Others have an address of their own, where nobody is reached who does
// the same.
const CAMUNDAS = ['elasticsearch', 'camunda'];
const ROOT = { user: '0:0', workdir: '/', environment: {} };
const NOBODY = { ...ROOT, user: '65534:65534' };

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
process.once('uncaughtException', ({ message }) => {
  console.error(`FAILED  ${message}`);
  process.exit(1);
});

const image = await Dockerfile.read(join(checkout, 'Dockerfile'));
const example = await variables(join(checkout, '.env.example'));
const compose = await Compose.read(join(checkout, 'docker-compose.yml'));
const { services } = compose;
const addresses = Object.fromEntries(Object.keys(services).map((name, index) =>
  [name, CAMUNDAS.includes(name) ? '127.0.0.1' : `10.77.0.${index + 1}`]));
const sandbox = await Sandbox.open(join(work, 'sandbox'), jdk, addresses);
let failures = 0;

await image.assemble(sandbox, join(work, 'build'));
await run('chown', '-R', `${example.UID}:${example.GID}`, checkout);
const photographs = await startCamunda();
for (const name of CAMUNDAS) {
  await see(name, () => healthy({ name, ...ROOT }));
}
const simulator = await start('simulator');
await see('simulator', () => healthy(simulator));
const worker = await start('worker');
await see('worker', () => healthy(worker));
await see("worker, the image's own health check", () => succeed(worker, commandOf(image.healthTest), 'image-health'));
await see('worker, what .env.example says to run', listProjects);
await see('worker, what docker-compose.yml says to run', reconstruct);
await see('prometheus', checkPrometheus);
await see('grafana, which is not here, what it is given', checkGrafana);
await see('worker, stopped', () => stopped(worker));
await see('simulator, stopped', () => stopped(simulator));
await see('worker with .env.example, which reaches no FlightHub', checkUnready);
say(failures === 0 ? 'All is well.' : `${failures} not well; see ${join(work, 'logs')}.`);
process.exit(failures === 0 ? 0 : 1);

/** Others can be looked at all the same when one thing is not well. */
async function see(what, step) {
  try {
    say(`ok      ${what}: ${await step()}`);
  } catch (error) {
    failures++;
    console.error(`FAILED  ${what}: ${error.message}`);
  }
}

/** Where workers look for it. Gives back a folder of photographs. */
async function startCamunda() {
  const { port } = new URL(services.worker.environment.CAMUNDA_CLIENT_GRPC_ADDRESS);
  const child = spawn('mvn', [
    '-o', '-q', '-B', '-ntp', '-Pdemo', '-Ddemo.main=io.flighthubcamunda.local.CamundaAlone',
    `-Dcamunda.grpc.port=${port}`, `-Dcamunda.management.port=${await freePort()}`,
  ], { cwd: repository, stdio: ['pipe', 'pipe', openSync(log('camunda'), 'w')] });
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', line =>
      line.includes('photographs ') && resolve(line.split('photographs ')[1]));
    child.once('exit', status => reject(new Error(`Camunda ended with status ${status}; see ${log('camunda')}.`)));
  });
}

/** A service of ours, as "docker compose up" starts it. */
async function start(name, service = services[name]) {
  for (const { source, target, readOnly } of compose.mounts(name)) {
    // Docker makes what is missing, and root owns it.
    await run('mkdir', '-p', source);
    await sandbox.mount(source, target, readOnly);
  }
  const { user = image.user, environment = {}, command } = service;
  const place = { user, workdir: image.workdir, environment: { ...image.environment, ...environment } };
  const line = [...image.entrypoint, ...(command ? words(command) : image.command)];
  return { name, ...place, child: sandbox.start(place, line, log(name)) };
}

async function healthy(service, test = services[service.name].healthcheck.test) {
  const { name, child } = service;
  const begin = Date.now();
  await until('health', compose.patience(name), async () => {
    if (child && child.exitCode !== null) {
      throw new Error(`ended with status ${child.exitCode}`);
    }
    return await sandbox.status(service, commandOf(test), log(`${name}-health`)) === 0;
  });
  return `healthy after ${Math.round((Date.now() - begin) / 1000)} s`;
}

function commandOf([kind, ...test]) {
  return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...test] : test;
}

async function succeed(place, command, name) {
  const status = await sandbox.status(place, ['timeout', '180', ...command], log(name));
  if (status !== 0) {
    throw new Error(`status ${status}; see ${log(name)}`);
  }
  return 'status 0';
}

async function listProjects() {
  const [, verb] = /docker compose run .*worker (\S+)$/m.exec(await readFile(join(checkout, '.env.example'), 'utf8'));
  return succeed(worker, [...image.entrypoint, verb], verb);
}

async function reconstruct() {
  await cp(photographs, join(compose.path('worker', '/images'), 'NAME'), { recursive: true });
  await succeed(worker, ['sh', '-c', compose.told()], 'reconstruct');
  const results = await readdir(compose.path('worker', '/results'), { recursive: true, withFileTypes: true });
  const files = results.filter(entry => entry.isFile() && !entry.name.startsWith('.'));
  if (files.length === 0) {
    throw new Error('no file in ./results');
  }
  return `status 0, in ./results ${files.map(({ name }) => name).join(', ')}`;
}

async function checkPrometheus() {
  if (program('prometheus') !== 'prometheus') {
    await run('install', program('prometheus'), sandbox.path('/usr/local/bin/prometheus'));
  }
  for (const { source, target, readOnly } of compose.mounts('prometheus')) {
    await (source ? sandbox.mount(source, target, readOnly) : run('install', '-d', '-o', '65534', sandbox.path(target)));
  }
  // As its image does.
  const line = ['prometheus', '--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus'];
  const prometheus = { name: 'prometheus', ...NOBODY, child: sandbox.start(NOBODY, line, log('prometheus')) };
  await healthy(prometheus);
  const address = `http://${addresses.prometheus}:${portOf(services.prometheus.ports[0])}/api/v1/`;
  const ask = async what => (await (await fetch(address + what)).json()).data;
  await until('a target that is up', 60, async () =>
    (await ask('targets')).activeTargets.some(({ health }) => health === 'up'));
  const [target] = (await ask('targets')).activeTargets;
  const rules = (await ask('rules')).groups.flatMap(group => group.rules);
  if (rules.length === 0 || rules.some(({ health }) => health === 'err')) {
    throw new Error('its rules are not loaded');
  }
  return `${target.scrapeUrl} is up, ${rules.length} rules are loaded`;
}

async function checkGrafana() {
  const provisioned = async kind => {
    const folder = compose.path('grafana', `/etc/grafana/provisioning/${kind}`);
    const files = await Promise.all((await readdir(folder)).map(name => readFile(join(folder, name), 'utf8')));
    return files.flatMap(file => parse(file)[kind === 'datasources' ? kind : 'providers']);
  };
  const [{ url }] = await provisioned('datasources');
  await succeed(NOBODY, ['wget', '-q', '--spider', `${url}/-/ready`], 'grafana');
  const [{ options }] = await provisioned('dashboards');
  const home = services.grafana.environment.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH;
  if (!home.startsWith(`${options.path}/`)) {
    throw new Error(`${home} is not below ${options.path}`);
  }
  JSON.parse(await readFile(compose.path('grafana', home), 'utf8'));
  return `${url} answers, ${home} is mounted`;
}

async function stopped({ name, child }) {
  const { status, seconds } = await stop(child, compose.grace(name));
  if (status === null) {
    throw new Error(`still alive ${compose.grace(name)} s after SIGTERM`);
  }
  return `ended ${seconds.toFixed(1)} s after SIGTERM with status ${status}`;
}

async function checkUnready() {
  const filled = await Compose.read(join(checkout, 'docker-compose.yml'), example);
  const unready = await start('worker', filled.services.worker);
  await healthy(unready, image.healthTest);
  if (await sandbox.status(unready, commandOf(services.worker.healthcheck.test), log('worker-health')) === 0) {
    throw new Error('it says that it is ready');
  }
  return `lives, is not ready, ${await stopped(unready)}`;
}
