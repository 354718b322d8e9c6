/** The lists of the codebook as tables for a file: each entry with those above it and what it is for. */
import type { EventType, Role } from '../../../shared/model/event';
import type { Tag } from '../../../shared/model/tag';
import { type CsvColumns, type CsvTable, csvTable } from '../../../shared/text/csv';
import { queries } from '../../client/client';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Deeper than any codebook is; a ring ends there. */
const deepest = 50;

/** The names above an entry, the highest first. */
function namesAbove(entry: Entry, byId: ReadonlyMap<string, Entry>): readonly string[] {
  const names: string[] = [];
  for (
    let at = byId.get(entry.parentId ?? '');
    at && names.length < deepest;
    at = byId.get(at.parentId ?? '')
  )
    names.unshift(at.name);
  return names;
}

const byIdOf = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

async function tagsTable(): Promise<CsvTable> {
  const tags = await queries.listTags({});
  const byId = byIdOf(tags);
  const columns: CsvColumns<Tag> = [
    ['Tag', ({ name }) => name],
    ['Below', (tag) => namesAbove(tag, byId).join(' / ')],
    ['Description', ({ description }) => description],
    ['Colour', ({ colour }) => colour ?? ''],
    ['Merged here', ({ merged }) => merged.map(({ name }) => name).join('\n')],
    ['Used', ({ useCount }) => useCount],
  ];
  return csvTable(columns, tags);
}

async function typesTable(): Promise<CsvTable> {
  const types = await queries.listEventTypes({});
  const byId = byIdOf(types);
  const columns: CsvColumns<EventType> = [
    ['Type of event', ({ name }) => name],
    ['Kind of', (type) => namesAbove(type, byId).join(' / ')],
    ['Description', ({ description }) => description],
    ['Events', ({ useCount }) => useCount],
  ];
  return csvTable(columns, types);
}

const roleColumns: CsvColumns<Role> = [
  ['Role', ({ name }) => name],
  ['Description', ({ description }) => description],
  ['Participants', ({ useCount }) => useCount],
];

const rolesTable = async (): Promise<CsvTable> => csvTable(roleColumns, await queries.listRoleList({}));

/** Each list of the codebook, read when it is written. */
export const codebookTables = { tags: tagsTable, types: typesTable, roles: rolesTable };
