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
  writing: 'Bringing in',
  indexing: 'Making it searchable',
  undoing: 'Taking back or doing again',
};

/** Only one may write to a notebook: what the user changes in these phases waits for the end. */
export const holdsChanges = ({ phase }: MergeStep): boolean => phase !== 'reading' && phase !== 'comparing';
