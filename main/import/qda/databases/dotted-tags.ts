/** Taguette's tags have their hierarchy in their names: `people.interviewer` lies below `people`. */
import type { ImportedTag } from '../../../../shared/model/imported/imported-item';

export type DottedTag = ImportedTag;

/** Names of more parts are no hierarchy. */
const deepest = 20;

/** The tags with their hierarchy; what only a name speaks of becomes a tag of its own. Parents come before their children. */
export function dottedTags(tags: readonly DottedTag[]): ImportedTag[] {
  const byName = new Map(tags.map((tag) => [tag.name, tag]));
  const made = new Map<string, ImportedTag>();
  const keyOf = (path: string): string => byName.get(path)?.key ?? `path ${path}`;
  const make = (path: string): void => {
    if (made.has(path)) return;
    const at = path.lastIndexOf('.');
    const isBelow = at > 0 && at < path.length - 1 && path.split('.', deepest + 1).length <= deepest;
    if (isBelow) make(path.slice(0, at));
    const { colour = '', description = '' } = byName.get(path) ?? {};
    const name = isBelow ? path.slice(at + 1) : path;
    made.set(path, {
      key: keyOf(path),
      name,
      parentKey: isBelow ? keyOf(path.slice(0, at)) : null,
      colour,
      description,
    });
  };
  for (const { name } of tags) make(name);
  return [...made.values()];
}
