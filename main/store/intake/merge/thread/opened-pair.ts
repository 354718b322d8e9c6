/** What the merge thread has open of one pair of notebooks, and the plan that was made of them. */
import { openBeside } from '../../../core/file/open-database';
import { type ReadableDB, rawDatabase, type WritableDB } from '../../../core/sql';
import type { IncomingNotebook } from '../../../notebook/records/incoming/open-incoming';
import { openOther } from '../merge-notebook';
import type { MergeWatch } from '../merge-watch';
import { type MergePlan, planMerge } from '../plan-merge';
import type { MergePair } from './merge-messages';

/** Whether what is in our trash is left out of a merge. */
export type Deleted = 'leave' | 'bring';

export interface OpenedPair {
  readonly ourPath: string;
  /** A handle on our notebook, which another thread holds the lock of. */
  readonly ours: () => WritableDB;
  /** Closes it; it is opened anew when it is asked for. */
  readonly release: () => void;
  /** Opened when it is first asked for. Throws as `openOther`, and what the watch throws. */
  readonly theirs: () => IncomingNotebook;
  /** The plan that is there, or a new one. */
  readonly planFor: (deleted: Deleted) => MergePlan;
  /** A plan is used up; undefined where something was written since it was made. */
  readonly takePlan: () => MergePlan | undefined;
  readonly close: () => void;
}

interface Planned {
  readonly plan: MergePlan;
  readonly deleted: Deleted;
  /** Of our notebook. */
  readonly version: number;
}

/** Another number when somebody else has written to the notebook. */
const versionNow = (db: ReadableDB): number =>
  Number(rawDatabase(db).pragma('data_version', { simple: true }));

export function openPair({ ourPath, theirPath }: MergePair, watch: MergeWatch): OpenedPair {
  let handle: WritableDB | null = null;
  let incoming: IncomingNotebook | null = null;
  let planned: Planned | null = null;

  const ours = (): WritableDB => (handle ??= openBeside(ourPath));
  const theirs = (): IncomingNotebook => (incoming ??= openOther(ours(), theirPath, watch));

  function release(): void {
    planned = null;
    if (handle) rawDatabase(handle).close();
    handle = null;
  }

  function planFor(deleted: Deleted): MergePlan {
    const [their, db] = [theirs(), ours()];
    const version = versionNow(db);
    if (planned?.version === version && planned.deleted === deleted) return planned.plan;
    planned = null;
    const plan = rawDatabase(db).transaction(() => planMerge(db, their.db, deleted, watch))();
    planned = { plan, deleted, version };
    return plan;
  }

  function takePlan(): MergePlan | undefined {
    const made = planned;
    planned = null;
    return made?.version === versionNow(ours()) ? made.plan : undefined;
  }

  function close(): void {
    incoming?.close();
    incoming = null;
    release();
  }

  return { ourPath, ours, release, theirs, planFor, takePlan, close };
}
