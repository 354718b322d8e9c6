/** Brings another notebook into ours by a plan and the user's choices, inside the transaction of one command. */
import { realpathSync } from 'node:fs';
import type {
  MergeChoices,
  MergePreview,
  MergeReport,
  MergeSide,
} from '../../../../shared/contract/program/merge';
import { CasebookError } from '../../../../shared/model/result';
import { pluck, type ReadableDB, rawDatabase, run, type WritableDB } from '../../core/sql';
import { asText } from '../../notebook/records/as-text';
import { type IncomingNotebook, openIncoming } from '../../notebook/records/incoming/open-incoming';
import { readRecord } from '../../notebook/records/read-records';
import type { JsonObject } from '../../notebook/records/record-types';
import { deriveRoots, writeRecord } from '../../notebook/records/write-records';
import { type Applied, applyGroup, joinParts } from './apply-change';
import { mapRecord } from './map-record';
import { type MergeWatch, sharesOf, unwatched } from './merge-watch';
import { placeEverywhere } from './place-passages';
import { type Change, conflictKey, lastByPart, type MergePlan, planMerge } from './plan-merge';
import { otherPreferred } from './take-account';
import { addArticle, addEarlierTexts, type Files, takeTexts } from './take-article';
import { planDrafts, writeDrafts } from './take-drafts';

interface Merging {
  readonly db: WritableDB;
  readonly theirDb: ReadableDB;
  readonly plan: MergePlan;
  readonly choices: MergeChoices;
  readonly applied: Applied;
  readonly files: Files;
  readonly watch: MergeWatch;
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
  if (change.earlier.length > 0) addEarlierTexts(db, theirDb, { ourId, theirId, texts: change.earlier });
  for (const group of groups) {
    if (sideOf(merging, kind.name, ourId, group.name) === 'ours') {
      applied.kept++;
      if (group.name === 'text') applied.leftTexts += change.texts.length;
    } else if (group.name === 'text') {
      // They stand for themselves now: what stood in them does so here.
      for (const id of change.texts) plan.identities.revisions.set(id, id);
      takeTexts(db, theirDb, { ourId, theirId, texts: change.texts });
      applied.taken++;
    } else applyGroup(db, { kind, ourId, group, their: withKnownPlaces(their) }, applied);
  }
}

/** Of conflicts and of things of one name, as many as a person can look through. */
const mostListed = 2000;

/** Opens the other notebook. Throws as `openIncoming`, and `import-refused` for ours itself. */
export function openOther(db: ReadableDB, path: string, watch: MergeWatch = unwatched): IncomingNotebook {
  const realPath = (of: string): string => {
    try {
      return realpathSync(of);
    } catch {
      return of; // it is missing: the opening says so
    }
  };
  if (realPath(path) === realPath(rawDatabase(db).name))
    throw new CasebookError('import-refused', 'This is the notebook that is open.');
  return openIncoming(path, sharesOf(watch, 'reading'));
}

/** A plan as the user is shown it. */
export function previewOf(
  { title, withoutFiles }: IncomingNotebook,
  { counts, conflicts, maybeSame, left }: MergePlan,
): MergePreview {
  return {
    title,
    counts,
    conflicts: conflicts.slice(0, mostListed),
    conflictCount: conflicts.length,
    maybeSame: maybeSame.slice(0, mostListed),
    maybeSameCount: maybeSame.length,
    left: { files: withoutFiles, ...left },
  };
}

interface Wanted {
  readonly path: string;
  readonly deleted?: 'leave' | 'bring' | undefined;
}

/** What bringing in the notebook at a path would do; nothing is changed. Throws as {@link openOther}. */
export function previewMerge(db: ReadableDB, { path, deleted }: Wanted): MergePreview {
  const incoming = openOther(db, path);
  try {
    return previewOf(incoming, planMerge(db, incoming.db, deleted));
  } finally {
    incoming.close();
  }
}

/** Brings in the notebook at a path; the file itself is left as it is. Throws as {@link openOther}. */
export function mergeNotebook(
  db: WritableDB,
  { path, choices }: { readonly path: string; readonly choices: MergeChoices },
  watch: MergeWatch = unwatched,
): MergeReport {
  const incoming = openOther(db, path, watch);
  try {
    return mergeIncoming(db, incoming, { choices, watch });
  } finally {
    incoming.close();
  }
}

/** Links and lists may name what comes later: references are checked when everything is there. */
function applyPlan(merging: Merging): void {
  const { db, plan, watch } = merging;
  const total = plan.added.length + plan.changes.length;
  let done = 0;
  const told = <Of>(of: Of): Of => {
    watch({ phase: 'writing', done: done++, total });
    return of;
  };
  const isText = ({ kind }: Change) => kind.name === 'articles';
  if (plan.identities.adopt) for (const table of ['event_type', 'role']) run(db, `DELETE FROM ${table}`);
  // The texts of articles first: passages are placed in them.
  for (const change of plan.changes) if (isText(change)) applyChange(merging, told(change));
  for (const added of plan.added) addRecord(merging, told(added));
  for (const change of plan.changes) if (!isText(change)) applyChange(merging, told(change));
  placeEverywhere(db);
  deriveRoots(db);
}

const nothingApplied = (): Applied => ({ taken: 0, kept: 0, leftTexts: 0, notTaken: [] });

/** Now that the texts are chosen, what of their drafts has a place; answers how many have none. */
function takeDrafts({ db, theirDb, plan }: Merging): number {
  const { ids } = plan.identities;
  const news = new Set(plan.added.map(({ theirId }) => theirId));
  const { added, left } = planDrafts({ ourDb: db, theirDb, ids }, (id) => news.has(id));
  writeDrafts(db, added);
  return left;
}

const mostPasses = 4;

/** How a notebook that is open already is brought in. */
export interface MergeOrder {
  readonly choices: MergeChoices;
  readonly watch: MergeWatch;
  /** Made of our notebook as it is now; it is used up. Made here where there is none. */
  readonly plan?: MergePlan | undefined;
}

/** Brings a notebook that is open already into ours. Throws what `watch` throws. */
export function mergeIncoming(
  db: WritableDB,
  { db: theirDb, title, withoutFiles }: IncomingNotebook,
  { choices, watch, plan: made }: MergeOrder,
): MergeReport {
  rawDatabase(db).pragma('defer_foreign_keys = ON');
  const plan = made ?? planMerge(db, theirDb, choices.deleted, watch);
  const applied = nothingApplied();
  const merging = { db, theirDb, choices, watch, files: { kept: new Set<string>() } };
  applyPlan({ ...merging, plan, applied });
  const drafts = takeDrafts({ ...merging, plan, applied });
  // A name that was taken may free another, or make a further name of what was the first one: until nothing is left to do.
  let isSettled = applied.taken === 0 && !plan.identities.isDoubtful;
  for (let pass = 1; pass < mostPasses && !isSettled; pass++) {
    const next = planMerge(db, theirDb, choices.deleted, watch);
    const more = nothingApplied();
    applyPlan({ ...merging, plan: next, applied: more });
    const joined = next.changes.some(({ joinings }) => joinings.length > 0);
    isSettled = more.taken === 0 && next.added.length === 0 && !joined;
  }
  const { leftTexts, ...told } = applied;
  const left = { files: withoutFiles, texts: plan.left.texts + leftTexts, drafts };
  return { title, counts: plan.counts, ...told, left };
}
