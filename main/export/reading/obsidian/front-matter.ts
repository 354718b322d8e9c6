/** Flat YAML that Obsidian reads as properties: words in quotation marks, lists of words, and days that are known exactly. */

import { describeEdtf } from '../../../../shared/dates/describe-edtf';

/** A day is written bare, so that it is read as a date; everything else is words. */
export type Property = string | readonly string[] | { readonly day: string };

/** JSON's strings are YAML's; signs that YAML takes for line ends are escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape.
const unsafe = /[\u007f-\u009f\u2028\u2029\ufeff]/g;
/** Halves of signs, which UTF-8 cannot write. */
export const unpaired = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const quoted = (words: string): string =>
  JSON.stringify(words.replace(unpaired, '\ufffd')).replace(
    unsafe,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const plainKey = /^[a-z][a-z0-9-]*$/;

function lineOf(name: string, value: Property): string {
  const key = plainKey.test(name) ? name : quoted(name);
  if (typeof value === 'string') return value === '' ? '' : `${key}: ${quoted(value)}\n`;
  if ('day' in value) return `${key}: ${value.day}\n`;
  return value.length === 0 ? '' : `${key}:\n${value.map((each) => `  - ${quoted(each)}\n`).join('')}`;
}

/** The properties that say something, between their lines; of properties of one name the first. */
export function frontMatter(properties: readonly (readonly [name: string, value: Property])[]): string {
  const byName = new Map([...properties].reverse());
  const inOrder = [...new Set(properties.map(([name]) => name))];
  const lines = inOrder.map((name) => lineOf(name, byName.get(name) ?? ''));
  return `---\n${lines.join('')}---\n\n`;
}

/** A date as properties: the day where it is exact, otherwise as it is known; and the words it came from. */
export function dateProperties(
  name: string,
  edtf: string | null,
  words: string,
): readonly (readonly [string, Property])[] {
  if (edtf === null) return [[`${name}-words`, words]];
  if (/^\d{4}-\d{2}-\d{2}$/.test(edtf))
    return [
      [name, { day: edtf }],
      [`${name}-words`, words],
    ];
  return [
    [`${name}-words`, words === '' ? describeEdtf(edtf) : words],
    [`${name}-edtf`, edtf],
  ];
}

/** A tag as Obsidian has it: letters, digits, - and _, those above it before it apart by /. */
export function obsidianTag(path: readonly string[]): string {
  const parts = path.map((name) => {
    const clean = name
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    return clean === '' ? '_' : clean;
  });
  const tag = parts.join('/');
  // A tag of digits alone is none.
  return /^[\d/]+$/.test(tag) ? `${tag}_` : tag;
}
