/**
 * Finds in the notebook what a body names, or makes it: by its own id, by an identifier in another system, then by its
 * name. What is found is left as it is; what is made gets all the file says of it.
 */
import type { CommandArgs } from '../../../../shared/contract';
import { parseEdtf } from '../../../../shared/dates/edtf';
import {
  type ActorKind,
  actorKinds,
  type EntityKind,
  type Identifier,
} from '../../../../shared/model/entity';
import type { ImportedEntity, ImportedEvent } from '../../../../shared/model/imported/imported-annotation';
import { foldForMatch } from '../../../../shared/text/fold';
import { createEventType } from '../../codebook/event-types';
import { countOf, pluck, type ReadableDB, type WritableDB } from '../../core/sql';
import { addAlias, createEntity, updateEntity } from '../../entities/change-entity';
import { addParticipation, createEvent, updateEvent } from '../../events/change-event';

/** Which things of the notebook those of a file have turned out to be, by the file's own ids. */
export type KnownThings = Map<string, string>;

const uuidIri = /^urn:uuid:([0-9a-f-]{36})$/i;

/** The id that one of our own IRIs names, or ''. */
export function idOfIri(iri: string): string {
  return uuidIri.exec(iri)?.[1]?.toLowerCase() ?? '';
}

/** An id of the file's own that nothing here has, so that what goes out again has it too. */
export function freeId(
  db: ReadableDB,
  table: 'annotation' | 'article' | 'entity' | 'event' | 'note' | 'tag',
  iri: string,
): string | undefined {
  const id = idOfIri(iri);
  if (id === '' || countOf(db, `SELECT count(*) FROM ${table} WHERE id = ?`, [id]) > 0) return undefined;
  const inTrash = countOf(db, 'SELECT count(*) FROM trash WHERE instr(changes, ?) > 0', [id]);
  return inTrash === 0 ? id : undefined;
}

/** An IRI as an identifier: Wikidata's by its number, others by scheme and rest. Our own are none. */
export function identifierOf(iri: string): Identifier | null {
  const wikidata = /wikidata\.org\/(?:entity|wiki)\/(Q\d+)/.exec(iri)?.[1];
  if (wikidata) return { scheme: 'wikidata', value: wikidata };
  if (iri === '' || idOfIri(iri) !== '') return null;
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(?!\/\/)(.+)$/i.exec(iri) ?? [];
  if (scheme && rest) return { scheme: scheme.toLowerCase(), value: rest };
  return /^https?:\/\//.test(iri) ? { scheme: 'iri', value: iri } : null;
}

function identifiersOf({ identifiers }: ImportedEntity): Identifier[] {
  return identifiers.flatMap((iri) => identifierOf(iri) ?? []);
}

function entityById(db: WritableDB, id: string): string | undefined {
  return pluck<string>(db, 'SELECT coalesce(root_id, id) FROM entity WHERE id = ?', [id])[0];
}

