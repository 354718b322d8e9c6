/** Entities and their relations, as records. */
import { actorKinds, entityKinds, nameKinds, precisions } from '../../../../../shared/model/entity';
import type { RecordKind } from '../record-types';
import { created, edtf, id, is, may, modified, oneOf, passages, ref } from './field-makers';

export const entities: RecordKind = {
  name: 'entities',
  table: 'entity',
  noun: 'entity',
  key: 'id',
  label: 'name',
  about: 'Actors, places and objects. A merged one keeps what is its own.',
  fields: [
    id,
    is('kind', oneOf(entityKinds), ''),
    is('actor_kind', oneOf(actorKinds), '’’: not said.'),
    is('name', 'text', ''),
    is('description', 'text', ''),
    may('merged_into', ref('entities'), 'The entity it is read as.'),
    may('parent_id', ref('entities'), 'What a place lies in, what a body belongs to.'),
    is('precision', oneOf(precisions), 'How exactly a place is known; empty: not said.'),
    may('latitude', 'number', 'Degrees, WGS 84.'),
    may('longitude', 'number', 'Degrees, WGS 84.'),
    may('radius_km', 'number', 'How far from there it may lie or reach.'),
    is('geo_source', 'text', 'Where the coordinates are from.'),
    created,
    modified,
  ],
  parts: [
    {
      name: 'names',
      table: 'entity_name',
      parent: 'entity_id',
      order: ['id'],
      fields: [id, is('name', 'text', ''), is('kind', oneOf(nameKinds), '')],
      about: 'Further names.',
    },
    {
      name: 'identifiers',
      table: 'identifier',
      parent: 'entity_id',
      order: ['scheme', 'value'],
      fields: [is('scheme', 'text', 'Such as wikidata.'), is('value', 'text', '')],
      about: 'What it is called in other systems.',
    },
  ],
};

export const entityRelations: RecordKind = {
  name: 'entityRelations',
  table: 'entity_relation',
  noun: 'relation of entities',
  key: 'id',
  label: 'type',
  about: 'What one entity is to another.',
  fields: [
    id,
    is('from_id', ref('entities'), ''),
    is('to_id', ref('entities'), ''),
    is('type', 'text', ''),
    is('title', 'text', 'Of an office.'),
    edtf('date_edtf'),
    is('date_words', 'text', ''),
    is('comment', 'text', ''),
  ],
  parts: [passages('entity_relation_evidence', 'relation_id', 'The passages it rests on.')],
};
