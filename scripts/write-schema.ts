import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dossierSchema } from '../main/export/dossier/dossier-schema';
import { schemaSql } from '../main/store/core/file/schema-sql';
import { notebookSchema } from '../main/store/notebook/records/json/json-schema';

function write(name: string, text: string): void {
  const path = resolve(name);
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}

/** The page of the verifier holds the core, since a page that is opened from a folder can load no other file. */
function pageWithCore(): string {
  const [core, page] = ['verifier/core.js', 'verifier/verify.html'].map((name) => readFileSync(name, 'utf8'));
  return (page ?? '').replace(
    /\/\/ core:begin\n[\s\S]*?\/\/ core:end/,
    () => `// core:begin\n${core}// core:end`,
  );
}

/** Writes what is made of something else: the schemas, and the page of the verifier. Answers the exit code. */
export function main(): number {
  write('main/store/schema.sql', schemaSql());
  write('docs/formats/notebook.schema.json', `${JSON.stringify(notebookSchema(), null, 2)}\n`);
  write('docs/formats/dossier.schema.json', `${JSON.stringify(dossierSchema, null, 2)}\n`);
  write('verifier/verify.html', pageWithCore());
  return 0;
}
