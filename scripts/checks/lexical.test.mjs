import { expect, test } from 'vitest';
import { lexicalProblems } from './lexical.mjs';

const ONE = {
  'node_modules/lexical': { version: '0.52.0' },
  'node_modules/@lexical/react': { version: '0.52.0' },
};

test('one copy of everything passes, whatever the version of the lint plugin', () => {
  expect(lexicalProblems({ ...ONE, 'node_modules/@lexical/eslint-plugin': { version: '0.53.0' } })).toEqual(
    [],
  );
});

test('a second copy, another version and no copy are told', () => {
  const nested = { 'node_modules/@lexical/react/node_modules/lexical': { version: '0.52.0' } };
  expect(lexicalProblems({ ...ONE, ...nested })).toHaveLength(1);
  expect(lexicalProblems({ ...ONE, 'node_modules/@lexical/link': { version: '0.53.0' } })[0]).toContain(
    '0.53.0',
  );
  expect(lexicalProblems({})).toHaveLength(1);
});
