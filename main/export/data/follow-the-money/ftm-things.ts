/** Actors, places, objects, events and articles as things of FollowTheMoney. */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { ExportArticle, ExportEntity, ExportEvent, ExportPassage } from '../../gather/export-data';
import { isoOf, sureDate, sureSpan } from '../days';
import { placeChain } from '../places/place-chain';
import { type FtmEntity, ftmEntity } from './ftm-entity';

const actorSchemas: Readonly<Record<string, string>> = {
  person: 'Person',
  organisation: 'Organization',
  state: 'PublicBody',
  'state body': 'PublicBody',
  'armed group': 'Organization',
  media: 'Organization',
};

/** The schema of an actor, place or object; what kind of actor it is not being said, any legal entity. */
export function schemaOf({ kind, actorKind }: Pick<ExportEntity, 'kind' | 'actorKind'>): string {
  if (kind === 'place') return 'Address';
  return kind === 'object' ? 'Asset' : (actorSchemas[actorKind] ?? 'LegalEntity');
}

/** Whether it is an actor: what FollowTheMoney calls a legal entity. */
export const isActor = ({ kind }: Pick<ExportEntity, 'kind'>): boolean => kind === 'actor';

/** As exact as it is known, which FollowTheMoney takes: `2022`, `2022-05`. Empty when it is in doubt. */
export function ftmDates(edtf: string | null): Readonly<Record<'date' | 'startDate' | 'endDate', string>> {
  const date = sureDate(edtf);
  if (date) return { date: isoOf(date), startDate: '', endDate: '' };
  const span = sureSpan(edtf);
  if (!span) return { date: '', startDate: '', endDate: '' };
  return { date: '', startDate: isoOf(span.start), endDate: isoOf(span.end) };
}

/** What of a date is not in {@link ftmDates}, in words. */
export function dateNote(edtf: string | null, words: string): string[] {
  const doubtful = edtf !== null && !sureDate(edtf) && !sureSpan(edtf);
  return [
    ...(doubtful ? [`Date: ${describeEdtf(edtf)}`] : []),
    ...(words === '' ? [] : [`Date in the source: ${words}`]),
  ];
}

const namesOf = ({ names }: ExportEntity, ...kinds: readonly string[]): string[] =>
  names.flatMap(({ name, kind }) => (kinds.includes(kind) ? name : []));

function namedProperties(entity: ExportEntity) {
  const wikidata = entity.identifiers.filter(({ scheme }) => scheme.toLowerCase() === 'wikidata');
  const others = entity.identifiers.filter(({ scheme }) => scheme.toLowerCase() !== 'wikidata');
  return {
    name: entity.name,
    alias: namesOf(entity, 'name', 'alias', 'other script'),
    weakAlias: namesOf(entity, 'weak alias', 'metonym'),
    previousName: namesOf(entity, 'former'),
    description: entity.description,
    wikidataId: wikidata.map(({ value }) => value),
    notes: others.map(({ scheme, value }) => `${scheme}: ${value}`),
    keywords: entity.actorKind,
    createdAt: entity.createdAt.slice(0, 10),
    modifiedAt: entity.modifiedAt.slice(0, 10),
  };
}

/** A place's address is its name and what it lies in; how exactly it is known stands in the remarks. */
function placeProperties(place: ExportEntity, entities: ReadonlyMap<string, ExportEntity>) {
  const { precision, point } = place;
  const radius = point?.radiusKm == null ? '' : `, within ${point.radiusKm} km`;
  const exactly = precision === '' && !point ? '' : `precision: ${precision || 'not said'}${radius}`;
  return {
    full: placeChain(place, entities)
      .map(({ name }) => name)
      .join(', '),
    latitude: point?.latitude,
    longitude: point?.longitude,
    remarks: [exactly, point?.source ? `coordinates from ${point.source}` : ''],
  };
}

export function entityThing(entity: ExportEntity, entities: ReadonlyMap<string, ExportEntity>): FtmEntity {
  const named = namedProperties(entity);
  const schema = schemaOf(entity);
  if (entity.kind === 'place')
    return ftmEntity(entity.id, schema, { ...named, ...placeProperties(entity, entities) });
  const parent = entities.get(entity.parent?.id ?? '');
  const belongs = isActor(entity) && parent && isActor(parent) ? parent.id : null;
  return ftmEntity(entity.id, schema, { ...named, parent: belongs });
}

export function eventThing(
  event: ExportEvent,
  {
    entities,
    passages,
  }: {
    entities: ReadonlyMap<string, ExportEntity>;
    passages: ReadonlyMap<string, ExportPassage>;
  },
): FtmEntity {
  const place = entities.get(event.place?.id ?? '');
  const involved = event.participants.filter(({ id }) => isActor(entities.get(id) ?? { kind: 'object' }));
  return ftmEntity(event.id, 'Event', {
    name: event.title,
    description: event.description,
    ...ftmDates(event.date),
    involved: involved.map(({ id }) => id),
    location: place?.name,
    addressEntity: place?.id,
    keywords: event.type,
    notes: [
      ...dateNote(event.date, event.dateWords),
      event.happened === 'unsaid' ? '' : `Happened: ${event.happened}`,
      event.conflictCount === 0 ? '' : `Facts on which accounts differ: ${event.conflictCount}`,
    ],
    proof: event.evidence.map((id) => passages.get(id)?.articleId),
    createdAt: event.createdAt.slice(0, 10),
    modifiedAt: event.modifiedAt.slice(0, 10),
  });
}

/** ISO 639-2 for the languages that FollowTheMoney knows, by the first part of a BCP 47 tag. */
const languages: Readonly<Record<string, string>> = {
  ar: 'ara',
  az: 'aze',
  be: 'bel',
  bg: 'bul',
  bs: 'bos',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  he: 'heb',
  hr: 'hrv',
  hu: 'hun',
  hy: 'hye',
  it: 'ita',
  ja: 'jpn',
  ka: 'kat',
  ko: 'kor',
  lt: 'lit',
  lv: 'lav',
  mk: 'mkd',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  sq: 'sqi',
  sr: 'srp',
  sv: 'swe',
  tr: 'tur',
  uk: 'ukr',
  zh: 'zho',
};

export function articleThing(article: ExportArticle, text: string): FtmEntity {
  const { title, authors, publisher, published, publishedWords, url, tags, fields, originals } = article;
  const date = sureDate(published);
  return ftmEntity(article.id, 'Article', {
    title,
    name: title,
    fileName: title === '' ? article.id : title,
    author: authors,
    publisher,
    publishedAt: date ? isoOf(date) : '',
    sourceUrl: url,
    language: languages[article.language.split('-')[0]?.toLowerCase() ?? ''],
    retrievedAt: article.capturedAt.slice(0, 10),
    keywords: tags,
    notes: [
      ...dateNote(published, publishedWords),
      ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
      ...originals.map(({ source, sha256 }) => `Captured from ${source}, SHA-256 ${sha256}`),
    ],
    bodyText: text,
  });
}
