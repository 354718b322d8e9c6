import { writeFileSync } from 'node:fs';
import { schemaSql } from '../main/store/core/schema-sql';

/** Writes the schema that the migrations make to the file that people read first. */
export function main(): number {
  writeFileSync('main/store/schema.sql', schemaSql());
  return 0;
}
