import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { isFree } from './free-words';
import { options, writeInline } from './write-markdown';

const slowly = (children: PhrasingContent[]): string =>
  toMarkdown({ type: 'root', children: [{ type: 'paragraph', children }] }, options).replace(/\n+$/, '');

const pieces = [
  ...'!#$%&*+<=>@[\\]^_`{|}~-–.:;,?()/\'"0123 aAwWsSp\u00a0\u200e\u0308é中م😀',
  '\n',
  '  ',
  'www',
  'https',
  '://',
  'a.b',
  '1.',
  '1)',
  'word',
  'Mr. White',
  'http:',
  ' - ',
  '&amp',
  'x@y.z',
];
const hard = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 12 });
const easy = fc.string({
  unit: fc.constantFrom('word', ' ', 'é', '1', '.', ',', '(', '”', '–'),
  maxLength: 6,
});
const words = fc.oneof(hard, easy).filter((text) => text !== '');

const text = words.map((value): PhrasingContent => ({ type: 'text', value }));
const node: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { arbitrary: text, weight: 6 },
  text.map((inner): PhrasingContent => ({ type: 'strong', children: [inner] })),
  text.map((inner): PhrasingContent => ({ type: 'emphasis', children: [inner] })),
  text.map((inner): PhrasingContent => ({ type: 'link', url: 'https://a.example', children: [inner] })),
  fc.constant<PhrasingContent>({ type: 'break' }),
  fc.constant<PhrasingContent>({ type: 'html', value: '<mark>' }),
);

describe('words that are free', () => {
  it('are written as they would be when every sign was looked for', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 5 }), (nodes) => {
        expect(writeInline(nodes)).toBe(slowly(nodes));
      }),
      { numRuns: 400 },
    );
  });

  it('are the usual ones', () => {
    const sentence = 'On July 4th, the capital – “Kyiv” – endured (again) an all-night assault.';
    expect(isFree(sentence, '\n', '\n')).toBe(true);
    expect(isFree(' he said: yes/no; and more?', '*', '\n')).toBe(true);
    expect(isFree('Українські посадовці: так.', '\n', '*')).toBe(true);
  });

  it.each(['1. first', '- point', ' lead', '*', 'see www.example.org', 'http://a.b', 'a@b.cd'])(
    'are not: %j',
    (unsure) => {
      expect(isFree(unsure, '\n', '\n')).toBe(false);
    },
  );
});
