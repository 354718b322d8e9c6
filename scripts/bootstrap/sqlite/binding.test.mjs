import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { needsOwnBinding, sqliteDefines } from './binding.mjs';

test("reads the package's own compile-time options, with and without a value", () => {
  const defines = sqliteDefines(readFileSync('node_modules/better-sqlite3/deps/defines.gypi', 'utf8'));
  expect(defines).toContain('-DSQLITE_ENABLE_FTS5');
  expect(defines).toContain('-DSQLITE_DEFAULT_CACHE_SIZE=-16000');
  expect(defines.length).toBeGreaterThan(30);
});

test('only a runtime with an older Node-API needs a binding of its own', () => {
  expect(needsOwnBinding({ napi: 8 })).toBe(true);
  expect(needsOwnBinding({ napi: 10 })).toBe(false);
});
