/** Finds the words of an annotation's targets in an article's current text: the quote is checked before a position is trusted. */
import {
  type ComparisonText,
  createComparisonText,
} from '../../../../shared/anchoring/comparison/comparison-text';
import { rangeInOriginal, resolveIn } from '../../../../shared/anchoring/resolve';
import type { AnchorState, Quote } from '../../../../shared/model/annotation';
import type { ImportedTarget } from '../../../../shared/model/imported/imported-annotation';
import { codePoints } from '../../../../shared/text/offsets';
import { decodeAs } from '../../../import/text/decode/decode-as';
import { readOriginal } from '../../articles/capture/import-article';
import { all, get, type ReadableDB } from '../../core/sql';

import { findSameWords } from './same-words';
import type { SourceText } from './source-text';

/** An article as annotations are made on it. */
export interface AnnotatedArticle {
  readonly id: string;
  readonly revisionId: string;
  readonly text: ComparisonText;
  /** The words of the text file that it was made from, in which a position may count as well. */
  readonly original: ComparisonText | null;
  /** IRIs by which a target can name it. */
  readonly sources: ReadonlySet<string>;
  /** The IRI of its current text: a position there needs no quote. */
  readonly currentSources: ReadonlySet<string>;
  /** Whether its current text is that of the same file, in which the annotations' own positions count. */
  readonly isTextOfFile: boolean;
}

function readOriginalText(db: ReadableDB, id: string): ComparisonText | null {
  const isText = get(db, `SELECT 1 FROM original WHERE article_id = ? AND media_type = 'text/plain'`, [id]);
  if (!isText) return null;
  const { bytes, info } = readOriginal(db, id);
  return createComparisonText(decodeAs(bytes, info.encoding).replace(/^\ufeff/, ''));
}

/** What the file of the annotations says of its texts; `textHash`: of the one that it brought for this article. */
interface TextsInFile {
  readonly texts?: readonly SourceText[];
  readonly textHash?: string;
}

/** Reads an article, with the IRIs a file may name it by; null when there is none. */
export function readAnnotatedArticle(
  db: ReadableDB,
  id: string,
  { texts = [], textHash = '' }: TextsInFile = {},
): AnnotatedArticle | null {
  const article = get<{ url: string; revisionId: string; text: string }>(
    db,
    'SELECT a.url, a.revision_id AS revisionId, r.text FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?',
    [id],
  );
  if (!article) return null;
  const { revisionId, url, text } = article;
  const revisions = all<{ id: string; sha256: string }>(
    db,
    'SELECT id, sha256 FROM revision WHERE article_id = ?',
    [id],
  );
  const sources = new Set([`urn:uuid:${id}`, ...(url === '' ? [] : [url])]);
  const currentSources = new Set<string>();
  for (const revision of revisions) {
    const same = texts.filter(({ sha256 }) => sha256 === revision.sha256).map(({ iri }) => iri);
    for (const iri of [`urn:uuid:${revision.id}`, ...same]) {
      sources.add(iri);
      if (revision.id === revisionId) currentSources.add(iri);
    }
  }
  return {
    id,
    revisionId,
    text: createComparisonText(text),
    original: readOriginalText(db, id),
    sources,
    currentSources,
    isTextOfFile: revisions.some(({ id, sha256 }) => id === revisionId && sha256 === textHash),
  };
}

/** A target's place in the current text. */
export interface FoundTarget {
  readonly kind: 'found';
  readonly start: number;
  readonly end: number;
  readonly state: Exclude<AnchorState, 'orphan'>;
  readonly quote: Quote | null;
}
/** Words that are gone from the text: the passage is an orphan. */
export interface GoneTarget {
  readonly kind: 'gone';
  readonly state: 'orphan';
  readonly quote: Quote;
}
export type ResolvedTarget = FoundTarget | GoneTarget | { readonly kind: 'lost'; readonly message: string };

const lost = (message: string): ResolvedTarget => ({ kind: 'lost', message });

function withoutQuote(
  { currentSources, isTextOfFile, text }: AnnotatedArticle,
  { source, position }: ImportedTarget,
): ResolvedTarget {
  if (!position) return lost('It points at no words: it has neither a quote nor a position.');
  if (!currentSources.has(source) && !isTextOfFile)
    return lost('It has a position but no quote to check it by.');
  const { start, end } = position;
  if (start < 0 || start >= end || end > text.offsets.codePointLength)
    return lost('Its position is not in the text.');
  return { kind: 'found', start, end, state: 'exact', quote: null };
}

/**
 * Where a target's words are: as anchoring finds them, or the very same words where there is no doubt. Where the reader is
 * not sure of the place itself, it is `changed`; where the file says that they are gone from this very text, or they are not
 * found, it is an orphan.
 */
export function resolveTarget(article: AnnotatedArticle, target: ImportedTarget): ResolvedTarget {
  const { isUnsure, isOrphan, quote } = target;
  const gone = isOrphan && quote ? ({ kind: 'gone', state: 'orphan', quote } as const) : null;
  if (gone && isSameText(article, target)) return gone;
  const found = (isUnsure && asTheFileSays(article, target)) || findTarget(article, target);
  if (found.kind === 'lost') return gone ?? found;
  return found.kind === 'found' && isUnsure ? { ...found, state: 'changed' } : found;
}

const isSameText = (
  { isTextOfFile, currentSources }: AnnotatedArticle,
  { source }: ImportedTarget,
): boolean => isTextOfFile || currentSources.has(source);

function findTarget(article: AnnotatedArticle, target: ImportedTarget): ResolvedTarget {
  const { quote, position } = target;
  if (!quote || quote.exact.trim() === '') return withoutQuote(article, target);
  if (isAtPosition(article, target))
    return { kind: 'found', start: position?.start ?? 0, end: position?.end ?? 0, state: 'exact', quote };
  const start = codePoints(Math.max(0, position?.start ?? 0));
  const end = codePoints(Math.max(start, position?.end ?? 0));
  const found = resolveIn(article.text, { start, end, quote });
  if (found.state === 'exact' || found.state === 'moved')
    return { kind: 'found', ...found, state: found.state, quote };
  const same = findSameWords(article.text, target, article.original);
  if (same) return { kind: 'found', ...rangeInOriginal(article.text, same), state: 'moved', quote };
  if (found.state === 'changed') return { kind: 'found', ...found, state: 'changed', quote };
  return (
    asTheFileSays(article, target) ??
    lost(`Its words are not in the text, or not at one place only: “${shorten(quote.exact)}”`)
  );
}

/** In the file's own text the very same characters stand at the position: nothing is to be looked for. */
function isAtPosition(article: AnnotatedArticle, target: ImportedTarget): boolean {
  const { position, quote } = target;
  if (!isSameText(article, target) || !position || !quote || position.start < 0) return false;
  const { original, offsets } = article.text;
  return original.slice(offsets.toUtf16(position.start), offsets.toUtf16(position.end)) === quote.exact;
}

/** The file has the text itself: where its count and its quote disagree, the place is kept and the passage is marked. */
function asTheFileSays(article: AnnotatedArticle, target: ImportedTarget): FoundTarget | null {
  const { position, quote } = target;
  if (!isSameText(article, target) || !position) return null;
  const { text } = article;
  const { start, end } = position;
  const isInText = start >= 0 && start < end && end <= text.offsets.codePointLength;
  return isInText ? { kind: 'found', start, end, state: 'changed', quote } : null;
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
