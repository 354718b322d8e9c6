import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { schemaSql } from '../main/store/core/file/schema-sql';
import { notebookSchema } from '../main/store/records/json/json-schema';

function write(name: string, text: string): void {
  const path = resolve(name);
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}

/** Writes main/store/schema.sql from the migrations and the schema of notebooks in JSON from the records; answers the exit code. */
export function main(): number {
  write('main/store/schema.sql', schemaSql());
  write('docs/notebook.schema.json', `${JSON.stringify(notebookSchema(), null, 2)}\n`);
  return 0;
}
