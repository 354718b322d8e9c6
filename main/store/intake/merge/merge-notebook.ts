/** Brings another notebook into ours by a plan and the user's choices, inside the transaction of one command. */

import type { CommandArgs, QueryArgs } from '../../../../shared/contract';
import type {
  MergeChoices,
  MergePreview,
  MergeReport,
  MergeSide,
} from '../../../../shared/contract/program/merge';
import { pluck, type ReadableDB, rawDatabase, run, type WritableDB } from '../../core/sql';
import { asText } from '../../notebook/records/as-text';
import { openIncoming } from '../../notebook/records/incoming/open-incoming';
import { readRecord } from '../../notebook/records/read-records';
import type { JsonObject } from '../../notebook/records/record-types';
import { deriveRoots, writeRecord } from '../../notebook/records/write-records';
import { type Applied, applyGroup, joinParts } from './apply-change';
import { mapRecord } from './map-record';
import { placeEverywhere } from './place-passages';
import { type Change, conflictKey, lastByPart, type MergePlan, planMerge } from './plan-merge';
import { otherPreferred } from './take-account';
import { addArticle, type Files, takeTexts } from './take-article';

interface Merging {
  readonly db: WritableDB;
  readonly theirDb: ReadableDB;
  readonly plan: MergePlan;
  readonly choices: MergeChoices;
  readonly applied: Applied;
  readonly files: Files;
}

/** Whose side is chosen of a difference. */
function chosen({ prefer, kinds = {}, each = {} }: MergeChoices, kind: string, key: string): MergeSide {
  return each[key] ?? kinds[kind] ?? prefer;
}

const sideOf = ({ choices }: Merging, kind: string, id: string, group: string): MergeSide =>
  chosen(choices, kind, conflictKey(kind, id, group));

/** What is new goes to the end of our list; in an empty notebook theirs is the list. */
function positioned({ db, plan }: Merging, table: string, record: JsonObject): JsonObject {
  if (!('position' in record) || plan.identities.adopt) return record;
  const last = pluck<number>(db, `SELECT coalesce(max(position), -1) FROM ${table}`)[0] ?? -1;
  return Object.assign({}, record, { position: last + 1 });
}

/** One account of a fact at most is preferred. */
function preferredOnce(merging: Merging, account: JsonObject): JsonObject {
  const other = account['preferredReason'] === null ? undefined : otherPreferred(merging.db, account);
  if (other === undefined) return account;
  if (sideOf(merging, 'accounts', asText(account['id']), 'preferred because') === 'ours') {
    merging.applied.kept++;
    return Object.assign({}, account, { preferredReason: null });
  }
  merging.applied.taken++;
  run(merging.db, 'UPDATE account SET preferred_reason = NULL WHERE id = ?', [other]);
  return account;
}

/** Only places in texts that ours has, and one for each. */
function withKnownPlaces(record: JsonObject): JsonObject {
  const former = new Set(
    ((record['formerQuotes'] ?? []) as readonly JsonObject[]).map(
      ({ part, number }) => `${asText(part)} ${asText(number)}`,
    ),
  );
  const anchors = lastByPart((record['anchors'] ?? []) as readonly JsonObject[]).filter(
    ({ part, former: number }) => number === null || former.has(`${asText(part)} ${asText(number)}`),
  );
  return Object.assign({}, record, { anchors });
}

function addRecord(merging: Merging, { kind, theirId }: MergePlan['added'][number]): void {
  const { db, theirDb, plan } = merging;
  const record = readRecord(theirDb, kind, theirId);
  const mapped = record && mapRecord(plan.identities.ids, kind, record);
  if (!record || !mapped) return;
  if (kind.name === 'articles') return addArticle(db, theirDb, merging.files, record, mapped);
  const taken = kind.name === 'accounts' ? preferredOnce(merging, mapped) : mapped;
  const placed = kind.name === 'annotations' ? withKnownPlaces(taken) : taken;
  writeRecord(db, kind, positioned(merging, kind.table, placed));
}

