/** Which values a filter names, straight from the rows of the notebook. */
import { assertNever } from '../../../../shared/model/assert-never';
import type { DateNode, GroupNode, NameField, QueryNode, WithinNode } from '../../../../shared/query/query';
import { foldForMatch } from '../../../../shared/text/fold';
import { all, pluck } from '../../core/sql';
import { entitiesWithin, tagsWithin, typesWithin } from '../../core/within';
import type { Ground, Named, WordsNode } from './brute-words';
import { baseLanguage } from './raw-rows';

const comparable = (name: string): string => foldForMatch(name) || name.trim().toLowerCase();

function namedEntities({ db }: Ground, kind: string): Named[] {
  const members = all<{ root: string; name: string }>(
    db,
    `SELECT coalesce(root_id, id) AS root, name FROM entity WHERE kind = ?
     UNION ALL SELECT coalesce(e.root_id, e.id), n.name FROM entity_name n JOIN entity e ON e.id = n.entity_id WHERE e.kind = ?`,
    [kind, kind],
  );
  const roots = [...new Set(members.map(({ root }) => root))];
  return roots.map((id) => ({
    id,
    names: members.filter(({ root }) => root === id).map(({ name }) => comparable(name)),
  }));
}

function namedIn(ground: Ground, field: NameField): Named[] {
  const read = (sql: string): Named[] =>
    all<{ id: string; name: string }>(ground.db, sql).map(({ id, name }) => ({
      id,
      names: [comparable(name)],
    }));
  switch (field) {
    case 'actor':
    case 'place':
      return namedEntities(ground, field);
    case 'claimant':
      return [
        { id: 'narrator', names: ['narrator'] },
        { id: 'unnamed', names: ['unnamed'] },
        ...namedEntities(ground, 'actor'),
      ];
    case 'tag':
      return read('SELECT id, name FROM tag WHERE root_id IS NULL');
    case 'type':
      return read('SELECT id, name FROM event_type');
    case 'event':
      return read('SELECT id, title AS name FROM event');
    case 'role':
      return read(`SELECT DISTINCT key AS id, key AS name FROM account WHERE fact = 'participant'`);
    case 'publisher':
      return read(
        `SELECT DISTINCT publisher AS id, publisher AS name FROM article WHERE trim(publisher) <> ''`,
      );
    case 'by':
      return read('SELECT DISTINCT j.value AS id, j.value AS name FROM article, json_each(authors) j');
    default:
      return assertNever(field);
  }
}

function idsNamed(ground: Ground, field: NameField, value: string): string[] {
  const named = ground.named.get(field) ?? namedIn(ground, field);
  ground.named.set(field, named);
  const wanted = comparable(value);
  const matching = (isMeant: (name: string) => boolean) => named.filter(({ names }) => names.some(isMeant));
  const exact = matching((name) => name === wanted);
  if (exact.length > 0) return exact.map(({ id }) => id);
  const spaced = (piece: string): string =>
    `${/^\s/.test(piece) ? ' ' : ''}${foldForMatch(piece)}${/\s$/.test(piece) ? ' ' : ''}`;
  const pieces = value
    .split(/([*?])/)
    .map((piece) => ({ '*': '[^ ]*', '?': '[^ ]' })[piece] ?? spaced(piece));
  const isPattern = /[*?]/.test(value);
  const like = isPattern
    ? matching((name) => new RegExp(`(^| )${pieces.join('')}( |$)`).test(name))
    : matching((name) => ` ${name}`.includes(` ${wanted}`));
  return like.map(({ id }) => id);
}

/** The ids of a thing, its members and what is below it. */
function idsBelow({ db }: Ground, field: NameField, id: string): string[] {
  if (field === 'place' || field === 'actor' || field === 'claimant')
    return [id, ...pluck<string>(db, entitiesWithin('?'), [id])];
  if (field === 'tag') return pluck<string>(db, tagsWithin('?'), [id]);
  if (field === 'type') return pluck<string>(db, typesWithin('?'), [id]);
  return field === 'publisher' || field === 'by' ? [comparable(id)] : [id];
}

type FilterNode = Exclude<QueryNode, WordsNode | WithinNode | GroupNode | DateNode>;

/** What a row has to bear one of; null: accounts without a certainty. */
export function valuesOf(ground: Ground, node: QueryNode): string[] | null {
  const filter = node as FilterNode;
  const below = (field: NameField, value: string) =>
    idsNamed(ground, field, value).flatMap((id) => idsBelow(ground, field, id));
  if (filter.kind === 'value') {
    if (filter.field === 'certainty' && filter.value === 'unsaid') return null;
    return [`${filter.field} ${filter.field === 'lang' ? baseLanguage(filter.value) : filter.value}`];
  }
  if (filter.kind === 'name') {
    const field = filter.field === 'place' ? 'entity' : filter.field;
    return below(filter.field, filter.value).map((id) => `${field} ${id}`);
  }
  if (filter.kind !== 'actor') return [];
  const actors = below('actor', filter.value);
  if (filter.roles.length === 0) return actors.map((id) => `entity ${id}`);
  const roles = filter.roles.flatMap((role) => idsNamed(ground, 'role', role));
  return roles.flatMap((role) => actors.map((id) => `role-of ${role} ${id}`));
}
