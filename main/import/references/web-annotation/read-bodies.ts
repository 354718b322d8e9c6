/** Reads the bodies of a W3C Web Annotation: comments, tags, and the entities and events that identifying bodies name. */
import { actorKinds } from '../../../../shared/model/entity';
import type {
  ImportedAnnotation,
  ImportedEntity,
  ImportedEvent,
} from '../../../../shared/model/imported/imported-annotation';
import { asList, field, iriOf, isObject, type JsonObject, typesOf, words } from './json';

type Bodies = Pick<ImportedAnnotation, 'tags' | 'comments' | 'entities' | 'events' | 'problems'>;
type MutableBodies = { -readonly [Name in keyof Bodies]: Bodies[Name][number][] };

/** Kinds by the type of a body, with the labels of name recognisers; what none fits is an actor. */
const kindPatterns: readonly (readonly [RegExp, 'place' | 'object' | 'event' | 'actor'])[] = [
  [/event|incident|battle|^action$/i, 'event'],
  [
    /place|location|city|country|region|village|town|settlement|landform|address|spatial|feature$|^(loc|gpe|fac)$/i,
    'place',
  ],
  [/object|product|vehicle|weapon|artifact|artefact|creative-?work|^work$/i, 'object'],
  [
    /actor|agent|person|organi[sz]ation|group|corporation|government|party|people|media|^(per|org|norp)$/i,
    'actor',
  ],
];

type Kind = ImportedEntity['kind'] | 'event';

function kindOf(source: JsonObject, body: JsonObject): { readonly kind: Kind; readonly said: boolean } {
  const own = words(field(source, 'casebook:kind', 'kind'));
  const named = kindPatterns.find(([, kind]) => kind === own);
  if (named) return { kind: named[1], said: true };
  const types = [...typesOf(source), ...typesOf(body)].filter(
    (type) => !/^(SpecificResource|TextualBody)$/.test(type),
  );
  const found = types
    .map((type) => kindPatterns.find(([pattern]) => pattern.test(type)))
    .find((row) => row !== undefined);
  return found ? { kind: found[1], said: true } : { kind: 'actor', said: false };
}

const nameFields = [
  'name',
  'label',
  'rdfs:label',
  'dcterms:title',
  'dc:title',
  'title',
  'schema:name',
  'skos:prefLabel',
  'prefLabel',
  'value',
];

/** What the body, its source or the end of the source's IRI calls the thing. */
function nameOf(source: JsonObject, body: JsonObject, quoted: string): string {
  const named = words(field(source, ...nameFields)) || words(field(body, ...nameFields));
  if (named !== '') return named;
  const quoteIsName = quoted !== '' && quoted.length <= 120 && !quoted.includes('\n');
  return quoteIsName ? quoted : lastOf(iriOf(source));
}

/** The readable end of an IRI: `http://dbpedia.org/resource/New_York` → `New York`. */
function lastOf(iri: string): string {
  const end = iri.replace(/[/#]+$/, '').replace(/^.*[/#:]/, '');
  try {
    return decodeURIComponent(end).replace(/_/g, ' ');
  } catch {
    return end;
  }
}

function reference(value: unknown): { iri: string; name: string } {
  const name = isObject(value) ? words(field(value, ...nameFields)) : '';
  const iri = iriOf(value);
  return { iri, name: name || (isObject(value) ? lastOf(iri) : words(value)) };
}

function eventOf(source: JsonObject, name: string): ImportedEvent {
  const place = field(source, 'casebook:place', 'schema:location', 'location');
  return {
    iri: iriOf(source),
    title: name,
    type: words(source['casebook:eventType']),
    date: words(field(source, 'casebook:date', 'schema:startDate', 'startDate', 'dcterms:date')),
    dateWords: words(source['casebook:dateWords']),
    place: place === undefined ? null : reference(place),
    participants: asList(source['casebook:participant']).map((each) => ({
      ...reference(each),
      role: isObject(each) ? words(each['casebook:role']) : '',
    })),
    description: words(field(source, 'dcterms:description', 'description')),
  };
}

function entityOf(
  source: JsonObject,
  name: string,
  kind: ImportedEntity['kind'],
  said: boolean,
): ImportedEntity {
  const actorKind =
    words(source['casebook:actorKind']) ||
    (typesOf(source).some((type) => /^person$/i.test(type)) ? 'person' : '');
  return {
    kind,
    kindIsSaid: said,
    actorKind: kind === 'actor' && actorKinds.some((each) => each === actorKind) ? actorKind : '',
    iri: iriOf(source),
    name,
    aliases: asList(field(source, 'casebook:alias', 'schema:alternateName', 'skos:altLabel'))
      .map(words)
      .filter(Boolean),
    identifiers: [
      iriOf(source),
      ...asList(field(source, 'casebook:identifier', 'owl:sameAs', 'schema:sameAs')).map(iriOf),
    ].filter(Boolean),
    description: words(field(source, 'dcterms:description', 'description')),
  };
}

function takeIdentity(bodies: MutableBodies, body: JsonObject, quoted: string): void {
  const given = body['source'];
  const source: JsonObject = isObject(given) ? given : typeof given === 'string' ? { id: given } : body;
  const name = nameOf(source, body, quoted);
  const { kind, said } = kindOf(source, body);
  if (name === '') bodies.problems.push('A body names nothing.');
  else if (kind === 'event') bodies.events.push(eventOf(source, name));
  else bodies.entities.push(entityOf(source, name, kind, said));
}

/** What is done with a body, by its purpose. */
function takeBody(
  bodies: MutableBodies,
  body: JsonObject,
  purposes: readonly string[],
  quoted: string,
): void {
  const own = asList(field(body, 'purpose', 'oa:hasPurpose')).map(words);
  const purpose = (own.length > 0 ? own : purposes).map((each) => each.replace(/^.*[/#:]/, ''));
  const value = words(field(body, 'value', 'chars', 'rdf:value'));
  if (purpose.includes('identifying')) return takeIdentity(bodies, body, quoted);
  if (purpose.includes('tagging') || purpose.includes('classifying')) {
    const tag = value || reference(field(body, 'source') ?? body).name;
    if (tag !== '') bodies.tags.push(tag);
  } else if (value !== '') bodies.comments.push(value);
  else
    bodies.problems.push(
      `The body ${iriOf(body) || typesOf(body).join(', ')} says no words and was left out.`,
    );
}

/** Bodies one by one: those of a choice or list are taken each. */
function* everyBody(value: unknown): Generator<JsonObject> {
  for (const each of asList(value)) {
    if (typeof each === 'string') yield { id: each };
    else if (isObject(each) && Array.isArray(each['items'])) yield* everyBody(each['items']);
    else if (isObject(each)) yield each;
  }
}

/** Every body of an annotation. `quoted`: its words, for a body that gives no name. */
export function readBodies(annotation: JsonObject, quoted: string): Bodies {
  const bodies: MutableBodies = { tags: [], comments: [], entities: [], events: [], problems: [] };
  const purposes = asList(field(annotation, 'motivation', 'oa:motivatedBy')).map(words);
  for (const body of everyBody(annotation['body'])) takeBody(bodies, body, purposes, quoted);
  const plain = words(annotation['bodyValue']);
  if (plain !== '') takeBody(bodies, { value: plain }, purposes, quoted);
  return bodies;
}
