import { describe, expect, it } from 'vitest';
import { createOffsetMap } from '../text/offsets';
import { describe as describePlace } from './describe';
import { followEdits, reconcile } from './follow-edit';
import { resolve } from './resolve';
import { createRandom, type Random } from './testing/edit-model';

const seed = Number(process.env.CASEBOOK_SEED ?? 4);

/** Clusters of several code points, and what changes them when it comes to stand beside them. */
const clusters = [
  '👨‍👩‍👧‍👦',
  '👩🏽‍⚖️',
  '🇺🇦',
  '🇫🇮',
  'e\u0301',
  'ệ\u0323',
  '한',
  '\u1112\u1161\u11ab',
  'न्दि',
  'กำ',
  'שָׁ',
  'ﷺ',
  '𝒳',
  '☎️',
  '1️⃣',
];
const joints = [
  '\u200d',
  '\u0301',
  '\ufe0f',
  '🏽',
  '\u1161',
  '🇺',
  '\u200f',
  '\u202e',
  '\u00ad',
  '\n',
  '\r\n',
  ' ',
];
const words = ['pier', 'пирс', 'мерія', 'ميناء', 'רציף', '码头', 'harbour'];

function madeText(random: Random): string[] {
  return Array.from({ length: 30 + random.below(30) }, () =>
    random.pick([random.pick(words), ' ', random.pick(clusters), random.pick(clusters), random.pick(joints)]),
  );
}

/** Pieces go, come and change their places. */
function edited(pieces: readonly string[], random: Random): string {
  const result = [...pieces];
  for (let step = 0; step < 1 + random.below(6); step++) {
    const at = random.below(result.length);
    const came = random.below(2) ? [random.pick([...clusters, ...joints, ...words])] : [];
    const gone = result.splice(at, random.below(4), ...came);
    if (random.below(3) === 0) result.splice(random.below(result.length), 0, ...gone);
  }
  return result.join('');
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The offsets (code points) between the grapheme clusters of a text. */
function boundariesOf(text: string): Set<number> {
  const boundaries = new Set([0]);
  let offset = 0;
  for (const { segment } of segmenter.segment(text)) boundaries.add((offset += Array.from(segment).length));
  return boundaries;
}

describe(`passages and graphemes (seed ${seed})`, () => {
  it('never begin or end inside of one, whatever was done to the text', { timeout: 120_000 }, () => {
    const random = createRandom(seed);
    let judged = 0;
    for (let script = 0; script < 350; script++) {
      const pieces = madeText(random);
      const old = pieces.join('');
      const now = edited(pieces, random);
      const length = createOffsetMap(old).codePointLength;
      const ranges = Array.from({ length: 8 }, () => {
        const start = random.below(length);
        return describePlace(old, start, start + 1 + random.below(12));
      });
      const [oldBoundaries, boundaries] = [boundariesOf(old), boundariesOf(now)];
      for (const { start, end } of ranges) {
        expect([oldBoundaries.has(start), oldBoundaries.has(end)]).toEqual([true, true]);
      }
      const inEditor = (range: (typeof ranges)[number]) => ({ start: range.start, end: range.end });
      const answers = [
        ...followEdits(old, now, ranges),
        ...followEdits(old, now, ranges, { tracked: ranges.map(inEditor) }),
        ...ranges.map((range) => resolve(now, range)),
        ...ranges.map((range) => reconcile(now, range, range)),
      ];
      for (const answer of answers) {
        if (answer.state === 'orphan') continue;
        judged++;
        const cuts = !boundaries.has(answer.start) || !boundaries.has(answer.end);
        expect(cuts, JSON.stringify({ old, now, answer })).toBe(false);
        expect(answer.end).toBeGreaterThan(answer.start);
      }
    }
    expect(judged).toBeGreaterThan(2500);
  });
});
