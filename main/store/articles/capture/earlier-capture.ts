/**
 * Recognises that a document is a newer capture of an article that is there: the same page or file, with much of the same
 * words. A page that shows something else each day stays an article of its own.
 */

import { createComparisonText } from '../../../../shared/anchoring/comparison/comparison-text';
import type { ImportedDocument } from '../../../../shared/model/imported/imported-document';
import { all, pluck, type ReadableDB } from '../../core/sql';
import { pageAddress } from './page-address';

/** Share of the shorter text's runs of words that both must have. */
const sharedRuns = 0.3;
/** Words in a run: as many as two texts hardly share by chance. */
const runLength = 4;

function runsOf(text: string): Set<string> {
  const words =
    createComparisonText(text)
      .text.toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ??
    [];
  return new Set(
    words
      .map((_, at) => words.slice(at, at + runLength).join(' '))
      .slice(0, Math.max(1, words.length - runLength + 1)),
  );
}

/** Whether two texts have enough in common to be two states of one. */
export function isSameArticle(one: string, other: string): boolean {
  const [a, b] = [runsOf(one), runsOf(other)];
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const run of small) if (large.has(run)) shared++;
  return small.size > 0 && shared / small.size >= sharedRuns;
}

/** Articles of the same page, newest first. */
function onSamePage(db: ReadableDB, url: string): string[] {
  const address = pageAddress(url);
  if (address === '') return [];
  const { hostname } = new URL(url);
  const rows = all<{ id: string; url: string }>(
    db,
    `SELECT id, url FROM article WHERE kind = 'captured' AND instr(lower(url), ?) > 0 ORDER BY id DESC`,
    [hostname.replace(/^www\./, '')],
  );
  return rows.filter((row) => pageAddress(row.url) === address).map(({ id }) => id);
}

/** Articles captured from the same file, newest first. What is pasted comes from nowhere in particular. */
function fromSameFile(db: ReadableDB, source: string): string[] {
  if (source === '' || source === 'clipboard:') return [];
  return pluck<string>(db, 'SELECT DISTINCT article_id FROM original WHERE source = ? ORDER BY id DESC', [
    source,
  ]);
}

function textOf(db: ReadableDB, articleId: string): string {
  const sql = 'SELECT r.text FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?';
  return pluck<string>(db, sql, [articleId])[0] ?? '';
}

/** The article that a document is a newer capture of, if there is one. */
export function findEarlierCapture(
  db: ReadableDB,
  { metadata, original, text }: ImportedDocument,
): string | undefined {
  const candidates = [...onSamePage(db, metadata.url), ...fromSameFile(db, original.source)];
  return [...new Set(candidates)].find((id) => isSameArticle(textOf(db, id), text));
}
