/** What the matrix opens with while nothing was chosen: the first pair that some passages belong to both of. */
import type { CrossTable, Dimension } from '../../../../shared/contract/passages';
import { useAnswer } from '../../../client/query';

export interface Pair {
  readonly rows: Dimension;
  readonly columns: Dimension;
}

/** In the order they are tried: a notebook has tags, or at least types of events, publishers, articles, dates, or names alone. */
const [usual, ...others] = (['tag', 'type', 'publisher', 'article', 'eventMonth', 'actor'] as const).map(
  (columns): Pair => ({ rows: 'actor', columns }),
);

/** One tag or publisher alone compares nothing. */
const saysSomething = ({ total, columnCount }: CrossTable, columns: Dimension): boolean =>
  total > 0 && (columnCount > 1 || columns === 'actor');

interface Tried {
  readonly pair: Pair;
  readonly table: CrossTable | undefined;
  /** There is an answer, and it is no table to open with. */
  readonly isPast: boolean;
}

/** Asks for a pair once the one before has nothing to say. */
function useTried(pair: Pair | undefined, limit: number, isWanted: boolean): Tried {
  const asked: Pair = pair ?? { rows: 'actor', columns: 'tag' };
  const size = { filters: {}, rowLimit: limit, columnLimit: limit };
  const { data } = useAnswer('crossTabulate', { ...asked, ...size }, isWanted);
  const table = isWanted ? data : undefined;
  return { pair: asked, table, isPast: table !== undefined && !saysSomething(table, asked.columns) };
}

/** The pair; null until it is known. `limit`: as many rows and columns as are shown, so that the answer is the one shown. */
export function useFirstPair(isWanted: boolean, limit: number): Pair | null {
  const first = useTried(usual, limit, isWanted);
  const second = useTried(others[0], limit, first.isPast);
  const third = useTried(others[1], limit, second.isPast);
  const fourth = useTried(others[2], limit, third.isPast);
  const fifth = useTried(others[3], limit, fourth.isPast);
  const sixth = useTried(others[4], limit, fifth.isPast);
  const tried = [first, second, third, fourth, fifth, sixth];
  const found = tried.find(({ table, isPast }) => table && !isPast);
  if (found) return found.pair;
  const filled = tried.find(({ table }) => table && table.total > 0) ?? first;
  return sixth.isPast ? filled.pair : null;
}
