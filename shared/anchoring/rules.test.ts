import { describe, expect, it } from 'vitest';
import { sliceByCodePoints } from '../text/offsets';
import { describe as describePlace } from './describe';
import { type FollowedRange, followEdits } from './follow-edit';
import { resolve } from './resolve';

/** The rows of docs/adr/0007-what-becomes-of-a-passage.md, in their order. */
const old = [
  'The harbour council met on Monday to decide who may use the northern pier.',
  'Mayor Ada Lindqvist said that the fishermen had waited long enough for an answer.',
  'Two boats were damaged on the night of 4 May, and the police are looking for three men.',
  'Nobody from the shipping company was there, and its lease ends in the spring of next year.',
].join('\n');
const lines = old.split('\n');

const at = (words: string, text = old) =>
  describePlace(text, text.indexOf(words), text.indexOf(words) + words.length);

function answer(words: string, now: string, extra: Partial<FollowedRange> = {}): string {
  const [found] = followEdits(old, now, [{ ...at(words), ...extra }]);
  if (!found) throw new Error('no answer');
  return found.state === 'orphan'
    ? 'orphan'
    : `${found.state}: ${sliceByCodePoints(now, found.start, found.end)}`;
}

describe('on a newer capture', () => {
  it('words that stand side by side are exact', () => {
    expect(answer('northern pier', `Updated.\n${old.replace('harbour ', '')}`)).toBe('exact: northern pier');
  });

  it('words that another reading of the edit has as well are changed', () => {
    const twice = 'We saw one of the men of the town.';
    const [found] = followEdits(twice, 'We saw one of the town.', [at('one of the', twice)]);
    expect(found?.state).toBe('changed');
    const [inEditor] = followEdits(twice, 'We saw one of the town.', [at('one of the', twice)], {
      tracked: [{ start: at('one of the', twice).start, end: at('one of the', twice).end }],
    });
    expect(inEditor?.state).toBe('exact');
  });

  it('words beside which a copy came in that fits the old surroundings better are changed', () => {
    const line = lines[1] ?? '';
    const copied = `${line} So they said.\n${lines[0]}\n${line.replace('Mayor', 'Once more, mayor')}`;
    const twice = [copied, lines[2], lines[3]].join('\n');
    expect(answer('Ada Lindqvist', twice)).toBe('changed: Ada Lindqvist');
  });

  it('a short passage that lost the words beside it is changed', () => {
    expect(answer('northern', old.replace('the northern pier', 'a quay, northern or old pier'))).toBe(
      'changed: northern',
    );
  });

  it('… and changed at the words that came in with its surroundings elsewhere', () => {
    const now = old
      .replace('use the northern pier.', 'of quays, northern; a vote.')
      .replace('Two boats', 'They decide who may use the northern pier.\nTwo boats');
    const [found] = followEdits(old, now, [at('northern')]);
    expect(found).toMatchObject({ state: 'changed', start: now.indexOf('northern pier') });
  });

  it('a short word that became part of a longer one is changed', () => {
    expect(answer('pier', old.replace('northern pier.', 'northern piers.'))).toBe('changed: piers');
  });

  it('words that were cut and stand elsewhere are moved', () => {
    const now = [lines[1], lines[2], lines[3], lines[0]].join('\n');
    expect(answer('decide who may use the northern pier', now)).toBe(
      'moved: decide who may use the northern pier',
    );
  });

  it('words that stand elsewhere with some of their context are changed', () => {
    const now = [lines[0], lines[1], lines[3], 'On the night of 4 May, and the police were told.'].join('\n');
    expect(answer('the police', now)).toBe('changed: the police');
  });

  it('short words that stand elsewhere without their context are an orphan', () => {
    const now = `${[lines[0], lines[1], lines[2]?.replace('the police', 'they'), lines[3]].join('\n')}\nCall the police at once.`;
    expect(answer('the police', now)).toBe('orphan');
  });

  it('more than half of the letters: what is left, with what was typed inside', () => {
    expect(answer('decide who may use the northern pier', old.replace('decide who ', ''))).toBe(
      'changed: may use the northern pier',
    );
    expect(answer('northern pier', old.replace('northern pier', 'northern wooden pier'))).toBe(
      'changed: northern wooden pier',
    );
  });

  it('more than twice the length typed inside: the largest piece', () => {
    const typed = 'and everything that had ever belonged to the town and its people beside the old';
    expect(answer('northern pier', old.replace('northern pier', `northern ${typed} pier`))).toBe(
      'changed: northern',
    );
  });

  it('half of the letters or less: an orphan, unless like words were typed over it', () => {
    expect(
      answer('decide who may use the northern pier', old.replace('decide who may use the northern ', '')),
    ).toBe('orphan');
    expect(answer('Lindqvist', old.replace('Lindqvist', 'Lindkvist'))).toBe('changed: Lindkvist');
  });

  it('one word typed over a passage of one word, and nothing beside it: changed', () => {
    const recount = old.replace('4 May', '6 May');
    expect(answer('4', recount)).toBe('changed: 6');
    expect(answer('Monday', old.replace('Monday', 'Friday'))).toBe('changed: Friday');
    expect(answer('three', old.replace('three', '23'))).toBe('changed: 23');
    const [seen] = followEdits(old, recount, [at('4')], { tracked: [null] });
    expect(seen?.state).toBe('changed');
    expect(answer('4', old.replace('night of 4 May', 'night of 6 June'))).toBe('orphan');
    expect(answer('three men', old.replace('three men', 'nobody'))).toBe('orphan');
  });

  it('nothing left: an orphan, though the same words stand elsewhere', () => {
    const twice = `${old}\nThe northern pier is closed.`;
    const [found] = followEdits(twice, twice.replace('use the northern pier', 'use it'), [
      at('northern pier', twice),
    ]);
    expect(found?.state).toBe('orphan');
  });

  it('an orphan has its words again when they are typed in again', () => {
    const [found] = followEdits(old.replace('northern ', ''), old, [{ ...at('northern'), state: 'orphan' }]);
    expect(found).toEqual({ state: 'exact', start: at('northern').start, end: at('northern').end });
  });

  it('a changed passage stays changed until it has its quote’s words', () => {
    const quote = { exact: 'northen pier', prefix: '', suffix: '' };
    expect(answer('northern pier', `${old} More.`, { quote, state: 'changed' })).toBe(
      'changed: northern pier',
    );
    expect(answer('northern pier', old.replace('northern', 'northen'), { quote, state: 'changed' })).toBe(
      'exact: northen pier',
    );
  });

  it('an orphan keeps the position it had', () => {
    const { start, end } = at('northern');
    expect(followEdits(old, 'Other words.', [at('northern')])).toEqual([{ state: 'orphan', start, end }]);
  });
});

