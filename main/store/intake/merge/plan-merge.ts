/**
 * What bringing in another notebook would do, record by record, without doing it: what is new, what joins what is here, and
 * where the two say different things. Holds ids and differences only, so that a large notebook fits in memory.
 */

import type { MaybeSame, MergeConflict, MergeCounts } from '../../../../shared/contract/program/merge';
import { get, pluck, type ReadableDB } from '../../core/sql';
import { asText } from '../../notebook/records/as-text';
import { keysOf, readRecord } from '../../notebook/records/read-records';
import { recordKinds } from '../../notebook/records/record-kinds';
import type { Json, JsonObject, RecordKind } from '../../notebook/records/record-types';
import { differingGroups, differingNames, type Group, type Joining, joinings } from './compare-records';
import { type Identities, matchRecords } from './identities';
import { likeNames } from './like-names';
import { labelOf, mapRecord } from './map-record';
import { newTexts } from './new-texts';
import { otherPreferred } from './take-account';
import { valueInWords } from './value-in-words';

/** A record of theirs that is one of ours, and what is not the same. */
export interface Change {
  readonly kind: RecordKind;
  readonly theirId: string;
  readonly ourId: string;
  readonly groups: readonly Group[];
  readonly joinings: readonly Joining[];
  /** Their texts of the article that ours does not have, oldest first. */
  readonly texts: readonly string[];
}

/** Everything that would be done, and what is to be decided. */
export interface MergePlan {
  readonly identities: Identities;
  readonly added: readonly { readonly kind: RecordKind; readonly theirId: string }[];
  readonly changes: readonly Change[];
  readonly conflicts: readonly MergeConflict[];
  readonly counts: readonly MergeCounts[];
  readonly maybeSame: readonly MaybeSame[];
}

/** What a choice names a difference by. */
export const conflictKey = (kind: string, id: string, field: string): string => `${kind}/${id}/${field}`;

type Draft = { -readonly [Name in keyof MergeCounts]: MergeCounts[Name] };

interface Planning {
  readonly ourDb: ReadableDB;
  readonly theirDb: ReadableDB;
  readonly ids: Identities['ids'];
  readonly added: MergePlan['added'][number][];
  readonly changes: Change[];
  readonly conflicts: MergeConflict[];
}

/** Where both have a place for the parts of a passage in our current text, that is compared too. */
function withPlaces(
  ourDb: ReadableDB,
  our: JsonObject,
  their: JsonObject,
): readonly [JsonObject, JsonObject] {
  const current = pluck<string>(ourDb, 'SELECT revision_id FROM article WHERE id = ?', [
    asText(our['articleId']),
  ])[0];
  const placesIn = (record: JsonObject) =>
    lastByPart(
      ((record['anchors'] ?? []) as readonly JsonObject[]).filter(({ revisionId }) => revisionId === current),
    );
  const [here, there] = [placesIn(our), placesIn(their)];
  const places = there.length === 0 ? here : there;
  return [Object.assign({}, our, { places: here }), Object.assign({}, their, { places })];
}

/** Several of their revisions may be one of ours: the last place of a part counts. */
export function lastByPart(anchors: readonly JsonObject[]): JsonObject[] {
  const last = new Map(
    anchors.map((anchor) => [`${asText(anchor['revisionId'])} ${asText(anchor['part'])}`, anchor]),
  );
  return [...last.values()].sort((a, b) => Number(a['part']) - Number(b['part']));
}

/** Page chrome of the current text, where both notebooks have the same one: its places, without their ids. */
function chromeOf(record: JsonObject): Json {
  const revisions = record['revisions'] as readonly JsonObject[];
  const current = revisions.filter(({ id }) => id === record['revisionId']).at(-1);
  return ((current?.['exclusions'] ?? []) as readonly JsonObject[]).map(({ start, end, state, reason }) => [
    start ?? 0,
    end ?? 0,
    state ?? '',
    reason ?? '',
  ]);
}

const withChrome = (record: JsonObject, chrome: Json): JsonObject =>
  Object.assign({}, record, { pageChrome: chrome });

function prepared(
  { ourDb }: Planning,
  kind: RecordKind,
  our: JsonObject,
  their: JsonObject,
): readonly [JsonObject, JsonObject] {
  if (kind.name === 'annotations') return withPlaces(ourDb, our, their);
  if (kind.name !== 'articles') return [our, their];
  const isSameText = their['revisionId'] === our['revisionId'];
  return [withChrome(our, chromeOf(our)), withChrome(their, chromeOf(isSameText ? their : our))];
}

const preferredGroup: Group = { name: 'preferred because', fields: ['preferredReason'] };
const textGroup: Group = { name: 'text', fields: ['revisionId'] };

