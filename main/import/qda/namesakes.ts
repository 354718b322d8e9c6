/** Which things of a file are called the same: they are others, and none is what the notebook has for one of them. */
import type { ImportedTag } from '../../../shared/model/imported/imported-item';
import { foldForMatch } from '../../../shared/text/fold';

const none: readonly string[] = [];

/**
 * Keys of all that have a thing's name, its own among them, where there is another; `nameOf`: what two of one name have alike. They
 * all have one list, however many they are.
 */
export function namesakes<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  nameOf: (thing: Thing) => string,
): (thing: Thing) => readonly string[] {
  const groups = new Map<string, string[]>();
  for (const thing of things) {
    const group = groups.get(nameOf(thing));
    if (group) group.push(keyOf(thing));
    else groups.set(nameOf(thing), [keyOf(thing)]);
  }
  return (thing) => {
    const group = groups.get(nameOf(thing)) ?? none;
    return group.length > 1 ? group : none;
  };
}

/** Tags, each with those of its name. */
export function tellingNamesakes(tags: readonly ImportedTag[]): readonly ImportedTag[] {
  const others = namesakes(
    tags,
    ({ key }) => key,
    ({ name }) => foldForMatch(name),
  );
  return tags.map((tag) => Object.assign({}, tag, { sameNamed: others(tag) }));
}