describe('with a stored selector alone', () => {
  it('is exact in place, moved with nearly all of its context, changed with less, else an orphan', () => {
    const selector = at('the police');
    const state = (now: string) => resolve(now, selector).state;
    expect(state(old)).toBe('exact');
    expect(state(`A line came first.\n${old}`)).toBe('moved');
    expect(state(`A line came first.\n${old.replace('looking', 'searching')}`)).toBe('changed');
    expect(state(`A line came first.\n${old.replace('the police are', 'they are')}`)).toBe('orphan');
  });
});

describe('input that could take for ever', () => {
  const length = 1_000_000;
  const anchors = (text: string, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const start = Math.floor((index * (text.length - 60)) / count);
      return describePlace(text, start, start + 10 + (index % 40));
    });

  it('ends: a million letters that are all the same', { timeout: 300_000 }, () => {
    const text = 'a'.repeat(length);
    const found = followEdits(text, `b${text.slice(9)}`, anchors(text.slice(0, 5000), 8));
    expect(found).toHaveLength(8);
    expect(resolve(`b${text}`, at('aaaaaaaaaa', text))).toBeDefined();
  });

  it('ends: texts that have nothing in common, and 5,000 passages', { timeout: 300_000 }, () => {
    const made = (seed: number) =>
      Array.from(
        { length: length / 8 },
        (_, index) =>
          `${(index * 7919 * seed).toString(36).slice(-6).padStart(6, 'x')}${index % 90 === 0 ? '\n' : ' '}`,
      ).join('');
    const [text, now] = [made(3), made(5)];
    const found = followEdits(text, now, anchors(text, 5000));
    expect(found).toHaveLength(5000);
  });
});
