/**
 * Comparing and merging beside the thread that the notebook lives on. What takes long is done on a copy, while others write
 * (`work-aside.ts`); what is short, or cannot be done so, in one transaction on a handle of its own, while others wait. What was
 * opened and planned for a preview is kept for the merge.
 */
import type {
  MergeChoices,
  MergePhase,
  MergePreview,
  MergeReport,
} from '../../../../../shared/contract/program/merge';
import { setCoder } from '../../../annotations/coder';
import { type RowChange, revertChanges } from '../../../core/recorder';
import { type CommandOutcome, runCommand } from '../../../core/run-command';
import type { WritableDB } from '../../../core/sql';
import { type Others, workAside } from '../aside/work-aside';
import { mergeIncoming, previewOf } from '../merge-notebook';
import { type MergeWatch, sharesOf } from '../merge-watch';
import type { MergePlan } from '../plan-merge';
import type { MergePair } from './merge-messages';
import { type Deleted, type OpenedPair, openPair } from './opened-pair';

/** Those who write to the notebook, and what they have given to be taken back. */
export interface StoreThread extends Others {
  /** The changes to take back, in order. */
  readonly step: () => Promise<readonly RowChange[]>;
}

/** One other notebook and ours. */
export interface MergeWork {
  /** Throws as `openOther`, and what the watch throws; what was opened stays open. */
  readonly preview: (deleted: Deleted) => MergePreview;
  /** Others are held when it is done. Throws likewise; our notebook is then as others have left it. */
  readonly merge: (choices: MergeChoices, others: StoreThread) => Promise<CommandOutcome<MergeReport>>;
  /**
   * Takes changes of our notebook back, as one step; others are to be held. Null, with nothing changed: others did something
   * meanwhile, beside which it could not be put in place. Throws likewise, and `conflict`.
   */
  readonly stepBack: (others: StoreThread) => Promise<CommandOutcome<null> | null>;
  readonly close: () => void;
}

interface Working {
  readonly pair: OpenedPair;
  readonly watch: MergeWatch;
  /** So many records are written at once, while others wait. */
  readonly few: number;
}

/** So few records are brought in in a quarter of a second; an article, with its words to find, counts as several. */
const fewRecords = 40;
const articleWeight = 8;
const weightOf = ({ added, changes }: MergePlan): number =>
  [...added, ...changes].reduce((sum, { kind }) => sum + (kind.name === 'articles' ? articleWeight : 1), 0);
/** When others did meanwhile what does not fit, it is tried again; then they wait. */
const mostAttempts = 2;

/** Others wait: said with every step. */
const aloneOf =
  ({ watch }: Working): MergeWatch =>
  (step) =>
    watch({ ...step, isAlone: true });

/** What every work on a copy has: it is told of as these phases. */
const asideOf = ({ pair, watch }: Working, copying: MergePhase, last: MergePhase) => ({
  copied: sharesOf(watch, copying),
  indexed: sharesOf(watch, last),
  release: pair.release,
  goOn: () => watch({ phase: last, done: 1, total: 1 }),
});

async function inPlace<Value>(
  { pair }: Working,
  others: Others,
  work: (db: WritableDB) => Value,
  indexed: (share: number) => void,
): Promise<CommandOutcome<Value>> {
  await others.alone();
  const outcome = runCommand(pair.ours(), work, indexed);
  await others.tell(outcome.changes);
  return outcome;
}

async function mergeAside(
  working: Working,
  choices: MergeChoices,
  others: Others,
): Promise<CommandOutcome<MergeReport> | null> {
  const { pair, watch } = working;
  let plan: MergePlan | undefined;
  return workAside(pair.ourPath, others, {
    ...asideOf(working, 'copying', 'indexing'),
    begin: () => {
      plan = pair.takePlan();
    },
    work: (db) => mergeIncoming(db, pair.theirs(), { choices, watch, plan }),
  });
}

async function merge(
  working: Working,
  choices: MergeChoices,
  others: Others,
): Promise<CommandOutcome<MergeReport>> {
  const { pair, few } = working;
  const isLong = weightOf(pair.planFor(choices.deleted ?? 'leave')) > few;
  for (let attempt = 0; isLong && attempt < mostAttempts; attempt++) {
    const outcome = await mergeAside(working, choices, others);
    if (outcome) return outcome;
  }
  const alone = aloneOf(working);
  const work = (db: WritableDB): MergeReport => {
    setCoder(db, '');
    return mergeIncoming(db, pair.theirs(), { choices, watch: alone, plan: pair.takePlan() });
  };
  return inPlace(working, others, work, sharesOf(alone, 'indexing'));
}

/** On the file itself it is done only where nothing was changed since: later changes may stand on it. */
async function stepBack(working: Working, others: StoreThread): Promise<CommandOutcome<null> | null> {
  let step: readonly RowChange[] = [];
  let isUsed = false;
  const changes = async (): Promise<readonly RowChange[]> => {
    const theirs = await others.changes();
    isUsed ||= theirs.length > 0;
    return theirs;
  };
  const prepare = async (): Promise<void> => {
    step = await others.step();
  };
  const work = (writer: WritableDB): null => {
    revertChanges(writer, step);
    return null;
  };
  const heard: Others = { ...others, changes };
  const outcome = await workAside(working.pair.ourPath, heard, {
    ...asideOf(working, 'undoing', 'undoing'),
    prepare,
    work,
  });
  if (outcome) return outcome;
  await others.hold();
  await changes();
  if (isUsed) return null;
  await prepare();
  return inPlace(working, others, work, sharesOf(aloneOf(working), 'undoing'));
}

/** Opens what it is asked about. `few`: see {@link Working}. */
export function createMergeWork(paths: MergePair, watch: MergeWatch, few = fewRecords): MergeWork {
  const pair = openPair(paths, watch);
  const working: Working = { pair, watch, few };
  return {
    preview: (deleted) => previewOf(pair.theirs(), pair.planFor(deleted)),
    merge: (choices, others) => merge(working, choices, others),
    stepBack: (others) => stepBack(working, others),
    close: pair.close,
  };
}