function entityByIdentifier(db: WritableDB, identifiers: readonly Identifier[]): string | undefined {
  for (const { scheme, value } of identifiers) {
    const found = pluck<string>(
      db,
      'SELECT entity_id FROM known_identifier WHERE lower(scheme) = ? AND value = ? ORDER BY entity_id',
      [scheme, value],
    );
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}

/** The first that is no other thing of the file: what has an id of its own there is none of the others, whatever they are called. */
function firstOwn(
  things: KnownThings,
  { iri, sameNamed = [] }: ImportedEntity | ImportedEvent,
  found: readonly string[],
): string | undefined {
  if (idOfIri(iri) === '' || found.length === 0) return found[0];
  const others = new Set([...sameNamed.map(idOfIri), ...things.values()]);
  return found.find((id) => !others.has(id));
}

function keep(things: KnownThings, { iri }: ImportedEntity | ImportedEvent, id: string): string {
  if (idOfIri(iri) !== '') things.set(iri, id);
  return id;
}

/** By name, then by alias; of the kind, or of any when the kind is not said. */
function entityByName(db: WritableDB, things: KnownThings, input: ImportedEntity): string | undefined {
  const folded = foldForMatch(input.name);
  if (folded === '') return undefined;
  const kind = input.kindIsSaid ? input.kind : null;
  const find = (sql: string) =>
    firstOwn(
      things,
      input,
      pluck<string>(db, `${sql} AND (@kind IS NULL OR e.kind = @kind) ORDER BY e.id`, { folded, kind }),
    );
  return (
    find('SELECT e.id FROM entity e WHERE e.folded = @folded AND e.root_id IS NULL') ??
    find('SELECT e.id FROM known_name n JOIN entity e ON e.id = n.entity_id WHERE n.folded = @folded')
  );
}

function makeEntity(db: WritableDB, input: ImportedEntity): string {
  const actorKind: ActorKind = actorKinds.find((each) => each === input.actorKind) ?? '';
  const { id } = createEntity(
    db,
    { kind: input.kind, actorKind, name: input.name },
    freeId(db, 'entity', input.iri),
  );
  for (const name of input.aliases) addAlias(db, { entityId: id, name });
  const identifiers = identifiersOf(input);
  if (identifiers.length > 0 || input.description !== '')
    updateEntity(db, { id, identifiers, description: input.description });
  return id;
}

/** The id of the entity a body names. `things`: of the same file. */
export function findOrMakeEntity(db: WritableDB, things: KnownThings, input: ImportedEntity): string {
  const found =
    entityById(db, idOfIri(input.iri)) ??
    entityById(db, things.get(input.iri) ?? '') ??
    entityByIdentifier(db, identifiersOf(input)) ??
    entityByName(db, things, input);
  return keep(things, input, found ?? makeEntity(db, input));
}

/** An entity of which the file gives a name and an IRI alone. */
function bareEntity(
  kind: EntityKind,
  { iri, name }: { readonly iri: string; readonly name: string },
): ImportedEntity {
  return { kind, kindIsSaid: true, actorKind: '', iri, name, aliases: [], identifiers: [], description: '' };
}

function eventTypeId(db: WritableDB, name: string): string | null {
  if (name === '') return null;
  return (
    pluck<string>(db, 'SELECT id FROM event_type WHERE name = ?', [name])[0] ??
    createEventType(db, { name }).id
  );
}

function dateOf({ date, dateWords }: ImportedEvent): CommandArgs<'createEvent'>['date'] {
  return date !== '' && parseEdtf(date) ? { edtf: date, words: dateWords } : null;
}

/** An event is the same when its title is, and its date as far as both are known. */
function eventByTitle(db: WritableDB, things: KnownThings, input: ImportedEvent): string | undefined {
  const ids = pluck<string>(
    db,
    `SELECT id FROM event WHERE folded = @folded AND (date_edtf IS NULL OR @date IS NULL OR date_edtf = @date)
     ORDER BY id`,
    { folded: foldForMatch(input.title), date: dateOf(input)?.edtf ?? null },
  );
  return firstOwn(things, input, ids);
}

function makeEvent(db: WritableDB, things: KnownThings, input: ImportedEvent): string {
  const placeId =
    input.place && input.place.name !== ''
      ? findOrMakeEntity(db, things, bareEntity('place', input.place))
      : null;
  const facts = { title: input.title, typeId: eventTypeId(db, input.type), date: dateOf(input), placeId };
  const { id } = createEvent(db, facts, freeId(db, 'event', input.iri));
  if (input.description !== '') updateEvent(db, { id, description: input.description });
  for (const { role, ...named } of input.participants) {
    if (named.name === '') continue;
    const actorId = findOrMakeEntity(db, things, bareEntity('actor', named));
    addParticipation(db, { eventId: id, actorId, role, annotationId: null });
  }
  return id;
}

/** The id of the event a body names. `things`: of the same file. */
export function findOrMakeEvent(db: WritableDB, things: KnownThings, input: ImportedEvent): string {
  const byId = (id: string) => pluck<string>(db, 'SELECT id FROM event WHERE id = ?', [id])[0];
  const found =
    byId(idOfIri(input.iri)) ?? byId(things.get(input.iri) ?? '') ?? eventByTitle(db, things, input);
  return keep(things, input, found ?? makeEvent(db, things, input));
}
