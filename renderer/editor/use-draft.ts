/**
 * Keeps what is being typed: a draft in the notebook, written shortly after a change and again while typing goes on, so
 * that a kill loses at most the last half second. Whoever saves the words for good also ends the draft.
 */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { CommandArgs } from '../../shared/contract';
import { commands } from '../client/client';
import { reportError } from '../shell/notices';

/** From the first change that is not kept yet; typing on does not put it off. */
const keptAfterMs = 250;
/** Reading a long text takes longer than a frame: between keys where there is time, after this long in any case. */
const idleWithinMs = 150;
const againAfterMs = 25;

export interface DraftKeeper {
  /** To be called with every change. */
  readonly changed: () => void;
  /** Writes what is waiting now. */
  readonly flush: () => Promise<void>;
  /** Forgets what is waiting: the words were saved or given up. */
  readonly drop: () => void;
}

/** `read` gives the words as they are when they are written, or null when there is nothing to write. */
export function useDraft(read: () => CommandArgs<'saveDraft'> | null): DraftKeeper {
  const latest = useRef(read);
  latest.current = read;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isWriting = useRef(false);

  const drop = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  const flush = useCallback(async () => {
    if (!timer.current) return;
    drop();
    const draft = latest.current();
    if (!draft) return;
    isWriting.current = true;
    await commands.saveDraft(draft).catch(reportError);
    isWriting.current = false;
  }, [drop]);
  const changed = useCallback(() => {
    timer.current ??= setTimeout(() => requestIdleCallback(whenIdle, { timeout: idleWithinMs }), keptAfterMs);
    function whenIdle(): void {
      // A long text is still on its way to the file: the next one goes after it, not beside it.
      if (isWriting.current && timer.current) timer.current = setTimeout(whenIdle, againAfterMs);
      else void flush();
    }
  }, [flush]);

  useEffect(() => {
    const leave = () => void flush();
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      leave();
    };
  }, [flush]);
  return useMemo(() => ({ changed, flush, drop }), [changed, flush, drop]);
}
