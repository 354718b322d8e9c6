import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaSql } from './schema-sql';

test('schema.sql is what the migrations make (npm run schema)', () => {
  expect(readFileSync('main/store/schema.sql', 'utf8')).toBe(schemaSql());
});
