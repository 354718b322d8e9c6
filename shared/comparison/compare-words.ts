/**
 * The difference between two texts word by word. Time is bounded: where too much differs, sentences are compared, and
 * where even these differ too much the whole is replaced. It knows nothing of paragraphs that moved.
 */
import { diffArrays } from 'diff';
import type { PieceKind, WordPiece } from './pieces';
import { foldWords, keyOf, sentencesOf, wordsOf } from './words';

/** Beyond this many differing words (or sentences) a comparison is given up: its time grows with their square. */
const mostEdits = 600;

const changed = (old: string, now: string): WordPiece => ({ kind: 'changed', old, new: now });

/** Collects pieces in order; what is gone and what came between two common pieces is one piece. */
class PieceList {
  readonly pieces: WordPiece[] = [];
  private gone = '';
  private came = '';

  add(gone: string, came: string): void {
    this.gone += gone;
    this.came += came;
  }

  addCommon(old: string, now: string): void {
    this.flush();
    this.push(old === now ? 'same' : 'typesetting', old, now);
  }

  /** Ends the change that is being collected. */
  flush(): this {
    if (this.gone || this.came) {
      const isTypesetting = foldWords(this.gone) === foldWords(this.came);
      this.push(isTypesetting ? 'typesetting' : 'changed', this.gone, this.came);
    }
    this.gone = '';
    this.came = '';
    return this;
  }

  private push(kind: PieceKind, old: string, now: string): void {
    const last = this.pieces.at(-1);
    if (last?.kind === kind)
      this.pieces[this.pieces.length - 1] = { kind, old: last.old + old, new: last.new + now };
    else this.pieces.push({ kind, old, new: now });
  }
}

/** The pieces of two lists by their keys; null when they differ too much. `between` compares what is not common. */
function comparePieces(
  old: readonly string[],
  now: readonly string[],
  key: (piece: string) => string,
  between: (gone: string, came: string, into: PieceList) => void,
): WordPiece[] | null {
  const changes = diffArrays(old.map(key), now.map(key), { maxEditLength: mostEdits });
  if (!changes) return null;
  const list = new PieceList();
  let [atOld, atNow, gone, came] = [0, 0, '', ''];
  const settle = () => {
    if (gone || came) between(gone, came, list);
    [gone, came] = ['', ''];
  };
  for (const { added, removed, value } of changes) {
    if (!added && !removed) settle();
    for (let step = 0; step < value.length; step++) {
      if (removed) gone += old[atOld++] ?? '';
      else if (added) came += now[atNow++] ?? '';
      else list.addCommon(old[atOld++] ?? '', now[atNow++] ?? '');
    }
  }
  settle();
  return list.flush().pieces;
}

/** Two changes with nothing but a space between them are read as one. */
function joinAcrossSpaces(pieces: readonly WordPiece[]): WordPiece[] {
  const joined: WordPiece[] = [];
  for (const piece of pieces) {
    const space = joined.at(-1);
    const before = joined.at(-2);
    const joins = piece.kind === 'changed' && before?.kind === 'changed' && space?.old.trim() === '';
    if (joins && space.new.trim() === '')
      joined.splice(-2, 2, changed(before.old + space.old + piece.old, before.new + space.new + piece.new));
    else joined.push(piece);
  }
  return joined;
}

/** A space that both sides of a change begin or end with is no part of it. */
function withoutSpaces(piece: WordPiece): WordPiece[] {
  const { kind, old, new: now } = piece;
  if (kind !== 'changed' || !old.trim() || !now.trim()) return [piece];
  const before = (text: string) => text.slice(0, text.length - text.trimStart().length);
  const after = (text: string) => text.slice(text.trimEnd().length);
  const head = before(old) === before(now) ? before(old) : '';
  const tail = after(old) === after(now) ? after(old) : '';
  const same = (text: string): WordPiece[] => (text ? [{ kind: 'same', old: text, new: text }] : []);
  const middle = (text: string) => text.slice(head.length, text.length - tail.length);
  return [...same(head), changed(middle(old), middle(now)), ...same(tail)];
}

/** Neighbours that compare alike are one piece. */
function joinAlike(pieces: readonly WordPiece[]): WordPiece[] {
  const joined: WordPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind && piece.kind === 'same')
      joined[joined.length - 1] = { ...piece, old: last.old + piece.old, new: last.new + piece.new };
    else joined.push(piece);
  }
  return joined;
}

const byWords = (old: string, now: string): WordPiece[] | null =>
  comparePieces(wordsOf(old), wordsOf(now), keyOf, (gone, came, into) => into.add(gone, came));

function bySentences(old: string, now: string): WordPiece[] {
  const inside = (gone: string, came: string, into: PieceList) => {
    const pieces = gone && came ? byWords(gone, came) : null;
    for (const piece of pieces ?? [changed(gone, came)]) {
      if (piece.kind === 'changed') into.add(piece.old, piece.new);
      else into.addCommon(piece.old, piece.new);
    }
  };
  return comparePieces(sentencesOf(old), sentencesOf(now), foldWords, inside) ?? [changed(old, now)];
}

/**
 * The pieces of two texts in order: joined, their old words are the old text and their new words the new. Equal texts
 * are one `same` piece, empty ones none. Deterministic; time is bounded however much differs.
 */
export function compareWords(old: string, now: string): WordPiece[] {
  if (old === now) return old === '' ? [] : [{ kind: 'same', old, new: now }];
  if (old === '' || now === '') return [changed(old, now)];
  const pieces = joinAcrossSpaces(byWords(old, now) ?? bySentences(old, now));
  return joinAlike(pieces.flatMap(withoutSpaces));
}
