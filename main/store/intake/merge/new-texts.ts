/** Texts of an article that the other notebook has and ours has not: they are offered when its current text is among them. */
import { all, type ReadableDB } from '../../core/sql';

interface TextRow {
  readonly id: string;
  readonly content: string;
}

const rows = (db: ReadableDB, articleId: string) =>
  all<TextRow>(db, 'SELECT id, content FROM revision WHERE article_id = ? ORDER BY number', [articleId]);

/** Ids of their revisions with words or structure that none of ours has, oldest first; none where their current text is here. */
export function newTexts(
  { ourDb, theirDb }: { readonly ourDb: ReadableDB; readonly theirDb: ReadableDB },
  ourId: string,
  theirId: string,
): string[] {
  const known = rows(ourDb, ourId);
  const [ids, contents] = [new Set(known.map(({ id }) => id)), new Set(known.map(({ content }) => content))];
  const theirs = rows(theirDb, theirId);
  const isNew = ({ id, content }: TextRow) => !ids.has(id) && !contents.has(content);
  const last = theirs.at(-1);
  return last && isNew(last) ? theirs.filter(isNew).map(({ id }) => id) : [];
}
