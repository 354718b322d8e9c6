/** Every revision: its text against its hash and its content, and every place in it against the words. */
import type { Finding } from '../../../../shared/contract/notebook';
import { parseContent } from '../../../../shared/document/content-html';
import { plainText } from '../../../../shared/document/plain-text';
import type { Quote } from '../../../../shared/model/annotation';
import { countWords } from '../../../../shared/text/count-words';
import { anchorsOfRevision } from '../../annotations/anchors';
import { listLocators } from '../../articles/capture/locators';
import { listExclusions } from '../../articles/exclusions';
import { hashOfText } from '../../articles/revisions';
import { all, countOf, get, pluck, type ReadableDB } from '../../core/sql';
import { faultOf, type MappedText, mapped, onlyPlace } from './anchor-place';
import { type CheckPart, finding, type Tick } from './finding';

interface RevisionRow {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly wordCount: number;
  readonly content: string;
  readonly text: string;
  readonly sha256: string;
}

/** The plain text of a content, or null where it is not canonical. */
export function textOrNull(content: string): string | null {
  try {
    return plainText(parseContent(content));
  } catch {
    return null;
  }
}

function readRevision(db: ReadableDB, id: string): RevisionRow | undefined {
  return get(
    db,
    `SELECT id, article_id AS articleId, number, word_count AS wordCount, content, text, sha256
     FROM revision WHERE id = ?`,
    [id],
  );
}

function* checkWords(row: RevisionRow): Generator<Finding> {
  const { id, content, text, sha256, articleId } = row;
  const place = { articleId, annotationId: null };
  const isWhole = hashOfText(text) === sha256;
  const ofContent = textOrNull(content);
  const repair = !isWhole && ofContent !== null && hashOfText(ofContent) === sha256 ? 'text' : null;
  if (!isWhole) {
    const message = `The text of revision ${row.number} is not the one it was saved with.`;
    yield finding({ kind: 'hash', id, message, repair, place });
  }
  if (ofContent !== text) {
    const message = `The text of revision ${row.number} is not the text of its content.`;
    yield finding({ kind: 'hash', id, message, repair, place });
  }
  if (isWhole && countWords(text) !== row.wordCount) {
    const message = `The words of revision ${row.number} are not counted right.`;
    yield finding({ kind: 'derived', id, message, repair: 'derived', place });
  }
}

function* checkAnchors(
  db: ReadableDB,
  { id, number, articleId }: RevisionRow,
  text: MappedText,
): Generator<Finding> {
  for (const anchor of anchorsOfRevision(db, id)) {
    const fault = faultOf(text, anchor);
    if (fault === null) continue;
    const { annotationId, exact } = anchor;
    const message = `A passage ${fault} in revision ${number}${inWords(exact)}.`;
    yield finding({
      kind: 'anchor',
      id: annotationId,
      message,
      repair: 'place',
      place: { articleId, annotationId },
    });
  }
}

/** The beginning of a quote, to tell which passage is meant. */
function inWords(exact: string): string {
  const words = exact.replace(/\s+/g, ' ').trim();
  return words === '' ? '' : `: “${words.length > 60 ? `${words.slice(0, 59)}…` : words}”`;
}

/** A former quote whose place is checked: where the anchor of that revision was on other words, it makes no claim. */
export interface FormerPlace extends Quote {
  readonly annotationId: string;
  readonly part: number;
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The former quotes that are said to stand in a revision. */
export function formerPlaces(db: ReadableDB, revisionId: string): FormerPlace[] {
  return all(
    db,
    `SELECT f.annotation_id AS annotationId, f.part, f.number, f.start, f."end", f.exact, f.prefix, f.suffix
     FROM former_quote f WHERE f.revision_id = ? AND NOT EXISTS (SELECT 1 FROM anchor k
       WHERE k.annotation_id = f.annotation_id AND k.part = f.part AND k.revision_id = f.revision_id
         AND k.former = f.number AND k.state IN ('changed', 'orphan'))
     ORDER BY f.annotation_id, f.part, f.number`,
    [revisionId],
  );
}

function* checkFormer(
  db: ReadableDB,
  { id, number, articleId }: RevisionRow,
  text: MappedText,
): Generator<Finding> {
  for (const former of formerPlaces(db, id)) {
    const { annotationId, exact } = former;
    // What is kept of a quote that never stood anywhere else is the place it was confirmed at: it may be on other words.
    const fault = faultOf(text, { ...former, state: 'exact' });
    if (fault === null || (fault === 'is not on its words' && onlyPlace(text, exact) === null)) continue;
    const repair = onlyPlace(text, exact) ? 'place' : null;
    const message = `A former quote ${fault} in revision ${number}${inWords(exact)}.`;
    yield finding({
      kind: 'anchor',
      id: annotationId,
      message,
      repair,
      place: { articleId, annotationId },
    });
  }
}

function* checkExclusions(
  db: ReadableDB,
  { id, number, articleId }: RevisionRow,
  { map }: MappedText,
): Generator<Finding> {
  for (const { start, end } of listExclusions(db, id)) {
    if (start >= 0 && start < end && end <= map.codePointLength) continue;
    const message = `Page chrome is marked outside of the text of revision ${number}.`;
    yield finding({ kind: 'anchor', id, message, place: { articleId, annotationId: null } });
  }
}

function* checkLocators(
  db: ReadableDB,
  { id, number, articleId }: RevisionRow,
  { map }: MappedText,
): Generator<Finding> {
  for (const { kind, label, start } of listLocators(db, id)) {
    if (start >= 0 && start <= map.codePointLength) continue;
    const message = `The ${kind} ${label} begins outside of the text of revision ${number}.`;
    yield finding({ kind: 'anchor', id, message, place: { articleId, annotationId: null } });
  }
}

function* checkRevision(db: ReadableDB, revision: RevisionRow): Generator<Finding> {
  const text = mapped(revision.text);
  yield* checkWords(revision);
  yield* checkAnchors(db, revision, text);
  yield* checkFormer(db, revision, text);
  yield* checkExclusions(db, revision, text);
  yield* checkLocators(db, revision, text);
}

function* check(db: ReadableDB): Generator<Tick> {
  for (const id of pluck<string>(db, 'SELECT id FROM revision ORDER BY id')) {
    const revision = readRevision(db, id);
    if (revision) yield* checkRevision(db, revision);
    yield null;
  }
}

export const revisionsPart: CheckPart = {
  count: (db) => countOf(db, 'SELECT count(*) FROM revision'),
  check,
};
