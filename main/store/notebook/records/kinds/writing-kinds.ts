/** What the researcher writes by themselves, as records. */

import type { RecordKind } from '../record-types';
import { created, id, is, modified } from './field-makers';

export const notes: RecordKind = {
  name: 'notes',
  table: 'note',
  noun: 'note',
  key: 'id',
  label: 'title',
  about: 'The researcher’s own texts; what they cite stands in their content.',
  fields: [
    id,
    is('title', 'text', ''),
    is('content', { is: 'content' }, 'Canonical HTML.'),
    created,
    modified,
  ],
  parts: [],
};

export const savedSearches: RecordKind = {
  name: 'savedSearches',
  table: 'saved_search',
  noun: 'saved search',
  key: 'id',
  label: 'name',
  about: 'Queries kept under a name.',
  fields: [
    id,
    is('name', 'text', ''),
    is('query', 'text', ''),
    is('position', 'integer', 'Place in the list.'),
    created,
  ],
  parts: [],
};

export const drafts: RecordKind = {
  name: 'drafts',
  table: 'draft',
  noun: 'draft',
  key: 'owner_id',
  label: 'ownerId',
  about: 'Words being typed, not saved yet.',
  fields: [
    is('owner_id', { is: 'id' }, 'The article or note they are of.'),
    is('content', 'text', 'As it was being typed.'),
    is('base_revision_id', 'text', 'The revision the edit began from; empty for a note.'),
    is('anchors', { is: 'draft anchors' }, 'Where the editor has followed the passages to.'),
    is('saved_at', 'time', ''),
  ],
  parts: [],
};
