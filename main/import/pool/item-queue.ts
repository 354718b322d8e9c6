/**
 * Items on their way from a thread to whoever takes them: a few wait here, and the thread is asked for more only as they
 * are taken, so that a file of thousands of articles never lies in memory at once.
 */
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../shared/model/result';

type Ending = { readonly kind: 'end' } | { readonly kind: 'failed'; readonly error: CasebookError };

export interface ItemQueue {
  readonly push: (item: ImportedItem) => void;
  /** What comes after the end is dropped. */
  readonly end: (error?: CasebookError) => void;
  /** For one reader. */
  readonly items: AsyncIterableIterator<ImportedItem>;
}

/** Items that may wait: one is in work in the thread meanwhile. */
const mostWaiting = 2;

/** `askForMore` is called each time the thread may make another item; `leave` when the reader gives up before the end. */
export function createItemQueue(askForMore: () => void, leave: () => void): ItemQueue {
  const waiting: ImportedItem[] = [];
  let ending: Ending | null = null;
  let owesAsking = false;
  let wake = (): void => {};

  function push(item: ImportedItem): void {
    if (ending) return;
    waiting.push(item);
    if (waiting.length < mostWaiting) askForMore();
    else owesAsking = true;
    wake();
  }

  function end(error?: CasebookError): void {
    ending ??= error ? { kind: 'failed', error } : { kind: 'end' };
    wake();
  }

  function taken(): ImportedItem | undefined {
    const item = waiting.shift();
    if (item !== undefined && owesAsking) {
      owesAsking = false;
      askForMore();
    }
    return item;
  }

  async function next(): Promise<IteratorResult<ImportedItem, undefined>> {
    for (;;) {
      const value = taken();
      if (value !== undefined) return { done: false, value };
      if (ending?.kind === 'failed') throw new CasebookError(ending.error.code, ending.error.message);
      if (ending) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  const items: AsyncIterableIterator<ImportedItem> = {
    next,
    return: async () => {
      if (!ending) leave();
      end();
      waiting.length = 0;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => items,
  };
  return { push, end, items };
}
