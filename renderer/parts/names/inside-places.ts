import type { EntitySummary } from '../../../shared/model/entity';
import { foldForMatch } from '../../../shared/text/fold';

/**
 * Whether all that was found are places that merely contain the words: "Ukraine" does not mean "Eastern Ukraine". People
 * are found by their last names, so that the same is not asked of them.
 */
export function areInsidePlacesOnly(
  found: readonly Pick<EntitySummary, 'kind' | 'name' | 'aliases'>[],
  text: string,
): boolean {
  const words = foldForMatch(text);
  const isInside = (name: string) => ` ${foldForMatch(name)} `.includes(` ${words} `);
  const begins = (name: string) => foldForMatch(name).startsWith(words);
  return (
    found.length > 0 &&
    found.every(({ kind, name, aliases }) => {
      const names = [name, ...aliases];
      return kind === 'place' && !names.some(begins) && names.some(isInside);
    })
  );
}
