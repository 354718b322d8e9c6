/** The JSON Schema (draft 2020-12) of `dossier.json`; a test holds it against what is written. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

const words: JsonObject = { type: 'string' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const flag: JsonObject = { type: 'boolean' };
const hash: JsonObject = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });
const object = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const ids = list(words);

const source = object({
  id: words,
  shown: { enum: ['open', 'quotations', 'nothing'] },
  unnamed: flag,
  title: words,
  authors: list(words),
  publisher: words,
  url: words,
  language: words,
  published: words,
  capturedAt: words,
  text: object({
    file: orNull(words),
    sha256: orNull(hash),
    codePoints: orNull(count),
    commitment: orNull(hash),
  }),
  captures: list(
    object({
      from: words,
      mediaType: words,
      sha256: hash,
      bytes: count,
      capturedAt: words,
      file: orNull(words),
    }),
  ),
});

const passage = object({
  id: words,
  source: words,
  coder: words,
  markedAt: words,
  comment: words,
  tags: list(words),
  names: ids,
  parts: list(
    object({
      start: orNull(count),
      end: orNull(count),
      place: orNull(hash),
      state: { enum: ['exact', 'moved', 'changed', 'orphan'] },
      exact: orNull(words),
      before: words,
      after: words,
      first: orNull(words),
      page: words,
    }),
  ),
});

const account = object({
  id: words,
  fact: { enum: ['happened', 'date', 'place', 'type', 'participant', 'count', 'outcome'] },
  key: words,
  value: words,
  valueKind: words,
  edtf: words,
  dateWords: words,
  claimant: words,
  claimantKind: { enum: ['none', 'narrator', 'actors', 'unnamed'] },
  narrators: ids,
  entities: ids,
  mode: words,
  certainty: words,
  instead: flag,
  inferredReason: words,
  preferredReason: orNull(words),
  comment: words,
  evidence: ids,
  cues: ids,
});

/** The schema as a value. */
export const dossierSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://casebook.example/schema/dossier.schema.json',
  title: 'A dossier that a stranger can check',
  description: 'Offsets are Unicode code points, from 0. Ids are the dossier’s own.',
  ...object({
    format: { const: 'casebook-dossier' },
    version: { const: 1 },
    title: words,
    madeAt: words,
    sources: list(source),
    passages: list(passage),
    entities: list(object({ id: words, kind: words, name: words })),
    events: list(
      object({
        id: words,
        title: words,
        type: words,
        date: words,
        dateWords: words,
        place: words,
        happened: words,
        conflicts: count,
        description: words,
        evidence: ids,
        accounts: list(account),
      }),
    ),
    relations: list(object({ from: words, to: words, type: words, comment: words, evidence: ids })),
    losses: list(object({ feature: words, handling: words, count, words })),
    files: list(object({ name: words, bytes: count, sha256: hash })),
  }),
};
