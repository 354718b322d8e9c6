/** What the matrix opens with while nothing was chosen: the first pair that some passages belong to both of. */
import type { CrossTable, Dimension } from '../../../../shared/contract/passages';
import { useAnswer } from '../../../client/query';

export interface Pair {
  readonly rows: Dimension;
  readonly columns: Dimension;
}

/** In the order they are tried: a notebook has tags, or at least types of events, sources, dates, or names alone. */
const [usual, ...others] = (['tag', 'type', 'publisher', 'eventMonth', 'actor'] as const).map(
  (columns): Pair => ({ rows: 'actor', columns }),
);

/** Asks for a pair once the one before has nothing. */
function useTable(pair: Pair | undefined, limit: number, isWanted: boolean): CrossTable | undefined {
  const asked = { rows: 'actor' as const, columns: 'tag' as const, ...pair };
  const size = { filters: {}, rowLimit: limit, columnLimit: limit };
  const { data } = useAnswer('crossTabulate', { ...asked, ...size }, isWanted);
  return isWanted ? data : undefined;
}

/** The pair; null until it is known. `limit`: as many rows and columns as are shown, so that the answer is the one shown. */
export function useFirstPair(isWanted: boolean, limit: number): Pair | null {
  const first = useTable(usual, limit, isWanted);
  const second = useTable(others[0], limit, first?.total === 0);
  const third = useTable(others[1], limit, second?.total === 0);
  const fourth = useTable(others[2], limit, third?.total === 0);
  const fifth = useTable(others[3], limit, fourth?.total === 0);
  const tables = [first, second, third, fourth, fifth];
  const filled = tables.findIndex((table) => table !== undefined && table.total > 0);
  if (filled >= 0) return [usual, ...others][filled] ?? null;
  return fifth ? (usual ?? null) : null;
}
