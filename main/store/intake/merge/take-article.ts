/** Takes articles of another notebook: whole ones, and texts of one that is here: newer ones, and earlier ones in order of time. */

import { all, pluck, type ReadableDB, update, type WritableDB } from '../../core/sql';
import { asText } from '../../notebook/records/as-text';
import { readRecord } from '../../notebook/records/read-records';
import { kindNamed } from '../../notebook/records/record-kinds';
import type { Json, JsonObject } from '../../notebook/records/record-types';
import { writeItem, writeRecord } from '../../notebook/records/write-records';
import { copyBytes } from './apply-change';

/** Bytes that were taken along already. */
export interface Files {
  readonly kept: Set<string>;
}

/** Writes an article that is new here, with its captured files. */
export function addArticle(
  db: WritableDB,
  theirDb: ReadableDB,
  { kept }: Files,
  record: JsonObject,
  mapped: JsonObject,
): void {
  for (const { sha256 } of record['originals'] as readonly JsonObject[]) {
    if (typeof sha256 !== 'string' || kept.has(sha256)) continue;
    copyBytes(db, theirDb, sha256);
    kept.add(sha256);
  }
  writeRecord(db, kindNamed('articles'), mapped);
}

const articles = kindNamed('articles');
const revisionPart = articles.parts.find(({ name }) => name === 'revisions');

/** An original that came along under another id (the same bytes were here) is found by its hash. */
function originalOf(db: ReadableDB, articleId: string, record: JsonObject, id: Json | undefined): Json {
  const original = (record['originals'] as readonly JsonObject[]).find((each) => each['id'] === id);
  const select = 'SELECT id FROM original WHERE article_id = ? AND sha256 = ?';
  return pluck<string>(db, select, [articleId, asText(original?.['sha256'])])[0] ?? null;
}

const annotations = kindNamed('annotations');
const anchorPart = annotations.parts.find(({ name }) => name === 'anchors');

const quotesOf = (record: JsonObject): string =>
  JSON.stringify(
    [record['quotes'], record['formerQuotes']].map((items) =>
      ((items ?? []) as readonly JsonObject[]).map(({ part, number, exact }) => [part, number, exact]),
    ),
  );

/** Where a passage that both have on the same words stands in a text of theirs, they know: it is not looked for again. */
function takePlaces(db: WritableDB, theirDb: ReadableDB, ourId: string, texts: readonly string[]): void {
  const select =
    'SELECT DISTINCT annotation_id FROM anchor WHERE revision_id IN (SELECT value FROM json_each(?))';
  for (const id of pluck<string>(theirDb, select, [JSON.stringify(texts)])) {
    const [our, their] = [readRecord(db, annotations, id), readRecord(theirDb, annotations, id)];
    if (!our || !their || !anchorPart || our['articleId'] !== ourId || quotesOf(our) !== quotesOf(their))
      continue;
    for (const anchor of their['anchors'] as readonly JsonObject[])
      if (texts.includes(asText(anchor['revisionId']))) writeItem(db, anchorPart, id, anchor);
  }
}

interface Texts {
  readonly ourId: string;
  readonly theirId: string;
  readonly texts: readonly string[];
}

/** Puts texts of theirs after ours, in their order; the last one becomes the current text. */
export function takeTexts(db: WritableDB, theirDb: ReadableDB, { ourId, theirId, texts }: Texts): void {
  const record = readRecord(theirDb, articles, theirId);
  if (!record) return;
  let number = pluck<number>(db, 'SELECT max(number) FROM revision WHERE article_id = ?', [ourId])[0] ?? 0;
  for (const revision of record['revisions'] as readonly JsonObject[]) {
    if (!texts.includes(asText(revision['id']))) continue;
    writeText(db, ourId, { record, revision, number: ++number });
    update(db, 'article', ourId, {
      revision_id: asText(revision['id']),
      modified_at: new Date().toISOString(),
    });
  }
  takePlaces(db, theirDb, ourId, texts);
}

interface Numbered {
  /** Their article. */
  readonly record: JsonObject;
  readonly revision: JsonObject;
  readonly number: number;
}

function writeText(db: WritableDB, ourId: string, { record, revision, number }: Numbered): void {
  if (!revisionPart) return;
  const originalId = originalOf(db, ourId, record, revision['originalId']);
  writeItem(db, revisionPart, ourId, Object.assign({}, revision, { number, originalId }));
}

interface OurText {
  readonly id: string;
  readonly number: number;
  readonly createdAt: string;
}
const ourTexts =
  'SELECT id, number, created_at AS createdAt FROM revision WHERE article_id = ? ORDER BY number';

/** Ours and theirs by time, each in its own order; our current text stays the last. */
function inOrderOfTime(
  ours: readonly OurText[],
  theirs: readonly JsonObject[],
): readonly (OurText | JsonObject)[] {
  const left = [...theirs];
  const ordered = ours.flatMap((our, at) => {
    const isCurrent = at === ours.length - 1;
    const later = left.findIndex((their) => asText(their['createdAt']) >= our.createdAt);
    const before = left.splice(0, isCurrent || later < 0 ? left.length : later);
    return [...before, our];
  });
  return [...ordered, ...left];
}

/** Puts earlier texts of theirs among ours, by when they were made; nothing of what is current changes. */
export function addEarlierTexts(db: WritableDB, theirDb: ReadableDB, { ourId, theirId, texts }: Texts): void {
  const record = readRecord(theirDb, articles, theirId);
  if (!record) return;
  const theirs = (record['revisions'] as readonly JsonObject[]).filter(({ id }) =>
    texts.includes(asText(id)),
  );
  const ours = all<OurText>(db, ourTexts, [ourId]);
  const numberOf = new Map(inOrderOfTime(ours, theirs).map((text, at) => [text, at + 1] as const));
  // Two texts never have one number, not even for a moment.
  const moved = ours.filter((our) => numberOf.get(our) !== our.number);
  for (const our of moved) update(db, 'revision', our.id, { number: -(numberOf.get(our) ?? 0) });
  for (const our of moved) update(db, 'revision', our.id, { number: numberOf.get(our) });
  for (const revision of theirs)
    writeText(db, ourId, { record, revision, number: numberOf.get(revision) ?? 0 });
  takePlaces(db, theirDb, ourId, texts);
}
