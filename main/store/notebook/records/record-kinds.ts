/**
 * The whole of a notebook as records: every column that a researcher made or brought in has its row here, and nothing
 * that is derived. Reading, writing, the JSON Schema, the check of a file from outside and the merging of two notebooks all
 * follow from this table; a test holds it against the tables of the file.
 */

import { annotations, articles } from './kinds/article-kinds';
import { eventTypes, roles, tags } from './kinds/codebook-kinds';
import { entities, entityRelations } from './kinds/entity-kinds';
import { accounts, eventRelations, events } from './kinds/event-kinds';
import { drafts, notes, savedSearches } from './kinds/writing-kinds';
import type { RecordKind } from './record-types';

/** Every kind, each before those whose records hang on it. */
export const recordKinds: readonly RecordKind[] = [
  tags,
  eventTypes,
  roles,
  entities,
  articles,
  annotations,
  events,
  accounts,
  eventRelations,
  entityRelations,
  notes,
  savedSearches,
  drafts,
];

/** The kind of a name. Throws when there is none. */
export function kindNamed(name: string): RecordKind {
  const kind = recordKinds.find((each) => each.name === name);
  if (!kind) throw new Error(`no kind of record is called ${name}`);
  return kind;
}

/** Columns that are computed from others, by table: they are in no record. */
export const derivedColumns: Readonly<Record<string, readonly string[]>> = {
  article: ['sort_title', 'filter_words', 'published_earliest', 'published_latest'],
  revision: ['word_count'],
  entity: ['folded', 'root_id'],
  entity_name: ['folded'],
  tag: ['folded', 'root_id'],
  event: [
    'folded',
    'type_id',
    'date_edtf',
    'date_words',
    'date_earliest',
    'date_latest',
    'place_id',
    'happened',
    'conflict_count',
  ],
  account: ['date_earliest', 'date_latest'],
  entity_relation: ['date_earliest', 'date_latest'],
  note: ['text'],
  // What a saved search found at the last look is told by row numbers of this very file.
  saved_search: ['looked_at', 'seen'],
};
