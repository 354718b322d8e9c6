/**
 * Footnotes and endnotes: a sign in the text that leads to the note at the end of the article, and one there that leads back.
 * The sign stands in brackets, so that it does not run into the word before it.
 */
import { type OfficeBlock, type OfficeParagraph, type Piece, paragraphOf, plainPiece } from './office-block';

export type NoteKind = 'footnote' | 'endnote';

export interface Notes {
  readonly footnote: OfficeBlock[];
  readonly endnote: OfficeBlock[];
  readonly counts: Record<NoteKind, number>;
}

export const startNotes = (): Notes => ({ footnote: [], endnote: [], counts: { footnote: 0, endnote: 0 } });

/** The sign of the next note. `sign`: what its author chose, or '' for its number. */
export function addNote(notes: Notes, kind: NoteKind, sign: string, body: readonly OfficeBlock[]): Piece {
  notes.counts[kind] += 1;
  const number = notes.counts[kind];
  const name = `${kind}-${number}`;
  const label = `[${sign.trim() || (kind === 'footnote' ? String(number) : romanNumber(number))}]`;
  notes[kind].push(...noteBlocks(label, name, body));
  return { kind: 'text', text: label, marks: ['sup'], href: `#${name}`, name: `${name}-sign` };
}

function noteBlocks(label: string, name: string, body: readonly OfficeBlock[]): OfficeBlock[] {
  const back: Piece = { kind: 'text', text: label, marks: [], href: `#${name}-sign`, name };
  const [first, ...others] = body;
  if (first?.kind !== 'paragraph') return [paragraphOf([back]), ...body];
  const pieces = [back, plainPiece(' '), ...withoutLeadingBlank(first.pieces)];
  return [paragraphOf(pieces), ...others];
}

function withoutLeadingBlank(pieces: OfficeParagraph['pieces']): readonly Piece[] {
  const [first, ...others] = pieces;
  if (first?.kind !== 'text') return pieces;
  const text = first.text.replace(/^\s+/, '');
  return text === '' ? withoutLeadingBlank(others) : [{ ...first, text }, ...others];
}

/** The notes after the text, footnotes first, below a line. */
export function withNotes(blocks: readonly OfficeBlock[], notes: Notes): OfficeBlock[] {
  const all = [...notes.footnote, ...notes.endnote];
  return all.length === 0 ? [...blocks] : [...blocks, { kind: 'rule' }, ...all];
}

const romanDigits: readonly (readonly [value: number, digits: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function romanNumber(number: number): string {
  let left = number;
  let roman = '';
  for (const [value, digits] of romanDigits) for (; left >= value; left -= value) roman += digits;
  return roman;
}
