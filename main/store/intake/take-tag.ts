/** A tag of a file's codebook: the one of that id, the one of that name, or a new one below its parent. */
import type { ImportedTag } from '../../../shared/model/imported/imported-item';
import { colours } from '../../../shared/model/tag';
import { foldForMatch } from '../../../shared/text/fold';
import { createTag, updateTag } from '../codebook/tags';
import { get, type ReadableDB, type WritableDB } from '../core/sql';
import type { IntakeState } from './intake-state';
import { freeId, idOfIri } from './passages/find-or-make';
import { nearestColour } from './passages/nearest-colour';
import { type Taken, taken } from './taken';

interface TagRow {
  readonly id: string;
  readonly description: string;
  readonly colour: string | null;
}

function tagOfName(db: ReadableDB, name: string): TagRow | undefined {
  const folded = foldForMatch(name) || name.trim();
  return get<TagRow>(
    db,
    'SELECT coalesce(root_id, id) AS id, description, colour FROM tag WHERE folded = ?',
    [folded],
  );
}

function tagOfId(db: ReadableDB, id: string): (TagRow & { readonly name: string }) | undefined {
  return get(
    db,
    `SELECT r.id, r.description, r.colour, t.name FROM tag t JOIN tag r ON r.id = coalesce(t.root_id, t.id) WHERE t.id = ?`,
    [id],
  );
}

/** Two tags of one name stand at two places of the file's hierarchy: here a name is one tag, so the second says where it stands. */
function freeName(
  db: ReadableDB,
  { tags, counted }: IntakeState,
  { name, parentKey, sameNamed = [] }: ImportedTag,
): string {
  const isTaken = (title: string): boolean => {
    const id = tagOfName(db, title)?.id;
    return (
      id !== undefined && ([...tags.values()].includes(id) || sameNamed.some((key) => idOfIri(key) === id))
    );
  };
  if (!isTaken(name)) return name;
  const parentId = parentKey === null ? undefined : tags.get(parentKey);
  const parent = parentId && get<{ name: string }>(db, 'SELECT name FROM tag WHERE id = ?', [parentId]);
  const base = parent ? `${name} (${parent.name})` : name;
  let number = counted.get(base) ?? 1;
  const candidate = () => (number === 1 ? base : `${base} ${number}`);
  while (isTaken(candidate())) number++;
  counted.set(base, number);
  return candidate();
}

/** Makes a tag where there is none of its name, and fills in what the present one lacks. */
export function takeTag(db: WritableDB, state: IntakeState, tag: ImportedTag): Taken {
  if (tag.name.trim() === '') return taken('tag', 'refused', { message: 'A tag without a name.' });
  const own = tagOfId(db, idOfIri(tag.key));
  const title = own?.name ?? freeName(db, state, tag);
  const there = own ?? tagOfName(db, title);
  const parentId = tag.parentKey === null ? null : (state.tags.get(tag.parentKey) ?? null);
  const id = there?.id ?? createTag(db, { name: title, parentId }, freeId(db, 'tag', tag.key)).id;
  state.tags.set(tag.key, id);
  const colour = there?.colour
    ? undefined
    : (colours.find((each) => each === tag.colour) ?? nearestColour(tag.colour));
  const description = there?.description ? undefined : tag.description || undefined;
  if (colour || description) updateTag(db, { id, colour, description });
  return taken('tag', there ? 'known' : 'imported', { title });
}
