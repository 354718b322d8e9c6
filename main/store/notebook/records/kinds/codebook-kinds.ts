/** The codebook and the lists of types and roles, as records. */
import { colours } from '../../../../../shared/model/tag';
import type { RecordKind } from '../record-types';
import { id, is, may, oneOf, ref } from './field-makers';

export const tags: RecordKind = {
  name: 'tags',
  table: 'tag',
  noun: 'tag',
  key: 'id',
  label: 'name',
  about: 'The codebook.',
  fields: [
    id,
    is('name', 'text', 'No two have the same, case and accents aside.'),
    may('parent_id', ref('tags'), 'The tag it stands under.'),
    may('colour', oneOf(colours), 'A name of the palette.'),
    is('description', 'text', ''),
    may('merged_into', ref('tags'), 'The tag it is read as.'),
  ],
  parts: [],
};

export const eventTypes: RecordKind = {
  name: 'eventTypes',
  table: 'event_type',
  noun: 'event type',
  key: 'id',
  label: 'name',
  about: 'The notebook’s list of event types.',
  fields: [
    id,
    is('name', 'text', ''),
    is('position', 'integer', 'Place in the list.'),
    may('parent_id', ref('eventTypes'), 'The type it is a kind of.'),
    is('description', 'text', ''),
  ],
  parts: [],
};

export const roles: RecordKind = {
  name: 'roles',
  table: 'role',
  noun: 'role',
  key: 'id',
  label: 'name',
  about: 'The notebook’s list of roles; accounts may have others.',
  fields: [
    id,
    is('name', 'text', ''),
    is('position', 'integer', 'Place in the list.'),
    is('description', 'text', ''),
  ],
  parts: [],
};
