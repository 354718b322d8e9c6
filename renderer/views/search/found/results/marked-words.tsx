import type { ReactNode } from 'react';

export interface MarkedWordsProps {
  /** In pieces that the offsets count: characters, or code points. */
  readonly pieces: readonly string[];
  /** In order, not overlapping. */
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

/** Words with those that matched marked. */
export function MarkedWords({ pieces, matches }: MarkedWordsProps) {
  const shown: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    shown.push(
      pieces.slice(at, start).join(''),
      <mark key={start} className="bg-(--mark-yellow) text-ink rounded-xs">
        {pieces.slice(start, end).join('')}
      </mark>,
    );
    at = end;
  }
  return [...shown, pieces.slice(at).join('')];
}
