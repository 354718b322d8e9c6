import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/document/plain-text';
import { sliceByCodePoints } from '../../../../shared/text/offsets';
import { compose } from './compose';
import { type OfficeBlock, type OfficeParagraph, type Piece, paragraphOf, plainPiece } from './office-block';

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const words = ['a', '😀', 'é', 'שלום', '\r\n', ' ', 'x\u0000y', '北京', '\ud83d', ''];

interface Made {
  readonly blocks: OfficeBlock[];
  /** Which word each place stands before, by its key. */
  readonly before: Map<string, string>;
}

/** Paragraphs, list items and tables; before some words a place, and each such word is there once. */
function make(random: () => number): Made {
  const before = new Map<string, string>();
  const pieces = (): Piece[] =>
    Array.from({ length: Math.floor(random() * 5) }, (): Piece[] => {
      const kind = random();
      if (kind < 0.2) return [{ kind: 'break' }];
      if (kind < 0.6) return [plainPiece(words[Math.floor(random() * words.length)] ?? '')];
      const key = `place ${before.size}`;
      const word = `<${before.size}>`;
      before.set(key, word);
      const text: Piece = {
        kind: 'text',
        text: word,
        marks: kind < 0.8 ? ['strong'] : [],
        href: kind < 0.7 ? 'https://example.org/' : null,
      };
      return [{ kind: 'place', key }, text];
    }).flat();
  const paragraph = (): OfficeParagraph => {
    const isItem = random() < 0.5;
    const list = { level: Math.floor(random() * 3), ordered: random() < 0.5, continues: random() < 0.3 };
    return { ...paragraphOf(pieces()), list: isItem ? list : null };
  };
  const table = (depth: number): OfficeBlock => ({
    kind: 'table',
    rows: Array.from({ length: 1 + Math.floor(random() * 2) }, () =>
      Array.from({ length: Math.floor(random() * 3) }, () => ({
        header: false,
        columns: 1 + Math.floor(random() * 2),
        blocks: Array.from({ length: Math.floor(random() * 3) }, () =>
          random() < 0.2 && depth < 2 ? table(depth + 1) : paragraph(),
        ),
      })),
    ),
  });
  const blocks = Array.from({ length: 8 }, (): OfficeBlock => {
    const kind = random();
    return kind < 0.1 ? { kind: 'rule' } : kind < 0.3 ? table(0) : paragraph();
  });
  return { blocks, before };
}

describe('compose', () => {
  it('tells where in the plain text every place stands', () => {
    for (let seed = 1; seed < 250; seed += 1) {
      const { blocks, before } = make(randomNumbers(seed));
      const composed = compose(blocks);
      const text = plainText(composed.blocks);
      for (const [key, word] of before) {
        const start = composed.places.get(key) ?? -1;
        expect(sliceByCodePoints(text, start, start + word.length), `${seed}: ${JSON.stringify(text)}`).toBe(
          word,
        );
      }
    }
  });

  it('moves a place without words to the next ones, and to the end where there are none', () => {
    const place = (key: string): Piece => ({ kind: 'place', key });
    const { places } = compose([
      paragraphOf([plainPiece('one')]),
      paragraphOf([place('a'), plainPiece(' ')]),
      paragraphOf([plainPiece('two')]),
      paragraphOf([place('b')]),
    ]);
    expect([...places]).toEqual([
      ['a', 4],
      ['b', 7],
    ]);
  });

  it('makes one item of a hundred thousand paragraphs: their square would outlast the test', () => {
    const item = (continues: boolean): OfficeBlock => ({
      ...paragraphOf([plainPiece('words')]),
      list: { level: 0, ordered: false, continues },
    });
    const blocks = [item(false), ...Array.from({ length: 100_000 }, () => item(true))];
    expect(plainText(compose(blocks).blocks)).toHaveLength(600_005);
  });
});
