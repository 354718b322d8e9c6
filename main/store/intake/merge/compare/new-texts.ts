/** Texts of an article that the other notebook has and ours has not: earlier ones come along, its current one is offered. */
import { all, pluck, type ReadableDB } from '../../../core/sql';

interface TextRow {
  readonly id: string;
  readonly content: string;
  readonly sha256: string;
  readonly createdAt: string;
}

const rows = (db: ReadableDB, articleId: string) =>
  all<TextRow>(
    db,
    'SELECT id, content, sha256, created_at AS createdAt FROM revision WHERE article_id = ? ORDER BY number',
    [articleId],
  );
const idsOf = (db: ReadableDB, articleId: string) =>
  pluck<string>(db, 'SELECT id FROM revision WHERE article_id = ?', [articleId]);

/** Ids of texts of theirs. */
export interface NewTexts {
  /** Their current text, where its words or its structure are none of ours, after those before it that are newer than ours. */
  readonly offered: readonly string[];
  /** Others before their current one whose words none of ours has, oldest first. */
  readonly earlier: readonly string[];
}

/** Ours lacks none. */
export const noTexts: NewTexts = { offered: [], earlier: [] };

/** What their article has of texts that ours lacks. */
export function newTexts(
  { ourDb, theirDb }: { readonly ourDb: ReadableDB; readonly theirDb: ReadableDB },
  ourId: string,
  theirId: string,
): NewTexts {
  const ids = new Set(idsOf(ourDb, ourId));
  if (idsOf(theirDb, theirId).every((id) => ids.has(id))) return noTexts;
  const ours = rows(ourDb, ourId);
  const [contents, hashes] = [
    new Set(ours.map(({ content }) => content)),
    new Set(ours.map(({ sha256 }) => sha256)),
  ];
  const theirs = rows(theirDb, theirId).filter(({ id }, at, list) => !ids.has(id) || at === list.length - 1);
  const last = theirs.at(-1);
  const earlier = theirs.slice(0, -1).filter(({ sha256 }) => !hashes.has(sha256));
  if (!last || ids.has(last.id) || contents.has(last.content))
    return { offered: [], earlier: earlier.map(({ id }) => id) };
  const isNewer = ({ createdAt }: TextRow): boolean => createdAt > (ours.at(-1)?.createdAt ?? '');
  return {
    offered: [...earlier.filter(isNewer), last].map(({ id }) => id),
    earlier: earlier.filter((text) => !isNewer(text)).map(({ id }) => id),
  };
}
