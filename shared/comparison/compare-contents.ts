/**
 * Compares two contents: their paragraphs side by side, with the difference of the words inside of those that changed.
 * What the passages on them say is in `meaning.ts`.
 */
import type { Block } from '../document/blocks';
import { plainText } from '../document/plain-text';
import { codePointLength, codePoints, createOffsetMap, sliceByCodePoints } from '../text/offsets';
import { alignUnits, movedUnits, type UnitPair } from './align-units';
import { compareWords } from './compare-words';
import type { Piece, WordPiece } from './pieces';
import { type Unit, unitsOf } from './units';

/**
 * `same`: letter for letter; `formatting`: the same letters, in other styles, pictures or kinds of paragraph;
 * `typesetting`: the same words; `changed`: other words; `added`, `removed`: on one side only.
 */
export type RowKind = 'same' | 'formatting' | 'typesetting' | 'changed' | 'added' | 'removed';

/** Paragraphs that stand side by side. */
export interface ComparedRow {
  readonly kind: RowKind;
  /** Indexes of `unitsOf` the older content: one; none when added; several where paragraphs were joined. */
  readonly old: readonly number[];
  /** The same of the newer. */
  readonly new: readonly number[];
  /** For `typesetting` and `changed`: all their words, in order. */
  readonly pieces: readonly Piece[];
  /** The index of the row where the same words stand on the other side: the paragraph moved. */
  readonly partner: number | null;
}

interface Side {
  readonly units: readonly Unit[];
  readonly texts: readonly string[];
}

function sideOf(blocks: readonly Block[]): Side {
  const text = plainText(blocks);
  const map = createOffsetMap(text);
  const units = unitsOf(blocks);
  return { units, texts: units.map(({ start, end }) => sliceByCodePoints(text, start, end, map)) };
}

const textOf = ({ texts }: Side, indexes: readonly number[]): string =>
  indexes.map((index) => texts[index]).join('\n');

/** The words of a row counted in their texts. */
function placed(words: readonly WordPiece[], oldStart: number, newStart: number): Piece[] {
  let [old, now] = [oldStart, newStart];
  return words.map((word) => {
    const piece: Piece = {
      kind: word.kind,
      old: { start: codePoints(old), end: codePoints(old + codePointLength(word.old)) },
      new: { start: codePoints(now), end: codePoints(now + codePointLength(word.new)) },
    };
    [old, now] = [piece.old.end, piece.new.end];
    return piece;
  });
}

function looksOf({ units }: Side, indexes: readonly number[]): string {
  return JSON.stringify(
    indexes.map((index) => [
      units[index]?.kind,
      units[index]?.leaves.map(({ inlines, path }) => [inlines, path.length]),
    ]),
  );
}

function kindOf(words: readonly WordPiece[]): 'same' | 'typesetting' | 'changed' {
  if (words.some(({ kind }) => kind === 'changed')) return 'changed';
  return words.some(({ kind }) => kind === 'typesetting') ? 'typesetting' : 'same';
}

function rowOf(pair: UnitPair, old: Side, now: Side): ComparedRow {
  const row = { ...pair, pieces: [], partner: null };
  if (pair.old.length === 0) return { ...row, kind: 'added' };
  if (pair.new.length === 0) return { ...row, kind: 'removed' };
  const words = compareWords(textOf(old, pair.old), textOf(now, pair.new));
  const kind = kindOf(words);
  if (kind === 'same')
    return { ...row, kind: looksOf(old, pair.old) === looksOf(now, pair.new) ? 'same' : 'formatting' };
  const starts = [old.units[pair.old[0] ?? 0]?.start ?? 0, now.units[pair.new[0] ?? 0]?.start ?? 0] as const;
  return { ...row, kind, pieces: placed(words, ...starts) };
}

/** Rows that only one side has, with their index. */
const lone = (rows: readonly ComparedRow[], kind: 'added' | 'removed') =>
  rows.flatMap((row, index) =>
    row.kind === kind ? [{ index, units: kind === 'added' ? row.new : row.old }] : [],
  );

function linkMoved(rows: readonly ComparedRow[], old: Side, now: Side): ComparedRow[] {
  const [removed, added] = [lone(rows, 'removed'), lone(rows, 'added')];
  const partners = new Map<number, number>();
  const moved = movedUnits(
    removed.map(({ units }) => textOf(old, units)),
    added.map(({ units }) => textOf(now, units)),
  );
  for (const match of moved) {
    const [from, to] = [removed[match.old]?.index ?? -1, added[match.new]?.index ?? -1];
    partners.set(from, to).set(to, from);
  }
  return rows.map((row, index) => ({ ...row, partner: partners.get(index) ?? null }));
}

/** The rows of two contents, in the order of both; every unit of either is in one row. */
export function compareContents(oldBlocks: readonly Block[], newBlocks: readonly Block[]): ComparedRow[] {
  const [old, now] = [sideOf(oldBlocks), sideOf(newBlocks)];
  const rows = alignUnits(old.texts, now.texts).map((pair) => rowOf(pair, old, now));
  return linkMoved(rows, old, now);
}
