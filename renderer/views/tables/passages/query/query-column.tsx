/** A search as a column of the list of quotations: says of each passage whether the search finds it. */
import { Check, Minus } from 'lucide-react';
import type { ListedPassage } from '../../../../../shared/contract/passages';
import type { Column } from '../../../../ui/lists/virtual-table';
import type { Matches } from './use-matches';

function Cell({ isFound }: { readonly isFound: boolean | undefined }) {
  if (isFound === undefined) return <span className="text-faint">…</span>;
  return isFound ? (
    <Check size={15} aria-label="Found" className="text-accent" />
  ) : (
    <Minus size={15} aria-label="Not found" className="text-faint" />
  );
}

/** Its head is the query, or the name it was saved under. */
export const queryColumn = (name: string, isFound: Matches['isFound']): Column<ListedPassage> => ({
  id: 'query',
  label: name,
  track: '7rem',
  cell: ({ annotationId }) => <Cell isFound={isFound(annotationId)} />,
});
