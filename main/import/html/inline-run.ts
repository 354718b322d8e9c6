/**
 * The inline content of one block being read: pieces in order, to which the white space rules of CSS are applied at the
 * end, when it is known what stands on either side.
 */
import type { BreakInline, ImageInline, Inline, TextInline, TextMark } from '../../../shared/document/blocks';
import { oneBlankEach } from '../text/white-space';

/** How the words being read are set. */
export interface InlineStyle {
  readonly marks: readonly TextMark[];
  /** An allowed link target, or null outside of links. */
  readonly href: string | null;
  /** Names that links of the page lead to and that stand on these words, or just before them. */
  readonly names?: readonly string[];
}

type Piece = InlineStyle & (TextInline | BreakInline | ImageInline);

export interface InlineRun {
  readonly pieces: Piece[];
  /** Names that wait for the next words. */
  pendingNames: readonly string[];
}

export const startRun = (): InlineRun => ({ pieces: [], pendingNames: [] });

export function addText(run: InlineRun, text: string, { marks, href }: InlineStyle): void {
  const names = text.trim() === '' ? [] : run.pendingNames;
  if (names.length > 0) run.pendingNames = [];
  run.pieces.push({ kind: 'text', text, marks, href, ...(names.length > 0 ? { names } : {}) });
}

/** The words that come next are what `#name` leads to. */
export function addName(run: InlineRun, name: string): void {
  run.pendingNames = [...run.pendingNames, name];
}

export function addBreak(run: InlineRun): void {
  run.pieces.push({ kind: 'break', marks: [], href: null });
}

export function addImage(run: InlineRun, image: ImageInline, { href }: InlineStyle): void {
  run.pieces.push({ ...image, marks: [], href });
}

/** The paragraphs of the run: white space collapsed, parted where two or more breaks follow each other. Empty ones are left out. */
export function paragraphsOf(run: InlineRun): Inline[][] {
  const collapsed = collapseSpaces(run.pieces);
  return splitAtDoubleBreaks(collapsed).flatMap((pieces) => {
    const trimmed = trimBreaks(pieces);
    return trimmed.length === 0 ? [] : [groupLinks(trimmed)];
  });
}

/** The run as one line of content with its white space collapsed; breaks that stand together stay. */
export function inlinesOf(run: InlineRun): Inline[] {
  return groupLinks(trimBreaks(collapseSpaces(run.pieces)));
}

/** The run with its white space as written, for preformatted blocks. A line end at either end is layout. */
export function literalInlinesOf(run: InlineRun): Inline[] {
  const pieces = run.pieces.map(
    (piece): Piece => (piece.kind === 'break' ? { ...piece, kind: 'text', text: '\n' } : piece),
  );
  const first = pieces.findIndex((piece) => piece.kind !== 'text' || piece.text !== '');
  const last = pieces.findLastIndex((piece) => piece.kind !== 'text' || piece.text.trim() !== '');
  const kept = pieces.slice(Math.max(0, first), last + 1);
  return groupLinks(kept.map((piece, at) => trimLineEnds(piece, at === 0, at === kept.length - 1)));
}

function trimLineEnds(piece: Piece, isFirst: boolean, isLast: boolean): Piece {
  if (piece.kind !== 'text') return piece;
  const text = isFirst ? piece.text.replace(/^\n/, '') : piece.text;
  return { ...piece, text: isLast ? text.trimEnd() : text };
}

/** Each stretch of white space is one blank; none at a line's start or end. No-break spaces are words' own. */
function collapseSpaces(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let atSpace = true;
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      trimLastText(kept);
      kept.push(piece);
      atSpace = true;
    } else if (piece.kind === 'image') {
      kept.push(piece);
      atSpace = false;
    } else {
      const text: string = oneBlankEach(piece.text).replace(/^ /, atSpace ? '' : ' ');
      if (text === '') continue;
      kept.push({ ...piece, text });
      atSpace = text.endsWith(' ');
    }
  }
  trimLastText(kept);
  return kept;
}

function trimLastText(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith(' ')) return;
  pieces.pop();
  const text = last.text.slice(0, -1);
  if (text !== '') pieces.push({ ...last, text });
}

function splitAtDoubleBreaks(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const [at, piece] of pieces.entries()) {
    const doubled = piece.kind === 'break' && pieces[at + 1]?.kind === 'break';
    if (doubled && parts.at(-1)?.length !== 0) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

function trimBreaks(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex((piece) => piece.kind !== 'break');
  const last = pieces.findLastIndex((piece) => piece.kind !== 'break');
  return first < 0 ? [] : pieces.slice(first, last + 1);
}

/** Neighbours with the same target become one link; a link of nothing but blanks is no link. */
function groupLinks(pieces: readonly Piece[]): Inline[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group !== undefined && group[0]?.href === piece.href) group.push(piece);
    else groups.push([piece]);
  }
  const inlines = groups.flatMap((group): Inline[] => {
    const href = group[0]?.href ?? null;
    const children = group.map(bare);
    const isEmpty = group.every(
      (piece) => piece.kind === 'break' || (piece.kind === 'text' && !piece.text.trim()),
    );
    return href === null || isEmpty ? children : [{ kind: 'link', href, children }];
  });
  return giveNames(
    inlines,
    pieces.flatMap(({ names = [] }) => names),
  );
}

const leadsBack = (inline: Inline): boolean =>
  inline.kind === 'link' && inline.href.startsWith('#') && inline.name === undefined;

/** A name goes to the first link within the text that has none (a footnote's sign, its way back); else to a new one. */
function giveNames(inlines: readonly Inline[], names: readonly string[]): Inline[] {
  return names.reduce<Inline[]>(
    (named, name) => {
      const at = named.findIndex(leadsBack);
      if (at >= 0) return named.map((one, index) => (index === at ? { ...one, name } : one));
      return nameFirstWord(named, name);
    },
    [...inlines],
  );
}

/** A link that leads to itself: the place has a name, and nowhere else to go. */
function nameFirstWord(inlines: readonly Inline[], name: string): Inline[] {
  const at = inlines.findIndex((inline) => inline.kind === 'text' && inline.text.trim() !== '');
  const first = inlines[at];
  if (first?.kind !== 'text') return [...inlines];
  const [word = ''] = /^\s*\S+/.exec(first.text) ?? [];
  const { marks } = first;
  return [
    ...inlines.slice(0, at),
    { kind: 'link', href: `#${name}`, name, children: [{ kind: 'text', text: word, marks }] },
    { kind: 'text', text: first.text.slice(word.length), marks },
    ...inlines.slice(at + 1),
  ];
}

function bare(piece: Piece): TextInline | BreakInline | ImageInline {
  if (piece.kind === 'text') return { kind: 'text', text: piece.text, marks: piece.marks };
  if (piece.kind === 'image') return { kind: 'image', src: piece.src, alt: piece.alt };
  return { kind: 'break' };
}
