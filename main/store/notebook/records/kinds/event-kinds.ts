/** Events, what is said of them, and how they stand to each other, as records. */
import { certainties, comparisons, facts, modes } from '../../../../../shared/model/account';
import { precisions } from '../../../../../shared/model/entity';
import { eventRelationTypes } from '../../../../../shared/model/relation';
import type { Part, RecordKind } from '../record-types';
import { created, edtf, id, is, links, may, modified, oneOf, passages, ref } from './field-makers';

export const events: RecordKind = {
  name: 'events',
  table: 'event',
  noun: 'event',
  key: 'id',
  label: 'title',
  about: 'What happened. Date, place and type follow from the accounts.',
  fields: [id, is('title', 'text', ''), is('description', 'text', ''), created, modified],
  parts: [],
};

const accountEvidence = (name: string, kind: string, about: string): Part => ({
  ...links(name, 'account_evidence', 'account_id', 'annotation_id', 'annotations', 'An annotation.'),
  only: { column: 'kind', value: kind },
  about,
});

export const accounts: RecordKind = {
  name: 'accounts',
  table: 'account',
  noun: 'account',
  key: 'id',
  label: 'fact',
  about: 'One value for one fact of an event, and who says so.',
  fields: [
    id,
    is('event_id', ref('events'), ''),
    is('fact', oneOf(facts), ''),
    is('key', 'text', 'Of a participant the role, of a count what is counted, of an outcome a label.'),
    may('holds', 'flag', 'happened: whether it did.'),
    edtf('date_edtf'),
    is('date_words', 'text', 'The words the date came from.'),
    may('reference_article_id', ref('articles'), 'Whose day of publication the words count from.'),
    may('entity_id', ref('entities'), 'The place or the participant.'),
    is('precision', oneOf(precisions), 'place: how exactly this account says where.'),
    may('type_id', ref('eventTypes'), ''),
    may('comparison', oneOf(comparisons), 'count.'),
    may('low', 'number', 'count.'),
    may('high', 'number', 'count; null: one number.'),
    is('text', 'text', 'outcome.'),
    is('claimant_kind', oneOf(['none', 'narrator', 'actors', 'unnamed']), 'Who says so.'),
    is('claimant_words', 'text', 'An unnamed source, described.'),
    is('mode', oneOf(modes), ''),
    is('certainty', oneOf(certainties), 'The researcher’s own.'),
    is('inferred_reason', 'text', 'Why, where no words say it.'),
    is('instead', 'flag', 'participant: not beside but instead of the others in this role.'),
    may('preferred_reason', 'text', 'null: not the preferred account.'),
    is('comment', 'text', ''),
    created,
    modified,
  ],
  parts: [
    links('claimants', 'account_claimant', 'account_id', 'actor_id', 'entities', 'The actors who say so.'),
    accountEvidence('evidence', 'evidence', 'The passages it rests on.'),
    accountEvidence('cues', 'cue', 'The passages that say how it is put.'),
  ],
};

export const eventRelations: RecordKind = {
  name: 'eventRelations',
  table: 'event_relation',
  noun: 'relation of events',
  key: 'id',
  label: 'type',
  about: 'How events stand to each other.',
  fields: [
    id,
    is('from_id', ref('events'), ''),
    is('to_id', ref('events'), ''),
    is('type', oneOf(eventRelationTypes), ''),
    is('comment', 'text', ''),
  ],
  parts: [passages('event_relation_evidence', 'relation_id', 'The passages it rests on.')],
};
