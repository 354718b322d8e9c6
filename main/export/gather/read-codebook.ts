/** Reads notes, and the codebook as a whole: tags, types of events, roles. */
import { all, type ReadableDB } from '../../store/core/sql';
import type {
  ExportCitation,
  ExportData,
  ExportEventType,
  ExportNote,
  ExportRole,
  ExportTag,
} from './export-data';
import { grouped, ofIds } from './rows-of-ids';

/** Notes by title. */
export function readNotes(db: ReadableDB, ids: readonly string[]): ExportNote[] {
  const citationsOf = grouped(
    ofIds<ExportCitation & { owner: string }>(
      db,
      ids,
      `SELECT c.note_id AS owner, c.target_kind AS kind, c.target_id AS id FROM json_each(?) j
       CROSS JOIN citation c ON c.note_id = j.value ORDER BY c.target_kind, c.target_id`,
    ),
  );
  return ofIds<Omit<ExportNote, 'citations'>>(
    db,
    ids,
    `SELECT n.id, n.title, n.content, n.created_at AS createdAt, n.modified_at AS modifiedAt
     FROM json_each(?) j CROSS JOIN note n ON n.id = j.value ORDER BY n.title, n.id`,
  ).map((note) => ({ ...note, citations: citationsOf(note.id).map(({ kind, id }) => ({ kind, id })) }));
}

/** Those of a tree with each parent before its children; what is in a circle, or below something unknown, stands at the top. */
function parentsFirst<Node extends { readonly id: string; readonly parentId: string | null }>(
  nodes: readonly Node[],
): Node[] {
  const left = new Map(nodes.map((node) => [node.id, node]));
  const done: Node[] = [];
  const take = (node: Node, path: ReadonlySet<string>): void => {
    if (!left.has(node.id) || path.has(node.id)) return;
    const parent = node.parentId === null ? undefined : left.get(node.parentId);
    if (parent) take(parent, new Set([...path, node.id]));
    if (left.delete(node.id)) done.push(node);
  };
  for (const node of nodes) take(node, new Set());
  return done;
}

/** Of a tree those that are borne, and what these stand below. */
function borne<Node extends { readonly id: string; readonly parentId: string | null }>(
  nodes: readonly Node[],
  isBorne: (node: Node) => boolean,
): Node[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const kept = new Set<string>();
  const keep = (node: Node | undefined): void => {
    if (!node || kept.has(node.id)) return;
    kept.add(node.id);
    keep(known.get(node.parentId ?? ''));
  };
  for (const node of nodes) if (isBorne(node)) keep(node);
  return nodes.filter(({ id }) => kept.has(id));
}

type Codebook = Pick<ExportData, 'tags' | 'eventTypes' | 'roles'>;
type Bearers = Pick<ExportData, 'articles' | 'passages' | 'events' | 'around'>;

/** Of the codebook what a part of the notebook bears: the rest is no more part of its export than the other articles. */
export function codebookOf({ tags, eventTypes, roles }: Codebook, bearers: Bearers): Codebook {
  const { articles, passages, events, around } = bearers;
  const tagged = [...articles, ...passages, ...around.articles, ...around.passages];
  const tagNames = new Set(tagged.flatMap((bearer) => bearer.tags));
  const accounts = events.flatMap((event) => event.accounts);
  const typeIds = new Set([
    ...events.map(({ typeId }) => typeId),
    ...accounts.map(({ value }) => (value?.kind === 'type' ? value.typeId : null)),
  ]);
  const roleNames = new Set([
    ...events.flatMap(({ participants }) => participants.map(({ role }) => role)),
    ...accounts.flatMap(({ fact, key }) => (fact === 'participant' ? key : [])),
  ]);
  return {
    tags: borne(tags, ({ name }) => tagNames.has(name)),
    eventTypes: borne(eventTypes, ({ id }) => typeIds.has(id)),
    roles: roles.filter(({ name }) => roleNames.has(name)),
  };
}

/** Every tag, by name within the order of the tree. */
export function readTags(db: ReadableDB): ExportTag[] {
  return parentsFirst(
    all<ExportTag>(
      db,
      'SELECT id, name, parent_id AS parentId, colour, description FROM current_tag ORDER BY folded, id',
    ),
  );
}

/** Every type of event, in the order of the list. */
export function readEventTypes(db: ReadableDB): ExportEventType[] {
  return parentsFirst(
    all<ExportEventType>(
      db,
      'SELECT id, name, parent_id AS parentId, description FROM event_type ORDER BY position, id',
    ),
  );
}

/** Every role on the list, in its order. */
export function readRoles(db: ReadableDB): ExportRole[] {
  return all(db, 'SELECT id, name, description FROM role ORDER BY position, id');
}
