/**
 * Comparing and merging beside the thread that the notebook lives on: on a handle of its own, which reads while others write, and
 * writes in one transaction when they have been asked to wait. What was opened and planned for a preview is kept for the merge.
 */
import type { MergeChoices, MergePreview, MergeReport } from '../../../../../shared/contract/program/merge';
import { setCoder } from '../../../annotations/coder';
import { openBeside } from '../../../core/file/open-database';
import { type RowChange, revertChanges } from '../../../core/recorder';
import { type CommandOutcome, runCommand } from '../../../core/run-command';
import { type ReadableDB, rawDatabase, type WritableDB } from '../../../core/sql';
import type { IncomingNotebook } from '../../../notebook/records/incoming/open-incoming';
import { mergeIncoming, openOther, previewOf } from '../merge-notebook';
import { type MergeWatch, sharesOf } from '../merge-watch';
import { type MergePlan, planMerge } from '../plan-merge';
import type { MergePair } from './merge-messages';

type Deleted = 'leave' | 'bring';

/** One other notebook and ours. */
export interface MergeWork {
  /** Throws as `openOther`, and what the watch throws; what was opened stays open. */
  readonly preview: (deleted: Deleted) => MergePreview;
  /** `mayWrite` returns when nobody else writes to our notebook. Throws likewise; our notebook is then as it was. */
  readonly merge: (choices: MergeChoices, mayWrite: () => void) => CommandOutcome<MergeReport>;
  /** Takes changes of our notebook back, as one step. Throws likewise. */
  readonly stepBack: (changes: readonly RowChange[], mayWrite: () => void) => CommandOutcome<null>;
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

/** Opens our notebook, which another thread holds the lock of; theirs is opened when it is first asked about. */
export function createMergeWork({ ourPath, theirPath }: MergePair, watch: MergeWatch): MergeWork {
  const db = openBeside(ourPath);
  let incoming: IncomingNotebook | null = null;
  let planned: Planned | null = null;

  function opened(): IncomingNotebook {
    incoming ??= openOther(db, theirPath, watch);
    return incoming;
  }

  function planFor(deleted: Deleted): MergePlan {
    const their = opened();
    const version = versionNow(db);
    if (planned?.version === version && planned.deleted === deleted) return planned.plan;
    planned = null;
    const plan = rawDatabase(db).transaction(() => planMerge(db, their.db, deleted, watch))();
    planned = { plan, deleted, version };
    return plan;
  }

  /** A plan is used up; null where something was written since it was made. */
  function takePlan(): MergePlan | undefined {
    const made = planned;
    planned = null;
    return made?.version === versionNow(db) ? made.plan : undefined;
  }

  function merge(choices: MergeChoices, mayWrite: () => void): CommandOutcome<MergeReport> {
    const their = opened();
    planFor(choices.deleted ?? 'leave');
    mayWrite();
    const plan = takePlan();
    setCoder(db, '');
    return runCommand(
      db,
      (writer) => mergeIncoming(writer, their, { choices, watch, plan }),
      sharesOf(watch, 'indexing'),
    );
  }

  function stepBack(changes: readonly RowChange[], mayWrite: () => void): CommandOutcome<null> {
    const each = sharesOf(watch, 'undoing');
    mayWrite();
    each(0);
    const takeBack = (writer: WritableDB): null => {
      revertChanges(writer, changes);
      return null;
    };
    return runCommand(db, takeBack, each);
  }

  return {
    stepBack,
    preview: (deleted) => previewOf(opened(), planFor(deleted)),
    merge,
    close: () => {
      incoming?.close();
      rawDatabase(db).close();
    },
  };
}
