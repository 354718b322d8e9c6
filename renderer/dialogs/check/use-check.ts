/** A check of the notebook as it goes on: asked for step by step, so that it can be followed, and ended between two steps. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckReport } from '../../../shared/contract/notebook';
import { queries } from '../../client/client';

export type CheckState =
  /** `isLong`: it has taken more than a second. */
  | { readonly kind: 'going'; readonly done: number; readonly total: number; readonly isLong: boolean }
  | { readonly kind: 'done'; readonly report: CheckReport }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly error: unknown };

const longMs = 1000;
const beginning: CheckState = { kind: 'going', done: 0, total: 0, isLong: false };

/** Goes on with a check until it is done, or no longer wanted. */
async function follow(show: (state: CheckState) => void, isWanted: () => boolean): Promise<void> {
  const begun = performance.now();
  let step = await queries.checkStep({ run: null });
  while (step.kind === 'going') {
    if (!isWanted()) return void (await queries.endCheck({ run: step.run }));
    const { done, total } = step;
    show({ kind: 'going', done, total, isLong: performance.now() - begun > longMs });
    step = await queries.checkStep({ run: step.run });
  }
  if (isWanted()) show({ kind: 'done', report: step.report });
}

export interface Check {
  readonly state: CheckState;
  readonly again: () => void;
  readonly end: () => void;
}

/** Checks at once; `again` begins anew. A check that nobody looks at any more is ended. */
export function useCheck(): Check {
  const [state, show] = useState(beginning);
  const wanted = useRef(0);
  const again = useCallback(() => {
    const own = ++wanted.current;
    const isWanted = () => wanted.current === own;
    show(beginning);
    follow(show, isWanted).catch((error: unknown) => {
      if (isWanted()) show({ kind: 'failed', error });
    });
  }, []);
  const end = useCallback(() => {
    wanted.current++;
    show({ kind: 'ended' });
  }, []);
  const leave = useCallback(() => {
    wanted.current++;
  }, []);
  useEffect(() => {
    again();
    return leave;
  }, [again, leave]);
  return { state, again, end };
}
