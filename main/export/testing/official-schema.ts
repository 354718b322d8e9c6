/**
 * Official schemas, for tests: they are not part of the project and are run where they lie, in the folders that the
 * environment says (`npm test` fetches some) or in `shared/schemas` beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const folders = [
  ...(process.env['CASEBOOK_SCHEMAS'] ?? '').split(delimiter).filter((folder) => folder !== ''),
  join('..', 'shared', 'schemas'),
];

const files = {
  'csl-data': 'csl-data.json',
  kml: join('kml-2.2', 'ogckml22.xsd'),
  gexf: join('gexf-1.3', 'gexf.xsd'),
  'refi-project': join('refi-qda', 'Project.xsd'),
  'refi-codebook': join('refi-qda', 'Codebook.xsd'),
} as const;

/** Where the schema of a format is, or null: not at hand. */
export function officialSchema(name: keyof typeof files): string | null {
  const paths = folders.map((folder) => join(folder, files[name]));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Made once a run: reading a schema takes longer than most documents. */
const validators = new Map<string, XsdValidator>();

function validatorOf(schemaPath: string): XsdValidator {
  const known = validators.get(schemaPath);
  if (known) return known;
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromBuffer(readFileSync(schemaPath), { url: schemaPath });
  const validator = XsdValidator.fromDoc(schema);
  validators.set(schemaPath, validator);
  return validator;
}

/** Throws when the document breaks the schema, or is no XML; without a schema only when it is no XML. */
export function checkXml(xml: string | Uint8Array, schemaPath: string | null): void {
  const document = XmlDocument.fromBuffer(Buffer.from(xml));
  try {
    if (schemaPath !== null) validatorOf(schemaPath).validate(document);
  } finally {
    document.dispose();
  }
}
