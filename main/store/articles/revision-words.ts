/**
 * The words of the revisions that a connection worked on last, with what is worked out of them: a thousand passages in one
 * long text read it, count its characters and tell its sentences apart once. Whoever proves a text reads its row instead.
 */
import { createOffsetMap, type OffsetMap } from '../../../shared/text/offsets';
import { type SentenceRange, sentencesOf } from '../../../shared/text/sentences';
import { get, pluck, type ReadableDB } from '../core/sql';

/** The plain text of a revision, with its code points and, from when they are first asked for, its sentences. */
export interface RevisionWords {
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly sentences: () => readonly SentenceRange[];
}

/** What tells a text from another without reading it: its hash, and its length, which stands before it in the file. */
interface Proof {
  readonly sha256: string;
  readonly bytes: number;
}

interface Kept extends Proof {
  readonly words: RevisionWords;
}

/** More are seldom worked on by turns, and each may be long. */
const mostKept = 2;

const kept = new WeakMap<ReadableDB, Map<string, Kept>>();

function wordsOf(text: string): RevisionWords {
  let sentences: readonly SentenceRange[] | null = null;
  return { text, offsets: createOffsetMap(text), sentences: () => (sentences ??= sentencesOf(text)) };
}

function keptOf(db: ReadableDB): Map<string, Kept> {
  let revisions = kept.get(db);
  if (!revisions) kept.set(db, (revisions = new Map()));
  return revisions;
}

/** The words of a revision; the same object as long as it is one of the last two. Null where there is none. */
export function revisionWords(db: ReadableDB, revisionId: string): RevisionWords | null {
  const select = 'SELECT sha256, octet_length(text) AS bytes FROM revision WHERE id = ?';
  const proof = get<Proof>(db, select, [revisionId]);
  if (!proof) return null;
  const revisions = keptOf(db);
  const there = revisions.get(revisionId);
  if (there?.sha256 === proof.sha256 && there.bytes === proof.bytes) return there.words;
  const text = pluck<string>(db, 'SELECT text FROM revision WHERE id = ?', [revisionId])[0] ?? '';
  const words = wordsOf(text);
  revisions.delete(revisionId);
  const oldest = revisions.keys().next();
  if (revisions.size >= mostKept && !oldest.done) revisions.delete(oldest.value);
  revisions.set(revisionId, { ...proof, words });
  return words;
}

interface Written {
  readonly texts: Map<string, string>;
  length: number;
}

/** Texts of revisions that were just written, until the index, which reads them at the end of the transaction, has them. */
const written = new WeakMap<ReadableDB, Written>();
const mostWritten = 4_000_000;

/** To be called with what is written: then it need not be read for the index. */
export function keepWrittenText(db: ReadableDB, revisionId: string, text: string): void {
  let now = written.get(db);
  if (!now) written.set(db, (now = { texts: new Map(), length: 0 }));
  if (now.length + text.length > mostWritten) return;
  now.texts.set(revisionId, text);
  now.length += text.length;
}

/** The text of a revision: as it was just written, the first time it is asked for, else as it stands in the file. */
export function takeWrittenText(db: ReadableDB, revisionId: string): string {
  const now = written.get(db);
  const text = now?.texts.get(revisionId);
  if (!now || text === undefined)
    return pluck<string>(db, 'SELECT text FROM revision WHERE id = ?', [revisionId])[0] ?? '';
  now.texts.delete(revisionId);
  now.length -= text.length;
  return text;
}

/** To be called when the index has what it reads, and when a transaction has failed. */
export function forgetWrittenTexts(db: ReadableDB): void {
  written.delete(db);
}

/** To be called when the words of a revision are mended in place. */
export function forgetRevisionWords(db: ReadableDB): void {
  kept.delete(db);
  written.delete(db);
}
