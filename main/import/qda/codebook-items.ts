/** A REFI-QDA codebook (`.qdc`) as tags. */
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { readXml } from '../archive/read-xml';
import type { FormatInput } from '../formats/format';
import { refuse } from '../formats/refuse';
import { type DottedTag, dottedTags } from './databases/dotted-tags';
import { tellingNamesakes } from './namesakes';
import { iriOf, isTopCode } from './own-things';
import { readQdc } from './read-qde';

/** Throws `import-refused` for what is no codebook or an empty one. */
export async function* codebookItems(input: FormatInput): AsyncGenerator<ImportedItem, void, void> {
  const { codes, origin } = readQdc(readXml(input.bytes, { what: 'The codebook' }));
  if (codes.length === 0) throw refuse('There are no codes in this codebook.');
  const tags = codes
    .filter((code) => !isTopCode(code))
    .map(({ guid, name, parent, colour, description }): DottedTag => {
      const parentKey = parent === '' ? null : iriOf(parent);
      return { key: iriOf(guid), name: name || 'Code without a name', parentKey, colour, description };
    });
  // Taguette writes its hierarchy into the names.
  const isTaguette = /^Taguette/i.test(origin) && codes.every(({ parent }) => parent === '');
  for (const tag of isTaguette ? dottedTags(tags) : tellingNamesakes(tags)) yield { kind: 'tag', tag };
}
