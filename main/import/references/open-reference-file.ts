/** Lists of references, and passages that were marked elsewhere, by what their text looks like. */
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import type { FormatInput } from '../formats/format';
import { refuse } from '../formats/refuse';
import { decodeText } from '../text/decode/decode-text';
import { isRecord } from './bibliography/csl-value';
import { readBibtex } from './bibliography/read-bibtex';
import { isCslJson, readCslJson } from './bibliography/read-csl-json';
import { readRis } from './bibliography/read-ris';
import { referenceItems } from './bibliography/reference-items';
import { hypothesisItems, isHypothesis } from './highlights/hypothesis';
import { kindleItems } from './highlights/kindle';
import { readwiseItems } from './highlights/readwise';
import { annotationItems } from './web-annotation/annotation-items';

type Items = AsyncIterable<ImportedItem> | Iterable<ImportedItem>;

const textOf = ({ bytes, encoding }: FormatInput): string =>
  decodeText(bytes, { chosen: encoding }).text.replace(/^\ufeff/, '');

function jsonOf(input: FormatInput): unknown {
  try {
    return JSON.parse(textOf(input));
  } catch {
    throw refuse('This is not JSON, or a part of it is missing.');
  }
}

function itemsOfJson(input: FormatInput): Items {
  const json = jsonOf(input);
  if (isHypothesis(json)) return hypothesisItems(json);
  if (isCslJson(json)) return referenceItems(input, readCslJson(json));
  const items = annotationItems(input, json);
  if (items) return items;
  if (isOfZotero(json))
    throw refuse(
      'This is JSON of Zotero’s own kind. Export the same things as CSL JSON or BibTeX, and import that.',
    );
  throw refuse('There are no references and no annotations in this JSON file.');
}

/** What Better BibTeX and Zotero's servers write: they call the kind of a reference `itemType`. */
function isOfZotero(json: unknown): boolean {
  const [first] = Array.isArray(json)
    ? json
    : isRecord(json) && Array.isArray(json['items'])
      ? json['items']
      : [];
  return isRecord(first) && ('itemType' in first || (isRecord(first['data']) && 'itemType' in first['data']));
}

function itemsOfTable(input: FormatInput): Items {
  try {
    return readwiseItems(textOf(input));
  } catch {
    throw refuse('This table of highlights is damaged.');
  }
}

/** By the name of the format. */
const readers: Readonly<Record<string, (input: FormatInput) => Items>> = {
  bibtex: (input) => referenceItems(input, readBibtex(textOf(input))),
  ris: (input) => referenceItems(input, readRis(textOf(input))),
  json: itemsOfJson,
  readwise: itemsOfTable,
  kindle: (input) => kindleItems(textOf(input)),
};

/** Opens a file as `format` does. Throws `import-refused` for a file of which nothing can be taken. */
export async function* openReferenceFile(format: string, input: FormatInput): AsyncGenerator<ImportedItem> {
  let count = 0;
  for await (const item of readers[format]?.(input) ?? []) {
    count++;
    yield item;
  }
  if (count === 0) throw refuse('There is nothing in it: no reference and no passage.');
}
