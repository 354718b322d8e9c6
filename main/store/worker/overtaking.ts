/**
 * How a search learns, while it runs, that a newer one of its channel has been asked: counters in memory that both threads
 * see. The asking side counts up and gives each search its number; a search that no longer has the last one gives up.
 */
import { CasebookError } from '../../../shared/model/result';

/** The number of a search in its channel. */
export interface Ticket {
  readonly slot: number;
  readonly number: number;
}

const slots = 64;

/** Counters for a worker to share. */
export const createCounters = (): Int32Array => new Int32Array(new SharedArrayBuffer(slots * 4));

/** Gives out numbers by channel; of more channels than there are counters, some share one. */
export function createTickets(counters: Int32Array): (channel: string) => Ticket {
  const known = new Map<string, number>();
  return (channel) => {
    const slot = known.get(channel) ?? known.size % slots;
    known.set(channel, slot);
    return { slot, number: Atomics.add(counters, slot, 1) + 1 };
  };
}

/** Throws `cancelled` once a newer search of the channel has been asked; never without a ticket. */
export function overtakingCheck(counters: Int32Array | null, ticket: Ticket | undefined): () => void {
  if (!counters || !ticket) return () => {};
  return () => {
    if (Atomics.load(counters, ticket.slot) !== ticket.number)
      throw new CasebookError('cancelled', 'A newer search has been asked.');
  };
}
