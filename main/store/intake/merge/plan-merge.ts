/**
 * What bringing in another notebook would do, record by record, without doing it: what is new, what joins what is here, and
 * where the two say different things. Holds ids and differences only, so that a large notebook fits in memory.
 */

import type {
  MaybeSame,
  MergeConflict,
  MergeCounts,
  MergeLeft,
} from '../../../../shared/contract/program/merge';
import { countOf, get, pluck, type ReadableDB } from '../../core/sql';
import { asText } from '../../notebook/records/as-text';
import { keysOf, readRecord } from '../../notebook/records/read-records';
import { kindNamed, recordKinds } from '../../notebook/records/record-kinds';
import type { Json, JsonObject, RecordKind } from '../../notebook/records/record-types';
import {
  differingGroups,
  differingNames,
  type Group,
  type Joining,
  joinings,
} from './compare/compare-records';
import { type Identities, matchRecords } from './compare/identities';
import { likeNames } from './compare/like-names';
import { type NewTexts, newTexts, noTexts } from './compare/new-texts';
import { valueInWords } from './compare/value-in-words';
import { labelOf, mapRecord } from './map-record';
import { type MergeWatch, unwatched } from './merge-watch';
import { otherPreferred } from './take-account';
import { type DraftPlan, planDrafts } from './take-drafts';

/** A record of theirs that is one of ours, and what is not the same. */
export interface Change {
  readonly kind: RecordKind;
  readonly theirId: string;
  readonly ourId: string;
  readonly groups: readonly Group[];
  readonly joinings: readonly Joining[];
  /** Their current text of the article, where ours does not have it, after others that are newer than ours. */
  readonly texts: readonly string[];
  /** Earlier texts of theirs which ours does not have, oldest first: they come along. */
  readonly earlier: readonly string[];
}

/** Everything that would be done, and what is to be decided. */
export interface MergePlan {
  readonly identities: Identities;
  readonly added: readonly { readonly kind: RecordKind; readonly theirId: string }[];
  readonly changes: readonly Change[];
  readonly conflicts: readonly MergeConflict[];
  readonly counts: readonly MergeCounts[];
  readonly maybeSame: readonly MaybeSame[];
  readonly drafts: DraftPlan;
  /** What has no place, but for captured files. */
  readonly left: Omit<MergeLeft, 'files'>;
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
  readonly eachRecord: () => void;
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

/** Texts that come along stand for themselves: what stood in them does so here. */
function textsOf(planning: Planning, kind: RecordKind, ourId: string, theirId: string): NewTexts {
  if (kind.name !== 'articles') return noTexts;
  const texts = newTexts(planning, ourId, theirId);
  for (const id of texts.earlier) planning.ids.get('revisions')?.set(id, id);
  return texts;
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
  const { offered: texts, earlier } = textsOf(planning, kind, ourId, theirId);
  const groups = [...differingGroups(kind, our, their), ...names, ...(texts.length > 0 ? [textGroup] : [])];
  const joining = joinings(kind, our, their);
  if (groups.length === 0 && joining.length === 0 && earlier.length === 0) return 'same';
  planning.changes.push({ kind, theirId, ourId, groups, joinings: joining, texts, earlier });
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
    planning.eachRecord();
    const outcome = planRecord(planning, kind, theirId, adopt);
    if (outcome !== 'kind' && outcome !== 'noun') counts[outcome]++;
  }
  return counts;
}

/** Drafts are no records of their own here: see `take-drafts.ts`. */
const draftKind = kindNamed('drafts');
const mergedKinds: readonly RecordKind[] = recordKinds.filter((kind) => kind !== draftKind);

/** Calls with how many of their records were looked at. */
function counter(theirDb: ReadableDB, watch: MergeWatch): () => void {
  const counts = mergedKinds.map(({ table }) => countOf(theirDb, `SELECT count(*) FROM ${table}`));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  return () => watch({ phase: 'comparing', done: done++, total });
}

const isAny = ({ added, same, joined, differing, leftOut }: MergeCounts): boolean =>
  added + same + joined + differing + leftOut > 0;

function draftCounts({ added, same }: DraftPlan): MergeCounts {
  const { name: kind, noun } = draftKind;
  return { kind, noun, added: added.length, same, joined: 0, differing: 0, leftOut: 0 };
}

/** Plans the merging of a notebook into ours. `deleted`: whether what is in our trash is left out. Throws what `watch` throws. */
export function planMerge(
  ourDb: ReadableDB,
  theirDb: ReadableDB,
  deleted: 'leave' | 'bring' = 'leave',
  watch: MergeWatch = unwatched,
): MergePlan {
  const identities = matchRecords(ourDb, theirDb, deleted);
  const { ids, adopt } = identities;
  const eachRecord = counter(theirDb, watch);
  const none = { added: [], changes: [], conflicts: [] };
  const planning: Planning = { ourDb, theirDb, ids, eachRecord, ...none };
  const isList = ({ name }: RecordKind) => name === 'eventTypes' || name === 'roles';
  const counts = mergedKinds.map((kind) => planKind(planning, kind, adopt && isList(kind)));
  const { added, changes, conflicts } = planning;
  const news = new Set(added.map(({ kind, theirId }) => `${kind.name} ${theirId}`));
  const drafts = planDrafts(planning, (id) => news.has(`notes ${id}`) || news.has(`articles ${id}`));
  return {
    identities,
    added,
    changes,
    conflicts,
    counts: [...counts, draftCounts(drafts)].filter(isAny),
    maybeSame: likeNames(ourDb, theirDb, (kind, id) => news.has(`${kind} ${id}`)),
    drafts,
    left: { texts: 0, drafts: drafts.left },
  };
}
