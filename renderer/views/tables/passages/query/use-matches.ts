/** Which of the passages in view a query finds, asked for some rows around those in view. Draws nothing. */
import { useRef, useState } from 'react';
import type { ListedPassage } from '../../../../../shared/contract/passages';
import { useAnswer } from '../../../../client/query';
import type { AnswerRows } from '../../../../client/use-rows';
import { useAsked } from '../../../../shell/settings';

/** Rows are asked for in blocks of so many. */
const blockLength = 100;

export interface Matches {
  /** The rows, which tell what is in view. */
  readonly rows: AnswerRows<ListedPassage>;
  /** Undefined while it is not known. */
  readonly isFound: (annotationId: string) => boolean | undefined;
}

function idsIn(rows: AnswerRows<ListedPassage>, { first, last }: { first: number; last: number }): string[] {
  const ids: string[] = [];
  for (let at = first; at < Math.min(last, rows.total); at++) {
    const row = rows.rowAt(at);
    if (row) ids.push(row.annotationId);
  }
  return ids;
}

/** An empty query finds nothing and is not asked. */
export function useMatches(query: string, rows: AnswerRows<ListedPassage>): Matches {
  const [range, setRange] = useState({ first: 0, last: blockLength });
  const known = useRef({ query, found: new Map<string, boolean>() });
  if (known.current.query !== query) known.current = { query, found: new Map() };
  const ids = idsIn(rows, range);
  const isAsked = query.trim() !== '' && ids.length > 0;
  const asked = useAsked(query);
  const { data, isPlaceholderData } = useAnswer('matchPassages', { ...asked, annotationIds: ids }, isAsked);
  const { found } = known.current;
  if (isAsked && data && !isPlaceholderData) {
    const matching = new Set(data);
    for (const id of ids) found.set(id, matching.has(id));
  }
  const show = (first: number, last: number) => {
    rows.show(first, last);
    const from = Math.floor(first / blockLength) * blockLength;
    const to = Math.ceil((last + 1) / blockLength) * blockLength;
    if (from !== range.first || to !== range.last) setRange({ first: from, last: to });
  };
  return { rows: query.trim() === '' ? rows : { ...rows, show }, isFound: (id) => found.get(id) };
}
