import type { MergePhase, MergeStep } from '../../../../shared/contract/program/merge';

/** Told how far a merge is; what it throws (`cancelled`) ends the work, and a transaction is rolled back. */
export type MergeWatch = (step: MergeStep) => void;

/** For who neither shows nor stops it. */
export const unwatched: MergeWatch = () => {};

const wholeShare = 1000;

/** Tells of one phase whose work is known as a share, from 0 to 1. */
export const sharesOf =
  (watch: MergeWatch, phase: MergePhase) =>
  (share: number): void =>
    watch({ phase, done: Math.floor(share * wholeShare), total: wholeShare });
