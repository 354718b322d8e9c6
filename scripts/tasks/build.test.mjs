import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceStamp } from './build.mjs';

test('the stamp changes with the sources, not with their tests', () => {
  const root = mkdtempSync(join(tmpdir(), 'casebook-stamp-'));
  mkdirSync(join(root, 'main/store'), { recursive: true });
  writeFileSync(join(root, 'main/store/rows.ts'), 'a');
  const first = sourceStamp(root);
  writeFileSync(join(root, 'main/store/rows.test.ts'), 'a');
  expect(sourceStamp(root)).toBe(first);
  writeFileSync(join(root, 'main/store/rows.ts'), 'longer');
  const second = sourceStamp(root);
  expect(second).not.toBe(first);
  rmSync(join(root, 'main/store/rows.ts'));
  expect(sourceStamp(root)).not.toBe(second);
  rmSync(root, { recursive: true });
});
