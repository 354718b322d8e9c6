/** How large the file is beside the text in it, and what takes how much of it. */
import { statSync } from 'node:fs';
import { all, countOf, type ReadableDB } from '../../../main/store/core/sql';
import type { Measured } from '../../workload';
import { searchNotebook } from '../corpus/search-notebook';
import { articlesMeasured, sharedGround } from '../search-ground';

/** What each table and index of the file is for; the first that fits. */
const parts: readonly (readonly [part: string, names: RegExp])[] = [
  ['revisions: text and content', /^(sqlite_autoindex_)?revision/],
  ['full-text index', /^search_index/],
  ['list of words', /^(sqlite_autoindex_)?search_word/],
  ['facet index', /^(sqlite_autoindex_)?search_(value|rows|column|fact)/],
  ['row numbers', /^(sqlite_autoindex_)?search_item/],
  ['passages: quotes, places, names, tags', /annotation|selector|anchor|stored_mention|former_quote/],
  ['articles', /article/],
  ['events and accounts', /event|account|evidence/],
  ['all else', /./],
];

const megabytes = (bytes: number): string => (bytes / 1e6).toPrecision(4);

function partsOf(reader: ReadableDB): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { name, size } of all<{ name: string; size: number }>(
    reader,
    'SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name',
  )) {
    const part = parts.find(([, names]) => names.test(name))?.[0] ?? 'all else';
    sizes.set(part, (sizes.get(part) ?? 0) + size);
  }
  return sizes;
}

/** Megabytes of the file beside those of its plain text. */
export async function measureSize(): Promise<Measured> {
  const { reader } = await sharedGround();
  const text = countOf(reader, 'SELECT sum(octet_length(text)) FROM revision');
  const content = countOf(reader, 'SELECT sum(octet_length(content)) FROM revision');
  const sizes = partsOf(reader);
  const details = [...sizes]
    .sort((a, b) => b[1] - a[1])
    .map(([part, size]) => `${part}: ${megabytes(size)} MB, ${(size / text).toFixed(2)} × the text`);
  const search = ['full-text index', 'list of words', 'facet index', 'row numbers'].reduce(
    (sum, part) => sum + (sizes.get(part) ?? 0),
    0,
  );
  details.unshift(
    `text ${megabytes(text)} MB, content as HTML ${megabytes(content)} MB; all that search keeps: ${(search / text).toFixed(2)} × the text`,
  );
  return { value: statSync(searchNotebook(articlesMeasured())).size / 1e6, limit: text / 1e6, details };
}
