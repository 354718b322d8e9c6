/** Everything that a query finds, as ids: to be tagged, exported, or compared with a list of passages. */
import type { CommandArgs, CommandValue, QueryArgs, QueryValue } from '../../../../shared/contract';
import type { HitKind } from '../../../../shared/contract/search';
import { tagArticles } from '../../codebook/tags';
import type { ReadableDB, WritableDB } from '../../core/sql';
import { tagPassages } from '../../overview/passages/change-passages';
import { idsOfRows, rowsOfIds, rowsOfKind } from '../match/search-state';
import { type Asked, findRows } from './find-rows';

/** Ids of what was found of a kind, in the order they were made. */
function idsFound(db: ReadableDB, asked: Asked, kind: HitKind): string[] {
  const { state, rows } = findRows(db, asked);
  return idsOfRows(state, rows.clone().and(rowsOfKind(state, kind)).toArray());
}

/** What was found of some kinds, each in the order they were made. */
export function listFound(
  db: ReadableDB,
  { kinds, ...asked }: QueryArgs<'listFound'>,
): QueryValue<'listFound'> {
  return kinds.flatMap((kind) => idsFound(db, asked, kind).map((id) => ({ kind, id })));
}

/** Those of some passages that a query finds, in their order. */
export function matchPassages(
  db: ReadableDB,
  { annotationIds, ...asked }: QueryArgs<'matchPassages'>,
): QueryValue<'matchPassages'> {
  const { state, rows } = findRows(db, asked);
  return annotationIds.filter((id) => rowsOfIds(state, 'passage', [id]).some((row) => rows.has(row)));
}

/** Puts tags on all passages and articles that are found. Throws `not-found` when a tag is gone. */
export function tagFound(
  db: WritableDB,
  { kinds, tagIds, ...asked }: CommandArgs<'tagFound'>,
): CommandValue<'tagFound'> {
  const passages = kinds.includes('passage') ? idsFound(db, asked, 'passage') : [];
  const articles = kinds.includes('article') ? idsFound(db, asked, 'article') : [];
  for (const id of tagIds) {
    if (passages.length > 0) tagPassages(db, { ids: passages, tag: { id } });
    if (articles.length > 0) tagArticles(db, { articleIds: articles, tag: { id } });
  }
  return { passages: passages.length, articles: articles.length };
}
