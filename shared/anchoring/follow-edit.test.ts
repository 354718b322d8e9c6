import { describe, expect, it } from 'vitest';
import { describe as describePlace } from './describe';
import { followEdits, reconcile } from './follow-edit';

const old = [
  'On July 3rd, President Trump reportedly held a late-night telephone conversation with Russian President Vladimir Putin.',
  'While the details remain guarded, sources indicate that Ukraine was a primary topic of the call.',
  'Most notably, Russia claims to have fully captured the Luhansk region in eastern Ukraine.',
  'President Macron also spoke with President Trump, and then with President Putin, urging a ceasefire.',
].join('\n');

function range(words: string, nth = 0, within = old) {
  let start = -1;
  for (let count = 0; count <= nth; count++) start = within.indexOf(words, start + 1);
  return describePlace(within, start, start + words.length);
}

function follow(words: string, now: string, nth = 0, within = old): string {
  const [found] = followEdits(within, now, [range(words, nth, within)]);
  if (!found) throw new Error('no answer');
  return found.state === 'orphan' ? 'orphan' : `${found.state}: ${now.slice(found.start, found.end)}`;
}

describe('followEdits', () => {
  it('carries words that survive', () => {
    const now = `A new line.\n${old.replace('reportedly ', '').replace('late-night telephone', 'long telephone')}`;
    for (const words of [
      'July 3rd',
      'Vladimir Putin',
      'Ukraine',
      'Luhansk region',
      'President Trump',
      'ceasefire',
    ]) {
      expect(follow(words, now)).toBe(`exact: ${words}`);
    }
    expect(follow('President Trump', now, 1)).toBe('exact: President Trump');
  });

  it('leaves an orphan where the words are gone, though they stand elsewhere', () => {
    expect(follow('Ukraine', old.replace('that Ukraine was a', 'that the war was a'))).toBe('orphan');
    expect(follow('President Trump', old.replace('with President Trump, and then ', ''), 1)).toBe('orphan');
    expect(follow('Luhansk region', old.replace(/Most notably.*\n/, ''))).toBe('orphan');
  });

  it('takes one word typed over another, with nothing changed beside it, for its changed words', () => {
    expect(follow('Ukraine', old.replace('that Ukraine was', 'that it was'))).toBe('changed: it');
    expect(follow('Luhansk', old.replace('the Luhansk region', 'the Donetsk region'))).toBe(
      'changed: Donetsk',
    );
    expect(follow('Kyiv', 'They met in Lviv on Monday.', 0, 'They met in Kyiv on Monday.')).toBe(
      'changed: Lviv',
    );
  });

  it('finds a paragraph that was cut and pasted', () => {
    const [first = '', second = '', third = '', fourth = ''] = old.split('\n');
    const now = [third, first, fourth, second].join('\n');
    expect(follow('Luhansk region', now)).toMatch(/^(exact|moved): Luhansk region$/);
    expect(follow('Ukraine', now)).toMatch(/^(exact|moved): Ukraine$/);
    const found = followEdits(old, now, [range('Ukraine', 0), range('Ukraine', 1)]);
    expect(found.map(({ start }) => now.slice(start - 5, start))).toEqual(['that ', 'tern ']);
  });

  it('does not choose between two readings of an edit', () => {
    expect(follow('the', 'we saw the ship', 0, 'we saw the the ship')).toBe('changed: the');
    expect(follow('the', 'we saw the ship', 1, 'we saw the the ship')).toMatch(/changed|orphan/);
  });

  it('lets typing inside widen a passage, and typing beside not', () => {
    expect(follow('Luhansk region', old.replace('Luhansk region', 'Luhansk border region'))).toBe(
      'changed: Luhansk border region',
    );
    expect(follow('Luhansk region', old.replace('Luhansk region', '"Luhansk region"'))).toBe(
      'exact: Luhansk region',
    );
    expect(follow('Putin', 'by "Putin" it', 0, 'by Putin it')).toBe('exact: Putin');
  });

  it('keeps what is left of a passage when it is more than half', () => {
    const words = 'Russia claims to have fully captured the Luhansk region';
    expect(follow(words, old.replace('Russia claims to have ', ''))).toBe(
      'changed: fully captured the Luhansk region',
    );
    expect(follow(words, old.replace('Russia claims to have fully captured the ', ''))).toBe('orphan');
    expect(follow(words, old.replace('notably, Russia claims to', 'of it did'))).toBe(
      'changed: have fully captured the Luhansk region',
    );
  });

  it('shows a corrected spelling as changed', () => {
    const wrong = old.replace('Luhansk', 'Luhanks');
    expect(follow('Luhanks', old, 0, wrong)).toBe('changed: Luhansk');
    expect(follow('Luhanks region', old, 0, wrong)).toBe('changed: Luhansk region');
  });

  it('looks past typesetting and split paragraphs', () => {
    expect(follow('late-night telephone', old.replace('late-night', 'late‑night'))).toBe(
      'exact: late‑night telephone',
    );
    expect(follow('captured the Luhansk', old.replace('the Luhansk', 'the\nLuhansk'))).toBe(
      'exact: captured the\nLuhansk',
    );
  });

  it('leaves a passage that was changed before as changed, until its words are back', () => {
    const stored = {
      ...range('Luhansk region'),
      quote: { exact: 'Lugansk region', prefix: '', suffix: '' },
      state: 'changed' as const,
    };
    expect(followEdits(old, `New.\n${old}`, [stored])[0]?.state).toBe('changed');
    expect(followEdits(old, old.replace('Luhansk', 'Lugansk'), [stored])[0]?.state).toBe('exact');
  });

  it('gives an orphan its words again when they are typed in again', () => {
    const cut = old.replace('the Luhansk region ', '');
    const orphan = { ...range('Luhansk region'), state: 'orphan' as const };
    expect(followEdits(cut, old, [orphan])[0]).toEqual({
      state: 'exact',
      start: orphan.start,
      end: orphan.end,
    });
    expect(followEdits(cut, `${cut} x`, [orphan])[0]?.state).toBe('orphan');
  });

  it('takes the word of the editor for where a passage is', () => {
    const now = 'we saw the ship';
    const followed = followEdits(
      'we saw the the ship',
      now,
      [{ ...range('the', 0, 'we saw the the ship') }, { ...range('the', 1, 'we saw the the ship') }],
      { tracked: [null, { start: 7, end: 10 } as never] },
    );
    expect(followed.map(({ state }) => state)).toEqual(['orphan', 'exact']);
  });
});

describe('reconcile', () => {
  it('judges the editor’s range by the quote', () => {
    const selector = range('the Luhansk region');
    const now = old.replace('the Luhansk region', 'the whole Luhansk region');
    const start = now.indexOf('the whole');
    const place = { ...selector, start, end: start + 24 } as typeof selector;
    expect(reconcile(old, selector, selector).state).toBe('exact');
    expect(reconcile(now, selector, place)).toEqual({ state: 'changed', start, end: start + 24 });
    expect(reconcile(now, selector, null).state).toBe('orphan');
    expect(reconcile(now, selector, range('On July')).state).toBe('orphan');
  });
});