function applyChange(merging: Merging, change: Change): void {
  const { db, theirDb, plan, applied } = merging;
  const { kind, theirId, ourId, groups, joinings } = change;
  const record = readRecord(theirDb, kind, theirId);
  const their = record && mapRecord(plan.identities.ids, kind, record);
  if (!their) return;
  joinParts(db, { kind, ourId, joinings, theirDb });
  for (const group of groups) {
    if (sideOf(merging, kind.name, ourId, group.name) === 'ours') applied.kept++;
    else if (group.name === 'text') {
      for (const id of change.texts) plan.identities.revisions.set(id, id);
      takeTexts(db, theirDb, { ourId, theirId, texts: change.texts });
      applied.taken++;
    } else applyGroup(db, { kind, ourId, group, their: withKnownPlaces(their) }, applied);
  }
}

/** Of conflicts and of things of one name, as many as a person can look through. */
const mostListed = 2000;

/** What bringing in the notebook at a path would do; nothing is changed. Throws as `openIncoming`. */
export function previewMerge(db: ReadableDB, { path, deleted }: QueryArgs<'previewMerge'>): MergePreview {
  const incoming = openIncoming(path);
  try {
    const { counts, conflicts, maybeSame } = planMerge(db, incoming.db, deleted);
    return {
      title: incoming.title,
      withoutFiles: incoming.withoutFiles,
      counts,
      conflicts: conflicts.slice(0, mostListed),
      conflictCount: conflicts.length,
      maybeSame: maybeSame.slice(0, mostListed),
      maybeSameCount: maybeSame.length,
    };
  } finally {
    incoming.close();
  }
}

/** Brings in the notebook at a path; the file itself is left as it is. Throws as `openIncoming`. */
export function mergeNotebook(db: WritableDB, { path, choices }: CommandArgs<'mergeNotebook'>): MergeReport {
  const incoming = openIncoming(path);
  try {
    return { title: incoming.title, ...mergeIncoming(db, incoming.db, choices) };
  } finally {
    incoming.close();
  }
}

/** Links and lists may name what comes later: references are checked when everything is there. */
function applyPlan(merging: Merging): void {
  const { db, plan } = merging;
  if (plan.identities.adopt) for (const table of ['event_type', 'role']) run(db, `DELETE FROM ${table}`);
  // The texts of articles first: passages are placed in them.
  for (const change of plan.changes) if (change.kind.name === 'articles') applyChange(merging, change);
  for (const added of plan.added) addRecord(merging, added);
  for (const change of plan.changes) if (change.kind.name !== 'articles') applyChange(merging, change);
  placeEverywhere(db);
  deriveRoots(db);
}

const mostPasses = 4;

function mergeIncoming(
  db: WritableDB,
  theirDb: ReadableDB,
  choices: MergeChoices,
): Omit<MergeReport, 'title'> {
  rawDatabase(db).pragma('defer_foreign_keys = ON');
  const plan = planMerge(db, theirDb, choices.deleted);
  const applied: Applied = { taken: 0, kept: 0, notTaken: [] };
  const merging = { db, theirDb, choices, files: { kept: new Set<string>() } };
  applyPlan({ ...merging, plan, applied });
  // A name that was taken may free another, or make a further name of what was the first one: until nothing is left to do.
  let isSettled = applied.taken === 0 && !plan.identities.isDoubtful;
  for (let pass = 1; pass < mostPasses && !isSettled; pass++) {
    const next = planMerge(db, theirDb, choices.deleted);
    const more: Applied = { taken: 0, kept: 0, notTaken: [] };
    applyPlan({ ...merging, plan: next, applied: more });
    const joined = next.changes.some(({ joinings }) => joinings.length > 0);
    isSettled = more.taken === 0 && next.added.length === 0 && !joined;
  }
  return { counts: plan.counts, ...applied };
}
