import { expect, test } from 'vitest';
import { sentenceAfter, sentenceBefore } from './quoted-sentence';

test.each([
  ['It was late. At the pier ', 'At the pier '],
  ['«Нічого». Потім ', 'Потім '],
  ['the Herald that ', 'the Herald that '],
  ['ssing, told the Herald that he ', '…told the Herald that he '],
  [`${'word '.repeat(50)}that `, `…${'word '.repeat(49)}that `],
  ['A title\nThe mayor said that ', 'The mayor said that '],
  ['Late. On Friday Gen. Hale told Dr. Orr that ', 'On Friday Gen. Hale told Dr. Orr that '],
])('before the words of “%s” the sentence begins', (prefix, sentence) => {
  expect(sentenceBefore({ exact: 'x', prefix, suffix: '' })).toBe(sentence);
});

test('where there are hardly spaces, all that is known is shown', () => {
  const prefix = `${'渡'.repeat(237)} 3月`;
  expect(sentenceBefore({ exact: 'x', prefix, suffix: '' })).toBe(`…${prefix}`);
});

test('at the beginning of a text the sentence is whole, as is one that has ended', () => {
  const quote = { exact: 'x', prefix: 'The mayor of Ostrel said that ', suffix: ` on ${'word '.repeat(40)}` };
  expect(sentenceBefore(quote)).toBe(quote.prefix);
  expect(sentenceAfter({ ...quote, suffix: ', as the harbour office said.' })).toBe(
    ', as the harbour office said.',
  );
});

test.each([
  ['they fired', ' at the ferry. Nobody knows', ' at the ferry.'],
  ['they fired.', ' Nobody knows', ''],
  ['they fired.”', ' Nobody knows', ''],
  ['they fired. ', 'Nobody knows.', ''],
  ['they fired ', 'at the ferry. Nobody knows', 'at the ferry.'],
  ['they fired', ', told the Herald that they had ', ', told the Herald that they had…'],
  ['they fired', ' went home that night.\n3. Origin', ' went home that night.'],
  ['they fired', '', ''],
  ['they fired', ' at the', ' at the'],
  ['they fired', ' at Gen. Hale. Nobody knows', ' at Gen. Hale.'],
])('after “%s” the sentence ends', (exact, suffix, sentence) => {
  expect(sentenceAfter({ exact, prefix: '', suffix })).toBe(sentence);
});
