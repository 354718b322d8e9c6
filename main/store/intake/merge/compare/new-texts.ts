/** Texts of an article that the other notebook has and ours has not: they are offered when its current text is among them. */
import { all, pluck, type ReadableDB } from '../../../core/sql';

interface TextRow {
  readonly id: string;
  readonly content: string;
}

const rows = (db: ReadableDB, articleId: string) =>
  all<TextRow>(db, 'SELECT id, content FROM revision WHERE article_id = ? ORDER BY number', [articleId]);
const idsOf = (db: ReadableDB, articleId: string) =>
  pluck<string>(db, 'SELECT id FROM revision WHERE article_id = ?', [articleId]);

/** Ids of texts of theirs. */
export interface NewTexts {
  /** With words or structure that none of ours has, oldest first; none where their current text is here. */
  readonly offered: readonly string[];
  /** How many such texts came before one that is here: they have no place after ours. */
  readonly earlier: number;
}

const nothingNew: NewTexts = { offered: [], earlier: 0 };

/** What their article has of texts that ours lacks. */
export function newTexts(
  { ourDb, theirDb }: { readonly ourDb: ReadableDB; readonly theirDb: ReadableDB },
  ourId: string,
  theirId: string,
): NewTexts {
  const ids = new Set(idsOf(ourDb, ourId));
  if (idsOf(theirDb, theirId).every((id) => ids.has(id))) return nothingNew;
  const contents = new Set(rows(ourDb, ourId).map(({ content }) => content));
  const theirs = rows(theirDb, theirId);
  const isNew = ({ id, content }: TextRow) => !ids.has(id) && !contents.has(content);
  const last = theirs.at(-1);
  const found = theirs.filter(isNew).map(({ id }) => id);
  return last && isNew(last) ? { offered: found, earlier: 0 } : { offered: [], earlier: found.length };
}
