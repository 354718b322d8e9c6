/**
 * Official schemas of XML formats, for tests: they are not part of the project and are run where they lie, which the
 * environment says, else `shared/schemas` beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const folder = process.env['CASEBOOK_SCHEMAS'] ?? join('..', 'shared', 'schemas');

const files = {
  'csl-data': 'csl-data.json',
  gexf: join('gexf-1.3', 'gexf.xsd'),
  'refi-project': join('refi-qda', 'Project.xsd'),
  'refi-codebook': join('refi-qda', 'Codebook.xsd'),
} as const;

/** Where the schema of a format is, or null: not at hand. */
export function officialSchema(name: keyof typeof files): string | null {
  const path = join(folder, files[name]);
  return existsSync(path) ? path : null;
}

/** Throws when the document breaks the schema, or is no XML; without a schema only when it is no XML. */
export function checkXml(xml: string | Uint8Array, schemaPath: string | null): void {
  const document = XmlDocument.fromBuffer(Buffer.from(xml));
  try {
    if (schemaPath === null) return;
    xmlRegisterFsInputProviders();
    const schema = XmlDocument.fromBuffer(readFileSync(schemaPath), { url: schemaPath });
    const validator = XsdValidator.fromDoc(schema);
    try {
      validator.validate(document);
    } finally {
      validator.dispose();
      schema.dispose();
    }
  } finally {
    document.dispose();
  }
}
