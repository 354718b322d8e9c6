/** Tags: the researcher's codebook, a hierarchy in which no two tags have one name. */
import type { CommandArgs, CommandValue, QueryArgs } from '../../../shared/contract';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import type { Tag } from '../../../shared/model/tag';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, get, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { moveToTrash } from '../notes/trash';

type GivenTag = CommandArgs<'tagArticles'>['tag'];

/** All tags by name, with the number of articles and annotations that bear each. */
export function listTags(db: ReadableDB, _args: QueryArgs<'listTags'>): Tag[] {
  return all<Omit<Tag, 'merged'> & { readonly merged: string }>(
    db,
    `SELECT t.id, t.name, t.colour, t.parent_id AS parentId, t.description,
       (SELECT count(DISTINCT x.article_id) FROM article_tag x WHERE x.tag_id = +t.id) -- + : as in entity-summaries.ts
       + (SELECT count(DISTINCT x.annotation_id) FROM annotation_tag x WHERE x.tag_id = +t.id) AS useCount,
       (SELECT json_group_array(json_object('id', m.id, 'name', m.name) ORDER BY m.folded)
        FROM tag m WHERE m.merged_into = t.id) AS merged
     FROM current_tag t ORDER BY t.folded`,
  ).map(({ merged, ...tag }) => ({ ...tag, merged: JSON.parse(merged) as Tag['merged'] }));
}

/** A name as it is kept and as it is compared. Throws `bad-arguments` for an empty one. */
function nameColumns(name: string): { name: string; folded: string } {
  const trimmed = name.trim();
  if (trimmed === '') throw new CasebookError('bad-arguments', 'A tag needs a name.');
  return { name: trimmed, folded: foldForMatch(trimmed) || trimmed };
}

function tagOfName(db: ReadableDB, folded: string): string | undefined {
  return pluck<string>(db, 'SELECT id FROM tag WHERE folded = ?', [folded])[0];
}

function mustBeFree(db: ReadableDB, { name, folded }: { name: string; folded: string }, id?: string): void {
  const other = tagOfName(db, folded);
  if (other !== undefined && other !== id) {
    throw new CasebookError('conflict', `There is a tag “${name}” already.`);
  }
}

function mustBeTag(db: ReadableDB, id: string): string {
  if (countOf(db, 'SELECT count(*) FROM tag WHERE id = ?', [id]) > 0) return id;
  throw new CasebookError('not-found', 'There is no such tag any more.');
}

/** Makes a tag. Throws `conflict` when there is one of that name, `not-found` when the parent is gone. */
export function createTag(
  db: WritableDB,
  { name, parentId }: CommandArgs<'createTag'>,
  id: string = newId(),
): CommandValue<'createTag'> {
  const names = nameColumns(name);
  mustBeFree(db, names);
  if (parentId !== null) mustBeTag(db, parentId);
  insert(db, 'tag', { id, parent_id: parentId, ...names });
  return { id };
}

/** Id of a tag that is referred to by id or by name; one of an unknown name is made. Throws `not-found`. */
export function resolveTag(db: WritableDB, ref: GivenTag): string {
  const rootOf = (id: string) =>
    pluck<string>(db, 'SELECT coalesce(root_id, id) FROM tag WHERE id = ?', [id])[0] ?? id;
  if ('id' in ref) return rootOf(mustBeTag(db, ref.id));
  const known = tagOfName(db, nameColumns(ref.name).folded);
  if (known !== undefined) return rootOf(known);
  return createTag(db, { name: ref.name, parentId: null }).id;
}

/** Refuses a parent that is the tag itself or stands below it. */
function checkParent(db: ReadableDB, id: string, parentId: string): void {
  mustBeTag(db, parentId);
  const above = pluck<string>(
    db,
    `WITH RECURSIVE above (id) AS (SELECT @parentId UNION SELECT t.parent_id FROM current_tag t JOIN above ON t.id = above.id
       WHERE t.parent_id IS NOT NULL)
     SELECT id FROM above`,
    { parentId },
  );
  if (above.includes(id)) throw new CasebookError('bad-arguments', 'A tag cannot stand below itself.');
}

/** Changes a tag. Throws `not-found`, `conflict` for a name that is taken, `bad-arguments` for a parent below it. */
export function updateTag(db: WritableDB, args: CommandArgs<'updateTag'>): null {
  const { id, name, parentId, colour, description } = args;
  const names = name === undefined ? undefined : nameColumns(name);
  if (names) mustBeFree(db, names, id);
  if (parentId != null) checkParent(db, id, parentId);
  const found = update(db, 'tag', id, { ...names, parent_id: parentId, colour, description });
  if (!found) throw new CasebookError('not-found', 'There is no such tag any more.');
  return null;
}

/** Moves a tag to the trash; those below it move up to its parent. Throws `not-found`. */
export function trashTag(db: WritableDB, { id }: CommandArgs<'trashTag'>): null {
  const tag = get<{ name: string; parent_id: string | null }>(
    db,
    'SELECT name, parent_id FROM tag WHERE id = ?',
    [id],
  );
  moveToTrash(db, { kind: 'tag', itemId: id, label: tag?.name ?? '' }, () => {
    run(db, 'UPDATE tag SET parent_id = ? WHERE parent_id = ?', [tag?.parent_id ?? null, id]);
    run(db, 'DELETE FROM tag WHERE id = ?', [id]);
  });
  return null;
}

/** Puts a tag on articles, making it when its name is new. Throws `not-found`. */
export function tagArticles(db: WritableDB, { articleIds, tag }: CommandArgs<'tagArticles'>): null {
  const tagId = resolveTag(db, tag);
  for (const articleId of articleIds) {
    if (countOf(db, 'SELECT count(*) FROM article WHERE id = ?', [articleId]) === 0) {
      throw new CasebookError('not-found', 'There is no such article any more.');
    }
    run(db, 'INSERT INTO stored_article_tag (article_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING', [
      articleId,
      tagId,
    ]);
  }
  return null;
}

/** Takes a tag off articles; where it is not, nothing happens. */
export function untagArticles(db: WritableDB, { articleIds, tagId }: CommandArgs<'untagArticles'>): null {
  for (const articleId of articleIds) {
    run(
      db,
      'DELETE FROM stored_article_tag WHERE article_id = ? AND tag_id IN (SELECT id FROM tag WHERE coalesce(root_id, id) = ?)',
      [articleId, tagId],
    );
  }
  return null;
}
