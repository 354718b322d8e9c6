/**
 * Checks a record from outside against the table of records before anything is written: every field there and of its
 * shape, nothing that is not known, hashes true, content canonical. What is wrong is said with the place it stands at.
 */
import { createHash } from 'node:crypto';
import { CasebookError } from '../../../../../shared/model/result';
import { hashOfText, textOfContent } from '../../../articles/revisions';
import type { Field, Part, RecordKind, Shape } from '../record-types';

type Given = Readonly<Record<string, unknown>>;

/** Refuses with the place and what is wrong with it. */
function refuse(place: string, why: string): never {
  throw new CasebookError('import-refused', `${place}: ${why}.`);
}

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isWordsByName = (value: unknown): boolean => isObject(value) && Object.values(value).every(isText);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const hasOnly = (value: Given, names: readonly string[]): boolean =>
  names.every((name) => name in value) && Object.keys(value).length === names.length;

/** A lone half of a surrogate pair cannot be written as UTF-8. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function isMetadata(value: unknown): boolean {
  const names = ['title', 'authors', 'publisher', 'url', 'language', 'published', 'fields'];
  if (!isObject(value) || !hasOnly(value, names)) return false;
  const { authors, published, fields, ...words } = value;
  const isDate =
    published === null || (isObject(published) && isText(published['edtf']) && isText(published['words']));
  return isDate && isTexts(authors) && isWordsByName(fields) && Object.values(words).every(isText);
}

function isDraftAnchor(value: unknown): boolean {
  if (!isObject(value) || !isText(value['annotationId']) || !isCount(value['part'])) return false;
  const { range } = value;
  return range === null || (isObject(range) && isCount(range['start']) && isCount(range['end']));
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const rules: Readonly<
  Record<Exclude<Shape['is'], 'one of'>, readonly [words: string, holds: (value: unknown) => boolean]>
> = {
  id: ['an id', (value) => isText(value) && value !== '' && value.length <= 64],
  ref: ['an id', (value) => isText(value) && value !== '' && value.length <= 64],
  text: ['text', (value) => isText(value) && !loneSurrogate.test(value)],
  content: ['text', (value) => isText(value) && !loneSurrogate.test(value)],
  time: ['a time in UTC', (value) => isText(value) && time.test(value) && !Number.isNaN(Date.parse(value))],
  hash: ['a SHA-256', (value) => isText(value) && /^[0-9a-f]{64}$/.test(value)],
  integer: ['a whole number', (value) => Number.isSafeInteger(value)],
  number: ['a number', (value) => typeof value === 'number' && Number.isFinite(value)],
  flag: ['true or false', (value) => typeof value === 'boolean'],
  strings: ['a list of texts', isTexts],
  'words by name': ['texts by name', isWordsByName],
  metadata: ['the details of an article', isMetadata],
  'draft anchors': ['places of passages', (value) => Array.isArray(value) && value.every(isDraftAnchor)],
};

function checkField({ name, shape, nullable }: Field, value: unknown, place: string): void {
  const at = `${place}, ${name}`;
  if (value === null && nullable) return;
  if (value === undefined) refuse(at, 'it is missing');
  if (shape.is === 'one of') {
    if (!isText(value) || !shape.values.includes(value))
      refuse(at, `${JSON.stringify(value)} is not known there`);
    return;
  }
  const [words, holds] = rules[shape.is];
  if (!holds(value)) refuse(at, `${words} was expected`);
  if (shape.is === 'content' && isText(value)) checkContent(value, at);
}

function checkContent(content: string, at: string): void {
  try {
    textOfContent(content);
  } catch (cause) {
    refuse(
      at,
      `it is not the HTML that Casebook keeps (${cause instanceof Error ? cause.message : String(cause)})`,
    );
  }
}

function checkNames(value: Given, names: readonly string[], place: string): void {
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) refuse(place, `“${unknown.slice(0, 40)}” is not known there`);
}

function checkParts(parts: readonly Part[], value: Given, place: string): void {
  for (const part of parts) {
    const items = value[part.name];
    const at = `${place}, ${part.name}`;
    if (!Array.isArray(items)) refuse(at, 'a list was expected');
    items.forEach((item, index) => checkItem(part, item, `${at}, number ${index + 1}`));
  }
}

function checkItem(part: Part, item: unknown, place: string): void {
  const [first] = part.fields;
  if (part.bare && first) return checkField(first, item, place);
  if (!isObject(item)) refuse(place, 'an object was expected');
  const known = [...part.fields, ...(part.parts ?? [])].map(({ name }) => name);
  checkNames(item, part.table === 'original' ? [...known, 'bytes'] : known, place);
  for (const field of part.fields) checkField(field, item[field.name], place);
  checkParts(part.parts ?? [], item, place);
  if (part.table === 'revision') checkText(item, place);
  if (part.table === 'original') checkBytes(item, place);
}

function checkText({ text, content, sha256 }: Given, place: string): void {
  if (textOfContent(String(content)) !== text) refuse(place, 'its text is not the text of its content');
  if (hashOfText(text) !== sha256) refuse(place, 'its text is not the one its hash was made of');
}

/** The bytes of an original, or null where the file has none. */
export function bytesIn(original: Given): Buffer | null {
  const { bytes } = original;
  return isText(bytes) ? Buffer.from(bytes, 'base64') : null;
}

function checkBytes(original: Given, place: string): void {
  const bytes = bytesIn(original);
  if (bytes === null) return;
  if (createHash('sha256').update(bytes).digest('hex') !== original['sha256'])
    refuse(place, 'its bytes are not those its hash was made of');
  if (bytes.length !== original['byteLength']) refuse(place, 'it is not as long as it says');
}

/** Throws `import-refused` when a value is no whole record of its kind. `number`: from 1, for the words. */
export function checkRecord(kind: RecordKind, value: unknown, number: number): void {
  const place = `${kind.name}, number ${number}`;
  if (!isObject(value)) refuse(place, 'an object was expected');
  checkNames(
    value,
    [...kind.fields, ...kind.parts].map(({ name }) => name),
    place,
  );
  for (const field of kind.fields) checkField(field, value[field.name], place);
  checkParts(kind.parts, value, place);
}
