import type { Tag } from '../../../../shared/model/tag';

/** A tag with how deep it stands. */
export interface TagRow {
  readonly tag: Tag;
  readonly depth: number;
}

const byName = (one: Tag, other: Tag) => one.name.localeCompare(other.name);

function childrenByParent(tags: readonly Tag[]): ReadonlyMap<string | null, readonly Tag[]> {
  const ids = new Set(tags.map(({ id }) => id));
  const children = new Map<string | null, Tag[]>();
  for (const tag of tags) {
    const parent = tag.parentId !== null && ids.has(tag.parentId) ? tag.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), tag]);
  }
  return children;
}

/** The tags as an indented list, each below its parent, by name. A tag whose parent is gone stands at the top. */
export function tagRows(tags: readonly Tag[]): readonly TagRow[] {
  const children = childrenByParent(tags);
  const below = (parent: string | null, depth: number): readonly TagRow[] =>
    [...(children.get(parent) ?? [])]
      .sort(byName)
      .flatMap((tag) => [{ tag, depth }, ...below(tag.id, depth + 1)]);
  return below(null, 0);
}

/** The tag and all that stand below it: none of them can become its parent. */
export function withDescendants(tags: readonly Tag[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let grown = true; grown; ) {
    const more = tags.filter((tag) => tag.parentId !== null && found.has(tag.parentId) && !found.has(tag.id));
    for (const tag of more) found.add(tag.id);
    grown = more.length > 0;
  }
  return found;
}
