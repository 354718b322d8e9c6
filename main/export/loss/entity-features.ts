/** Features of the codebook, of actors, places and objects, and of notes. */
import type { EntityKind } from '../../../shared/model/entity';
import type { ExportData, ExportEntity, ExportEntityRelation } from '../gather/export-data';
import { feature, namesWhere } from './feature';

const nameOf = ({ name }: { readonly name: string }): string => name;
const ofTags = (holds: (tag: ExportData['tags'][number]) => boolean) =>
  namesWhere(({ tags }) => tags, nameOf, holds);
const ofTypes = (holds: (type: ExportData['eventTypes'][number]) => boolean) =>
  namesWhere(({ eventTypes }) => eventTypes, nameOf, holds);
const ofEntities = (holds: (entity: ExportEntity) => boolean) =>
  namesWhere(({ entities }) => entities, nameOf, holds);
const ofKind = (kind: EntityKind) => ofEntities((entity) => entity.kind === kind);
const ofRelations = (holds: (relation: ExportEntityRelation) => boolean = () => true) =>
  namesWhere(
    ({ entityRelations }) => entityRelations,
    ({ from, type, to }: ExportEntityRelation) => `${from.name} ${type} ${to.name}`,
    holds,
  );

/** Tags that nothing in the export bears: a list of what is borne does not have them. */
function unusedTags({ tags, articles, passages }: ExportData): string[] {
  const used = new Set([...articles, ...passages].flatMap((bearer) => bearer.tags));
  return tags.flatMap(({ name }) => (used.has(name) ? [] : name));
}

export const codebookFeatures = {
  'tag-hierarchy': feature(
    'tag below another',
    'tags below others',
    ofTags(({ parentId }) => parentId !== null),
  ),
  'tag-colours': feature(
    'colour of a tag',
    'colours of tags',
    ofTags(({ colour }) => colour !== null),
  ),
  'tag-descriptions': feature(
    'description of a tag',
    'descriptions of tags',
    ofTags(({ description }) => description !== ''),
  ),
  'unused-tags': feature('tag that nothing here bears', 'tags that nothing here bears', unusedTags),
  'type-hierarchy': feature(
    'type of event below another',
    'types of events below others',
    ofTypes(({ parentId }) => parentId !== null),
  ),
  'type-descriptions': feature(
    'description of a type of event',
    'descriptions of types of events',
    ofTypes(({ description }) => description !== ''),
  ),
  'role-descriptions': feature(
    'description of a role',
    'descriptions of roles',
    namesWhere(
      ({ roles }) => roles,
      nameOf,
      ({ description }) => description !== '',
    ),
  ),
} as const;

export const entityFeatures = {
  actors: feature('actor', 'actors', ofKind('actor')),
  places: feature('place', 'places', ofKind('place')),
  'unlocated-places': feature(
    'place without coordinates',
    'places without coordinates',
    ofEntities(({ kind, point }) => kind === 'place' && point === null),
  ),
  objects: feature('object', 'objects', ofKind('object')),
  'actor-kinds': feature(
    'kind of actor',
    'kinds of actors',
    ofEntities(({ actorKind }) => actorKind !== ''),
  ),
  aliases: feature(
    'thing with other names',
    'things with other names',
    ofEntities(({ aliases }) => aliases.length > 0),
  ),
  'alias-kinds': feature(
    'other name that is weak, former or a metonym',
    'other names that are weak, former or metonyms',
    ofEntities(({ names }) => names.some(({ kind }) => kind !== 'alias' && kind !== 'name')),
  ),
  'entity-descriptions': feature(
    'description of an actor, place or object',
    'descriptions of actors, places and objects',
    ofEntities(({ description }) => description !== ''),
  ),
  identifiers: feature(
    'thing with identifiers',
    'things with identifiers',
    ofEntities((entity) => entity.identifiers.length > 0),
  ),
  parents: feature(
    'thing that lies in or belongs to another',
    'things that lie in or belong to others',
    ofEntities(({ parent }) => parent !== null),
  ),
  coordinates: feature(
    'place with coordinates',
    'places with coordinates',
    ofEntities(({ point }) => point !== null),
  ),
  'place-precision': feature(
    'place with how exactly it is known',
    'places with how exactly they are known',
    ofEntities(({ precision }) => precision !== ''),
  ),
  'place-radius': feature(
    'place with how far it may reach',
    'places with how far they may reach',
    ofEntities(({ point }) => point?.radiusKm != null),
  ),
  'coordinate-sources': feature(
    'source of coordinates',
    'sources of coordinates',
    ofEntities(({ point }) => point !== null && point.source !== ''),
  ),
  merges: feature(
    'thing into which others were merged',
    'things into which others were merged',
    ofEntities(({ merged }) => merged.length > 0),
  ),
  'entity-relations': feature(
    'relation between actors or places',
    'relations between actors or places',
    ofRelations(),
  ),
  'relation-times': feature(
    'time of a relation',
    'times of relations',
    ofRelations(({ date }) => date !== null),
  ),
  'relation-titles': feature(
    'title in a relation',
    'titles in relations',
    ofRelations(({ title }) => title !== ''),
  ),
  'relation-comments': feature(
    'comment on a relation',
    'comments on relations',
    ofRelations(({ comment }) => comment !== ''),
  ),
} as const;

export const noteFeatures = {
  notes: feature(
    'note',
    'notes',
    namesWhere(
      ({ notes }) => notes,
      ({ title }) => title,
    ),
  ),
  citations: feature(
    'note that cites passages or things',
    'notes that cite passages or things',
    namesWhere(
      ({ notes }) => notes,
      ({ title }) => title,
      (note) => note.citations.length > 0,
    ),
  ),
} as const;
