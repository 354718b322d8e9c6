/** How a kind of record is described: which columns it has, under which names, and what belongs to it. */

/** Anything that JSON holds. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/** What a field holds. `ref`: the id of a record of another kind (or of a part of one). */
export type Shape =
  | { readonly is: 'id' }
  | { readonly is: 'ref'; readonly to: string }
  /** Words; `content`: canonical HTML of `shared/document`. */
  | { readonly is: 'text' | 'content' }
  /** ISO 8601 in UTC. */
  | { readonly is: 'time' }
  /** SHA-256 in lower-case hex. */
  | { readonly is: 'hash' }
  | { readonly is: 'integer' | 'number' }
  /** 0 or 1 in the file, false or true in a record. */
  | { readonly is: 'flag' }
  | { readonly is: 'one of'; readonly values: readonly string[] }
  /** JSON text in the file, the value itself in a record. */
  | { readonly is: 'strings' | 'words by name' | 'metadata' | 'draft anchors' };

/** A column and the name it has in a record. */
export interface Field {
  readonly name: string;
  readonly column: string;
  readonly shape: Shape;
  readonly nullable: boolean;
  /** In words, for the schema. */
  readonly about: string;
}

/** Rows of another table that belong to a record, as a list in it. */
export interface Part {
  readonly name: string;
  readonly table: string;
  /** The column that names the record they belong to. */
  readonly parent: string;
  readonly fields: readonly Field[];
  /** Columns by which they stand in order. */
  readonly order: readonly string[];
  /** What all rows of the part have alike, where a table holds more than one part of a record. */
  readonly only?: { readonly column: string; readonly value: string };
  /** The list holds the values of its one field alone. */
  readonly bare?: boolean;
  readonly parts?: readonly Part[];
  readonly about: string;
}

/** A kind of record: one table with what belongs to its rows. */
export interface RecordKind {
  readonly name: string;
  readonly table: string;
  /** One of them, in words. */
  readonly noun: string;
  /** The column that identifies it: `id` but for drafts. */
  readonly key: string;
  /** The field by which a person knows it. */
  readonly label: string;
  readonly fields: readonly Field[];
  readonly parts: readonly Part[];
  readonly about: string;
}
