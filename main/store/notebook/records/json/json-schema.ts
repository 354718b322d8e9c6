/** The JSON Schema (draft 2020-12) of a notebook's file in JSON, made from the table of records. */
import { recordKinds } from '../record-kinds';
import type { Field, JsonObject, Part, RecordKind, Shape } from '../record-types';
import { formatName, formatVersion } from './notebook-json';

const words: JsonObject = { type: 'string' };
const idSchema: JsonObject = { type: 'string', minLength: 1, maxLength: 64 };
const offset: JsonObject = { type: 'integer', minimum: 0 };

function object(properties: JsonObject, required = Object.keys(properties)): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}

const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });

const shapes: Readonly<Record<Exclude<Shape['is'], 'one of' | 'ref'>, JsonObject>> = {
  id: { $ref: '#/$defs/id' },
  text: words,
  content: words,
  time: { $ref: '#/$defs/time' },
  hash: { $ref: '#/$defs/sha256' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  strings: list(words),
  'words by name': { type: 'object', additionalProperties: words },
  metadata: { $ref: '#/$defs/metadata' },
  'draft anchors': list({ $ref: '#/$defs/draftAnchor' }),
};

function schemaOfShape(shape: Shape): JsonObject {
  if (shape.is === 'one of') return { enum: shape.values };
  if (shape.is === 'ref') return { $ref: '#/$defs/id', $comment: `The id of one of ${shape.to}.` };
  return shapes[shape.is];
}

function schemaOfField({ shape, nullable, about }: Field): JsonObject {
  const schema = schemaOfShape(shape);
  const whole = nullable ? orNull(schema) : schema;
  return about === '' ? whole : { description: about, ...whole };
}

const properties = (fields: readonly Field[]): JsonObject =>
  Object.fromEntries(fields.map((field) => [field.name, schemaOfField(field)]));

const partProperties = (parts: readonly Part[] = []): JsonObject =>
  Object.fromEntries(
    parts.map((part) => [part.name, { description: part.about, ...list(schemaOfItem(part)) }]),
  );

function schemaOfItem({ fields, parts, bare, table }: Part): JsonObject {
  const [first] = fields;
  if (bare && first) return schemaOfField(first);
  const named = { ...properties(fields), ...partProperties(parts) };
  const bytes = { description: 'The bytes in base 64, where capturedFiles is true.', ...orNull(words) };
  return table === 'original' ? object({ ...named, bytes }, Object.keys(named)) : object(named);
}

function schemaOfKind({ name, fields, parts, about }: RecordKind): readonly [string, JsonObject] {
  return [name, { description: about, ...list(object({ ...properties(fields), ...partProperties(parts) })) }];
}

const date = object({ edtf: words, words });

const definitions: JsonObject = {
  id: idSchema,
  time: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' },
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  metadata: object({
    title: words,
    authors: list(words),
    publisher: words,
    url: words,
    language: words,
    published: orNull(date),
    fields: { type: 'object', additionalProperties: words },
  }),
  draftAnchor: object({
    annotationId: idSchema,
    part: offset,
    range: orNull(object({ start: offset, end: offset })),
  }),
};

/** The schema as a value. */
export function notebookSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://casebook.example/schema/notebook.schema.json',
    title: 'A Casebook notebook',
    description: 'Everything that a researcher made or brought in. Offsets are Unicode code points, from 0.',
    ...object({
      format: { const: formatName },
      version: { const: formatVersion },
      madeAt: { description: 'When this file was written.', $ref: '#/$defs/time' },
      capturedFiles: { description: 'Whether the bytes of captured files are in it.', type: 'boolean' },
      notebook: object({ id: { $ref: '#/$defs/id' }, title: words, createdAt: { $ref: '#/$defs/time' } }),
      ...Object.fromEntries(recordKinds.map(schemaOfKind)),
    }),
    $defs: definitions,
  };
}
