// docker-compose.yml as "docker compose" reads it.

import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

const VARIABLE = /\$(?:(\$)|(\w+)|\{(\w+)(?:(:?-)([^}]*))?\})/g;

export class Compose {

  /** @param variables those of .env and of the shell */
  static async read(file, variables = {}) {
    const text = await readFile(file, 'utf8');
    return new Compose(text, dirname(file), resolved(parse(text), variables).services);
  }

  constructor(text, folder, services) {
    this.text = text;
    this.folder = folder;
    this.services = services;
  }

  /** What the comment at its top tells a person to run in the worker, for a shell. */
  told() {
    return /docker compose exec worker (.+)$/m.exec(this.text)[1];
  }

  mounts(service) {
    return (this.services[service].volumes ?? []).map(volume => {
      const [source, target, mode] = volume.split(':');
      return { source: source.startsWith('./') ? join(this.folder, source) : null, target, readOnly: mode === 'ro' };
    });
  }

  /** Where a path of a service lies on this machine. */
  path(service, path) {
    const mount = this.mounts(service).find(({ source, target }) => source && `${path}/`.startsWith(`${target}/`));
    if (!mount) {
      throw new Error(`${service} has nothing mounted at ${path}.`);
    }
    return join(mount.source, path.slice(mount.target.length));
  }

  /** Seconds until "docker compose" calls a service unhealthy that never was healthy. */
  patience(service) {
    const { start_period = '0s', interval = '30s', retries = 3 } = this.services[service].healthcheck;
    return seconds(start_period) + retries * seconds(interval);
  }

  grace(service) {
    return seconds(this.services[service].stop_grace_period ?? '10s');
  }
}

/** The variables of a .env file. */
export async function variables(file) {
  return Object.fromEntries((await readFile(file, 'utf8')).split('\n')
    .filter(line => /^\w+=/.test(line))
    .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

/** A command given as a line becomes words; nobody quotes here. */
export function words(command) {
  return Array.isArray(command) ? command : command.split(/\s+/);
}

/** The port inside of what is published. */
export function portOf(published) {
  return published.split(':').at(-1);
}

function resolved(value, variables) {
  if (typeof value === 'string') {
    return value.replace(VARIABLE, (_, dollar, plain, braced, operator, otherwise = '') => {
      const given = variables[plain ?? braced];
      return dollar ?? ((operator === ':-' ? given || otherwise : given ?? otherwise));
    });
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Array.isArray(value)
    ? value.map(item => resolved(item, variables))
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, variables)]));
}

function seconds(duration) {
  const [, number, unit] = /^(\d+)(s|m)$/.exec(duration);
  return Number(number) * (unit === 'm' ? 60 : 1);
}
