/** Short ways to write the table of records: fields by what they hold, and parts that are lists of references. */
import type { Field, Part, Shape } from '../record-types';

const camel = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const field =
  (nullable: boolean) =>
  (column: string, shape: Shape | 'text' | 'time' | 'integer' | 'number' | 'flag', about: string): Field => ({
    name: camel(column),
    column,
    shape: typeof shape === 'string' ? { is: shape } : shape,
    nullable,
    about,
  });
export const is = field(false);
export const may = field(true);
export const ref = (to: string): Shape => ({ is: 'ref', to });
export const oneOf = (values: readonly string[]): Shape => ({ is: 'one of', values });

export const id = is('id', { is: 'id' }, 'UUID; the same in every export.');
export const created = is('created_at', 'time', 'When it was made.');
export const modified = is('modified_at', 'time', 'When it was last changed.');
export const edtf = (column: string) => may(column, 'text', 'EDTF (ISO 8601-2); null: not known.');
export const start = is('start', 'integer', 'First code point of the revision’s text, from 0.');
export const end = is('end', 'integer', 'The code point after the last.');
export const passages = (table: string, parent: string, about: string): Part => ({
  name: 'evidence',
  table,
  parent,
  bare: true,
  order: ['annotation_id'],
  fields: [is('annotation_id', ref('annotations'), 'An annotation.')],
  about,
});
export const links = (
  name: string,
  table: string,
  parent: string,
  column: string,
  to: string,
  about: string,
): Part => ({
  name,
  table,
  parent,
  bare: true,
  order: [column],
  fields: [is(column, ref(to), about)],
  about,
});

export const quote = [
  is('exact', 'text', 'The words.'),
  is('prefix', 'text', 'What stands before them.'),
  is('suffix', 'text', 'What stands after them.'),
];
export const partNumber = is('part', 'integer', 'Which part of the passage, from 0.');
export const revisionRef = is('revision_id', ref('revisions'), 'The revision whose text it counts in.');
