/**
 * What stands before a Markdown text between two lines of dashes: YAML, of which only plain values are taken. What is no
 * YAML (a title with a colon, as people write) is read line by line.
 */
import { parseDocument } from 'yaml';

export interface FrontMatter {
  /** As written, keys in the order of the file; empty where there is none. */
  readonly values: ReadonlyMap<string, FrontValue>;
  /** The text after it. */
  readonly rest: string;
  readonly warnings: readonly string[];
}
export type FrontValue = string | readonly string[];

const greatestLength = 64 * 1024;
const none: FrontMatter['values'] = new Map();

/** `text`: with LF line ends. */
export function splitFrontMatter(text: string): FrontMatter {
  const found = /^---[ \t]*\n([^]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(0, greatestLength));
  const body = found?.[1] ?? '';
  if (found === null || !/^[ \t]*["']?[\p{L}_][^\n:]{0,80}:(?:\s|$)/mu.test(body))
    return { values: none, rest: text, warnings: [] };
  const values = yamlValues(body) ?? lineValues(body);
  return { values, rest: text.slice(found[0].length), warnings: [] };
}

/** Null for what is no YAML, or for YAML that names itself over and over (a bomb). */
function yamlValues(body: string): FrontMatter['values'] | null {
  try {
    const document = parseDocument(body, {
      schema: 'failsafe',
      version: '1.2',
      uniqueKeys: false,
      strict: false,
    });
    if (document.errors.length > 0) return null;
    const said: unknown = document.toJS({ maxAliasCount: 20, mapAsMap: true });
    if (!(said instanceof Map)) return null;
    return new Map(
      [...(said as ReadonlyMap<unknown, unknown>)].flatMap(([key, value]) => entryOf(String(key), value)),
    );
  } catch {
    return null;
  }
}

function entryOf(key: string, value: unknown): [string, FrontValue][] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [[key, value.trim()]];
  if (Array.isArray(value)) return [[key, value.map((one) => inWords(one, 0)).filter((one) => one !== '')]];
  const words = inWords(value, 0);
  return words === '' ? [] : [[key, words]];
}

const deepest = 6;

/** A value of values as one line: an author may be `{name: …, email: …}`. */
function inWords(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.trim();
  if (depth > deepest || typeof value !== 'object' || value === null) return '';
  if (value instanceof Map) {
    const map = value as ReadonlyMap<unknown, unknown>;
    const name = map.get('name') ?? map.get('title') ?? map.get('literal');
    if (typeof name === 'string') return name.trim();
    return [...map.values()]
      .map((one) => inWords(one, depth + 1))
      .filter((one) => one !== '')
      .join(' ');
  }
  return Array.isArray(value)
    ? value
        .map((one) => inWords(one, depth + 1))
        .filter((one) => one !== '')
        .join(', ')
    : '';
}

/** `key: value` and `- item` lines. */
function lineValues(body: string): FrontMatter['values'] {
  const values = new Map<string, FrontValue>();
  let last = '';
  for (const line of body.split('\n')) {
    const [, key = '', value = ''] = /^([^\s:#][^:]{0,80}):[ \t]*(.*)$/.exec(line) ?? [];
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined && last !== '') values.set(last, [...listOf(values.get(last)), unquoted(item)]);
    else if (key !== '') {
      last = key.trim();
      if (value.trim() !== '') values.set(last, unquoted(value));
    }
  }
  return values;
}

const listOf = (value: FrontValue | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');
