import { describe, expect, it } from 'vitest';
import { describe as describePlace } from './describe';
import { resolve } from './resolve';

const text = [
  'On July 3rd, President Trump reportedly held a late-night telephone conversation with Russian President Vladimir Putin.',
  'While the details remain guarded, sources indicate that Ukraine was a primary topic. Following the discussion, President Trump expressed disappointment, noting that he had made "no progress" on securing a ceasefire in Ukraine.',
  'Most notably, Russia claims to have fully captured the Luhansk region in eastern Ukraine.',
].join('\n');

function at(words: string, nth = 0, within = text) {
  let start = -1;
  for (let count = 0; count <= nth; count++) start = within.indexOf(words, start + 1);
  return describePlace(within, start, start + words.length);
}

function resolved(now: string, selector: ReturnType<typeof at>) {
  const { state, start, end } = resolve(now, selector);
  return state === 'orphan' ? 'orphan' : `${state}: ${now.slice(start, end)}`;
}

describe('resolve', () => {
  it('trusts a position whose quote and context are there', () => {
    expect(resolve(text, at('President Trump', 1))).toEqual({
      ...at('President Trump', 1),
      quote: undefined,
      state: 'exact',
    });
  });

  it('finds a quote that moved by its context', () => {
    const now = `A new first line of the page.\n${text}`;
    const found = resolve(now, at('Ukraine', 1));
    expect(found.state).toBe('moved');
    expect(now.slice(0, found.start).endsWith('ceasefire in ')).toBe(true);
  });

  it('does not hang a deleted quote on the same words elsewhere', () => {
    const now = text.replace('that Ukraine was a primary topic', 'it was the primary topic');
    expect(resolved(now, at('Ukraine', 0))).toBe('orphan');
    const without = text.replace('Vladimir Putin', '');
    expect(resolved(`${without} Vladimir Putin's long speech in Moscow`, at('Vladimir Putin'))).toBe(
      'orphan',
    );
  });

  it('does not choose between places that are as good', () => {
    const refrain = 'Nothing has changed since.\nA line in between, of some length at all.\n';
    const now = `New words at the top.\n${refrain}${refrain}${refrain}`;
    const selector = at('has changed', 1, refrain.repeat(3));
    expect(resolved(now, selector)).toBe('orphan');
    expect(resolved(refrain.repeat(3), selector)).toBe('exact: has changed');
  });

  it('takes typesetting for no change', () => {
    const now = text.replace('"no progress"', '“no\u00a0pro\u00adgress”').replace('late-night', 'late‑night');
    expect(resolved(now, at('"no progress"'))).toMatch(/: “no\u00a0pro\u00adgress”$/);
    expect(resolved(now, at('late-night telephone'))).toBe('exact: late‑night telephone');
    expect(resolved(text.normalize('NFD'), at('Luhansk'))).toBe('exact: Luhansk');
    expect(resolved('A ﬁne day in Kyı\u0308v', at('fine day', 0, 'A fine day in Kyiv'))).toBe(
      'exact: ﬁne day',
    );
  });

  it('shows similar words as changed', () => {
    const now = text.replace('fully captured the Luhansk region', 'wholly captured the Luhansk region');
    expect(resolved(now, at('fully captured the Luhansk region'))).toBe(
      'changed: wholly captured the Luhansk region',
    );
  });

  it('takes a quote without context where it stands once', () => {
    const bare = (exact: string) => ({ ...at('Most'), quote: { exact, prefix: '', suffix: '' } });
    expect(resolved(text, bare('primary topic'))).toBe('moved: primary topic');
    expect(resolved(text, bare('President'))).toBe('orphan');
    expect(resolved(text, bare(''))).toBe('orphan');
    expect(resolved(text, bare('Lviv region'))).toBe('orphan');
  });

  it('keeps the stored position of an orphan', () => {
    expect(resolve('Other words.', at('Luhansk'))).toEqual({
      state: 'orphan',
      start: at('Luhansk').start,
      end: at('Luhansk').end,
    });
  });
});
