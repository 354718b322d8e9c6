import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../anchoring/describe';
import { followEdits } from '../anchoring/follow-edit';
import { createRandom, edgesOf, modelOf, type Random } from '../anchoring/testing/edit-model';
import { prose } from '../anchoring/testing/prose';
import type { AnchorState } from '../model/annotation';
import { codePoints } from '../text/offsets';
import { changedPassages, type PlacedPart, type PlacedText } from './meaning';

function part(text: string, words: string, given: Partial<PlacedPart> = {}): PlacedPart {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  const end = start + Array.from(words).length;
  return {
    annotationId: 'a',
    part: 0,
    state: 'exact',
    start: codePoints(start),
    end: codePoints(end),
    ...given,
  };
}
const placed = (text: string, words: string, state: AnchorState = 'exact'): PlacedText => ({
  text,
  parts: [part(text, words, { state })],
});

describe('what changed in meaning', () => {
  const old = 'Officials said 23 people were injured.';
  const now = 'Officials said 26 people were injured.';

  it('is a passage with other words, with their difference', () => {
    const [change, ...others] = changedPassages(
      placed(old, '23 people'),
      placed(now, '26 people', 'changed'),
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({ annotationId: 'a', state: 'changed', from: { words: '23 people' } });
    expect(change?.pieces).toEqual([
      { kind: 'changed', old: '23', new: '26' },
      { kind: 'same', old: ' people', new: ' people' },
    ]);
  });

  it('says when the new words were confirmed, are gone, or were found', () => {
    const stateOf = (from: PlacedText, to: PlacedText) => changedPassages(from, to).map(({ state }) => state);
    expect(stateOf(placed(old, '23 people'), placed(now, '26 people'))).toEqual(['confirmed']);
    expect(stateOf(placed(old, '23 people'), placed(now, 'Officials', 'orphan'))).toEqual(['gone']);
    expect(stateOf(placed(old, '23 people', 'orphan'), placed(now, '26 people'))).toEqual(['found']);
    expect(stateOf(placed(old, '23 people', 'orphan'), placed(now, 'said', 'orphan'))).toEqual([]);
  });

  it('is not a passage that moved, was typeset otherwise, or is in one revision only', () => {
    expect(changedPassages(placed('a b c', 'b'), placed('b a c', 'b', 'moved'))).toEqual([]);
    expect(changedPassages(placed('“so” it', '“so” it'), placed('"so"\nit', '"so"\nit', 'changed'))).toEqual(
      [],
    );
    expect(changedPassages({ text: 'a b', parts: [] }, placed('a b', 'b'))).toEqual([]);
    expect(changedPassages(placed('a b', 'b'), { text: 'a b', parts: [] })).toEqual([]);
  });

  it('compares all parts of a passage', () => {
    const from = { text: old, parts: [part(old, '23'), part(old, 'injured', { part: 1 })] };
    const to = {
      text: now,
      parts: [part(now, '26', { state: 'changed' }), part(now, 'injured', { part: 1 })],
    };
    expect(changedPassages(from, to)).toMatchObject([
      { from: { words: '23 … injured' }, to: { words: '26 … injured' }, state: 'changed' },
    ]);
  });
});

/** A passage and its text after edits that leave its words alone. */
function editedOutside(random: Random, text: string) {
  const edges = edgesOf(modelOf(text));
  const from = random.below(edges.length - 1);
  const start = edges[from] ?? 0;
  const end = edges[Math.min(edges.length - 1, from + 1 + random.below(12))] ?? 0;
  const points = Array.from(text);
  const outside = edges.filter((edge) => edge < start - 1 || edge > end + 1);
  const at = outside[random.below(outside.length)] ?? 0;
  const limit = at < start ? start - 1 : points.length;
  const until = Math.min(limit, edges.find((edge) => edge > at + random.below(60)) ?? points.length);
  const came = random.pick([' new words ', '', '\n', ' 17 ', ' said the mayor of Port Ellin ']);
  const edited = [...points.slice(0, at), ...Array.from(came), ...points.slice(Math.max(at, until))].join('');
  return { start, end, edited };
}

it('lists nothing that was not touched', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...Object.values(prose)), (seed, text) => {
      const { start, end, edited } = editedOutside(createRandom(seed), text);
      const passage = describePassage(text, start, end);
      const words = passage.quote.exact;
      if (!/\p{L}{4}/u.test(words) || text.split(words).length > 2) return;
      const [stands] = followEdits(text, edited, [{ ...passage, state: 'exact' }]);
      if (!stands || stands.state === 'orphan' || stands.state === 'changed') return;
      compared++;
      const before = { annotationId: 'a', part: 0, state: 'exact' as const, ...passage };
      const after = { annotationId: 'a', part: 0, ...stands };
      expect(changedPassages({ text, parts: [before] }, { text: edited, parts: [after] })).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(40);
});