function conflictsOf(
  planning: Planning,
  kind: RecordKind,
  our: JsonObject,
  their: JsonObject,
  groups: readonly Group[],
): void {
  const id = asText(our['id']);
  const words = (record: JsonObject, { fields }: Group, db: ReadableDB) =>
    valueInWords({ db, kind, record, fields });
  for (const group of groups) {
    planning.conflicts.push({
      key: conflictKey(kind.name, id, group.name),
      kind: kind.name,
      id,
      label: labelOf(planning.ourDb, kind, our),
      field: group.name,
      ours: words(our, group, planning.ourDb),
      theirs: words(their, group, planning.theirDb),
    });
  }
}

function planSame(planning: Planning, kind: RecordKind, theirId: string, mapped: JsonObject): keyof Draft {
  const ourId = asText(mapped['id']);
  const record = readRecord(planning.ourDb, kind, ourId);
  if (!record) return 'leftOut';
  const [our, their] = prepared(planning, kind, record, mapped);
  const names = differingNames(our, their).map(([item]) => ({
    name: `name “${asText(item['name'])}”`,
    fields: ['names'],
  }));
  const texts = kind.name === 'articles' ? newTexts(planning, ourId, theirId) : [];
  const groups = [...differingGroups(kind, our, their), ...names, ...(texts.length > 0 ? [textGroup] : [])];
  const joining = joinings(kind, our, their);
  if (groups.length === 0 && joining.length === 0) return 'same';
  planning.changes.push({ kind, theirId, ourId, groups, joinings: joining, texts });
  conflictsOf(planning, kind, our, their, groups);
  return groups.length > 0 ? 'differing' : 'joined';
}

function exists(db: ReadableDB, { table, key }: RecordKind, id: string): boolean {
  return get(db, `SELECT 1 FROM ${table} WHERE ${key} = ?`, [id]) !== undefined;
}

/** Only one account of a fact is preferred: theirs and ours cannot both be. */
function planPreferred(planning: Planning, kind: RecordKind, account: JsonObject): void {
  const other = otherPreferred(planning.ourDb, account);
  if (account['preferredReason'] === null || other === undefined) return;
  const our = readRecord(planning.ourDb, kind, other);
  if (our) {
    const notPreferred = Object.assign({}, account, { preferredReason: null });
    conflictsOf(planning, kind, notPreferred, account, [preferredGroup]);
  }
}

function planRecord(planning: Planning, kind: RecordKind, theirId: string, adopt: boolean): keyof Draft {
  const record = readRecord(planning.theirDb, kind, theirId);
  const mapped = record && mapRecord(planning.ids, kind, record);
  if (!mapped) {
    // What hangs on it is left out with it.
    planning.ids.get(kind.name)?.set(theirId, null);
    return 'leftOut';
  }
  if (!adopt && exists(planning.ourDb, kind, asText(mapped['id'])))
    return planSame(planning, kind, theirId, mapped);
  planning.added.push({ kind, theirId });
  if (kind.name === 'accounts') planPreferred(planning, kind, mapped);
  return 'added';
}

function planKind(planning: Planning, kind: RecordKind, adopt: boolean): MergeCounts {
  const counts: Draft = {
    kind: kind.name,
    noun: kind.noun,
    added: 0,
    same: 0,
    joined: 0,
    differing: 0,
    leftOut: 0,
  };
  for (const theirId of keysOf(planning.theirDb, kind)) {
    const outcome = planRecord(planning, kind, theirId, adopt);
    if (outcome !== 'kind' && outcome !== 'noun') counts[outcome]++;
  }
  return counts;
}

/** Words being typed belong to whoever types them: drafts stay where they are. */
export const mergedKinds: readonly RecordKind[] = recordKinds.filter(({ name }) => name !== 'drafts');

/** Plans the merging of a notebook into ours. `deleted`: whether what is in our trash is left out. */
export function planMerge(
  ourDb: ReadableDB,
  theirDb: ReadableDB,
  deleted: 'leave' | 'bring' = 'leave',
): MergePlan {
  const identities = matchRecords(ourDb, theirDb, deleted);
  const { ids, adopt } = identities;
  const planning: Planning = { ourDb, theirDb, ids, added: [], changes: [], conflicts: [] };
  const isList = ({ name }: RecordKind) => name === 'eventTypes' || name === 'roles';
  const counts = mergedKinds.map((kind) => planKind(planning, kind, adopt && isList(kind)));
  const added = new Set(planning.added.map(({ kind, theirId }) => `${kind.name} ${theirId}`));
  return {
    identities,
    added: planning.added,
    changes: planning.changes,
    conflicts: planning.conflicts,
    counts: counts.filter(
      ({ added: a, same, joined, differing, leftOut }) => a + same + joined + differing + leftOut > 0,
    ),
    maybeSame: likeNames(ourDb, theirDb, (kind, id) => added.has(`${kind} ${id}`)),
  };
}
