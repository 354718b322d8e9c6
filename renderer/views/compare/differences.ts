/** Which places of a comparison one steps through, and which runs of unchanged paragraphs are folded away. Pure. */
import type { ComparedRow } from '../../../shared/comparison/compare-contents';

/** A place that differs: a piece of a row, or the row as a whole (null). */
export interface Difference {
  readonly row: number;
  readonly piece: number | null;
}

/** A row that is shown, or so many unchanged ones that are not. */
export type ShownItem =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'fold'; readonly first: number; readonly count: number };

/** Unchanged paragraphs beside a difference that stay in view. */
const context = 1;
/** Shorter runs are not worth folding. */
const leastFolded = 3;

const isUnchanged = (row: ComparedRow | undefined): boolean => row === undefined || row.kind === 'same';

/** Every difference in order. A paragraph that moved is one difference, where it stands now. */
export function differencesOf(rows: readonly ComparedRow[]): Difference[] {
  return rows.flatMap((row, index): Difference[] => {
    if (row.kind === 'same' || (row.kind === 'removed' && row.partner !== null)) return [];
    if (row.kind !== 'changed') return [{ row: index, piece: null }];
    return row.pieces.flatMap(({ kind }, piece) => (kind === 'changed' ? [{ row: index, piece }] : []));
  });
}

/** The rows with long unchanged runs folded, but for those (by their first row) that were opened. */
export function shownItems(rows: readonly ComparedRow[], opened: ReadonlySet<number>): ShownItem[] {
  const items: ShownItem[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && isUnchanged(rows[end])) end++;
    const first = at === 0 ? 0 : at + context;
    const last = end === rows.length ? end : end - context;
    const folds = last - first >= leastFolded && !opened.has(first);
    for (; at < end; at++) {
      if (!folds || at < first || at >= last) items.push({ kind: 'row', row: at });
      else if (at === first) items.push({ kind: 'fold', first, count: last - first });
    }
    if (at < rows.length) items.push({ kind: 'row', row: at++ });
  }
  return items;
}

/** The fold that hides a row, or null. */
export function foldOf(items: readonly ShownItem[], row: number): number | null {
  const fold = items.find(
    (item) => item.kind === 'fold' && item.first <= row && row < item.first + item.count,
  );
  return fold?.kind === 'fold' ? fold.first : null;
}
