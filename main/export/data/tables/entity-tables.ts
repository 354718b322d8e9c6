/** Actors, places and objects, their relations, and the codebook, as tables. */
import type {
  ExportEntity,
  ExportEntityRelation,
  ExportEventRelation,
  ExportEventType,
  ExportName,
  ExportRole,
  ExportTag,
} from '../../gather/export-data';
import { type Columns, list, type Table, tableOf } from './table';

const nameWords = ({ name, kind }: ExportName): string => (kind === 'alias' ? name : `${name} (${kind})`);

const entityColumns: Columns<ExportEntity> = {
  entity_id: ({ id }) => id,
  kind: ({ kind }) => kind,
  actor_kind: ({ actorKind }) => actorKind,
  name: ({ name }) => name,
  other_names: ({ names }) => list(names.map(nameWords)),
  description: ({ description }) => description,
  identifiers: ({ identifiers }) => list(identifiers.map(({ scheme, value }) => `${scheme}: ${value}`)),
  part_of_id: ({ parent }) => parent?.id ?? '',
  part_of: ({ parent }) => parent?.name ?? '',
  precision: ({ precision }) => precision,
  latitude: ({ point }) => point?.latitude ?? '',
  longitude: ({ point }) => point?.longitude ?? '',
  radius_km: ({ point }) => point?.radiusKm ?? '',
  coordinates_from: ({ point }) => point?.source ?? '',
  merged: ({ merged }) => list(merged.map(({ name }) => name)),
  created: ({ createdAt }) => createdAt,
  modified: ({ modifiedAt }) => modifiedAt,
};

export const entityTable: Table = tableOf('entities', entityColumns, ({ entities }) => entities);

type Relation =
  | ({ readonly between: 'entities' } & ExportEntityRelation)
  | ({ readonly between: 'events' } & ExportEventRelation);

const relationColumns: Columns<Relation> = {
  relation_id: ({ id }) => id,
  between: ({ between }) => between,
  from_id: ({ from }) => from.id,
  from: ({ from }) => from.name,
  type: ({ type }) => type,
  title: (relation) => (relation.between === 'entities' ? relation.title : ''),
  to_id: ({ to }) => to.id,
  to: ({ to }) => to.name,
  date: (relation) => (relation.between === 'entities' ? (relation.date?.edtf ?? '') : ''),
  date_words: (relation) => (relation.between === 'entities' ? (relation.date?.words ?? '') : ''),
  comment: ({ comment }) => comment,
  evidence: ({ evidence }) => list(evidence),
};

/** What entities are to each other, then what events are. */
export const relationTable: Table = tableOf(
  'relations',
  relationColumns,
  ({ entityRelations, eventRelations }) => [
    ...entityRelations.map((relation) => ({ between: 'entities' as const, ...relation })),
    ...eventRelations.map((relation) => ({ between: 'events' as const, ...relation })),
  ],
);

interface CodeRow {
  readonly list: 'tag' | 'type of event' | 'role';
  readonly code: ExportTag | ExportEventType | ExportRole;
  readonly parent: string;
}

const codeColumns: Columns<CodeRow> = {
  code_id: ({ code }) => code.id,
  list: (row) => row.list,
  name: ({ code }) => code.name,
  below_id: ({ code }) => ('parentId' in code ? code.parentId : ''),
  below: ({ parent }) => parent,
  colour: ({ code }) => ('colour' in code ? code.colour : ''),
  description: ({ code }) => code.description,
};

/** Tags, types of events and roles: the whole codebook, whatever of the notebook is exported. */
export const codebookTable: Table = tableOf('codebook', codeColumns, ({ tags, eventTypes, roles }) => {
  const names = new Map([...tags, ...eventTypes].map(({ id, name }) => [id, name]));
  const rows = (kind: CodeRow['list'], codes: readonly CodeRow['code'][]): CodeRow[] =>
    codes.map((code) => {
      const parentId = 'parentId' in code ? code.parentId : null;
      return { list: kind, code, parent: parentId === null ? '' : (names.get(parentId) ?? '') };
    });
  return [...rows('tag', tags), ...rows('type of event', eventTypes), ...rows('role', roles)];
});
