/** How far the comparing or merging of another notebook is, as the main process tells it, in words. */
import { create } from 'zustand';
import type { MergePhase, MergeStep } from '../../shared/contract/program/merge';

/** Null: nothing was told since the last one ended. */
export const useMergeStep = create<{ readonly step: MergeStep | null }>()(() => ({ step: null }));

export const forgetMergeStep = (): void => useMergeStep.setState({ step: null });

/** What goes on in each phase. */
export const phaseWords: Readonly<Record<MergePhase, string>> = {
  reading: 'Reading and checking',
  comparing: 'Comparing',
  copying: 'Making a copy to work on',
  writing: 'Bringing in',
  indexing: 'Making it searchable',
  undoing: 'Taking back or doing again',
};

/** Whether what the user changes now waits for the end: else it is done at once. */
export const holdsChanges = ({ isAlone }: MergeStep): boolean => isAlone === true;
