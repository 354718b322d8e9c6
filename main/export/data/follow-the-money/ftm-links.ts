/** Passages, accounts and relations in FollowTheMoney: mentions and notes; relations are edges, which only link. */
import { factWords, valueWords } from '../../../../shared/accounts/account-words';
import type {
  ExportAccount,
  ExportEntity,
  ExportEntityRelation,
  ExportEvent,
  ExportEventRelation,
  ExportPassage,
} from '../../gather/export-data';
import { claimantNames } from '../tables/event-tables';
import { type FtmEntity, ftmEntity } from './ftm-entity';
import { dateNote, ftmDates, isActor, schemaOf } from './ftm-things';

type Entities = ReadonlyMap<string, ExportEntity>;

const wordsOf = ({ parts }: ExportPassage): string => parts.map(({ words }) => words).join(' … ');

/** A name that a list can show: the beginning of the words. */
function headline(words: string): string {
  const characters = [...words.replace(/\s+/g, ' ')];
  return characters.length <= 80 ? characters.join('') : `${characters.slice(0, 79).join('')}…`;
}

/** A passage as a note on what it is about, and for each actor it names as a mention in its document. */
export function* passageThings(passage: ExportPassage): Iterable<FtmEntity> {
  const { id, articleId, comment, tags, entities, events, createdAt, modifiedAt, coder, parts } = passage;
  const words = wordsOf(passage);
  yield ftmEntity(id, 'Note', {
    name: headline(words),
    description: words,
    notes: [
      comment,
      coder === '' ? '' : `Marked by ${coder}`,
      ...parts.map(({ locator }) => locator),
      ...parts.map(({ state }) =>
        state === 'orphan' || state === 'changed' ? `State of the words: ${state}` : '',
      ),
    ],
    entity: [...entities, ...events].map((link) => link.id),
    proof: articleId,
    keywords: tags,
    createdAt: createdAt.slice(0, 10),
    modifiedAt: modifiedAt.slice(0, 10),
  });
  for (const entity of entities.filter(isActor)) {
    const properties = { document: articleId, name: headline(words), resolved: entity.id };
    yield ftmEntity(`${id}-${entity.id}`, 'Mention', { ...properties, detectedSchema: 'LegalEntity' });
  }
}

/** What is said of an event, in words: "How many: injured: at least 23; Officials, claims; probable". */
function accountWords(account: ExportAccount): string {
  const { value, mode, certainty, inferredReason, preferredReason, comment } = account;
  const date = value.kind === 'date' ? dateNote(value.date.edtf, value.date.words) : [];
  return [
    `${factWords(account)}: ${valueWords(value)}`,
    ...date,
    [claimantNames(account), mode].filter((words) => words !== '').join(' '),
    certainty,
    inferredReason === '' ? '' : `inferred: ${inferredReason}`,
    preferredReason === null ? '' : `preferred${preferredReason === '' ? '' : `: ${preferredReason}`}`,
    comment,
  ]
    .filter((words) => words !== '')
    .join('; ');
}

/** An account as a note on its event and on who says it. */
export function accountThing(
  account: ExportAccount,
  event: ExportEvent,
  passages: ReadonlyMap<string, ExportPassage>,
): FtmEntity {
  const { claimant, evidence, cues } = account;
  const actors = claimant.kind === 'actors' ? claimant.actors.map(({ id }) => id) : [];
  const cueWords = cues.flatMap((id) => {
    const passage = passages.get(id);
    return passage ? `Cue words: ${wordsOf(passage)}` : [];
  });
  return ftmEntity(account.id, 'Note', {
    name: headline(`${event.title}: ${factWords(account)}`),
    description: accountWords(account),
    notes: [...evidence.flatMap((id) => wordsOf(passages.get(id) ?? ({ parts: [] } as never))), ...cueWords],
    entity: [event.id, ...actors],
    proof: evidence.map((id) => passages.get(id)?.articleId),
    createdAt: account.createdAt.slice(0, 10),
    modifiedAt: account.modifiedAt.slice(0, 10),
  });
}

const schemaOfId = (id: string, entities: Entities): string => {
  const entity = entities.get(id);
  return entity ? schemaOf(entity) : '';
};

/** The edge schema that a relation fits, with its ends; otherwise a link of which only the words are known. */
function edgeOf({ type, title, from, to }: ExportEntityRelation, entities: Entities) {
  const [source, target] = [schemaOfId(from.id, entities), schemaOfId(to.id, entities)];
  const isBody = target === 'Organization' || target === 'PublicBody';
  const actors = from.kind === 'actor' && to.kind === 'actor';
  if (actors && isBody && (type === 'member of' || type === 'holds office in'))
    return ['Membership', { member: from.id, organization: to.id, role: title || type }] as const;
  if (type === 'family of' && source === 'Person' && target === 'Person')
    return ['Family', { person: from.id, relative: to.id, relationship: title || type }] as const;
  const role = title === '' ? type : `${type}: ${title}`;
  return ['UnknownLink', { subject: from.id, object: to.id, role }] as const;
}

export function entityRelationEdge(relation: ExportEntityRelation, entities: Entities): FtmEntity {
  const [schema, ends] = edgeOf(relation, entities);
  const { id, date, comment } = relation;
  const notes = dateNote(date?.edtf ?? null, date?.words ?? '');
  return ftmEntity(id, schema, {
    ...ends,
    ...ftmDates(date?.edtf ?? null),
    description: [...notes, comment].filter((words) => words !== '').join('. '),
  });
}

export function eventRelationEdge({ id, from, to, type, comment }: ExportEventRelation): FtmEntity {
  return ftmEntity(id, 'UnknownLink', { subject: from.id, object: to.id, role: type, description: comment });
}

/** Who had which role: an edge beside the event's own list of who was involved. */
export function* roleEdges(event: ExportEvent): Iterable<FtmEntity> {
  for (const { id, key, value, mode } of event.accounts) {
    if (value.kind !== 'entity' || mode === 'denies') continue;
    const ends = { subject: value.entityId, object: event.id };
    yield ftmEntity(`${id}-role`, 'UnknownLink', {
      ...ends,
      role: key || 'participant',
      ...ftmDates(event.date),
    });
  }
}
