import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { schemaSql } from '../main/store/core/file/schema-sql';

/** Writes main/store/schema.sql from the migrations; answers the exit code. */
export function main(): number {
  const path = resolve('main/store/schema.sql');
  writeFileSync(path, schemaSql());
  console.log(`wrote ${path}`);
  return 0;
}
