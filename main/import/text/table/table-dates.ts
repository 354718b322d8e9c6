/** Dates of a column as people write them. What can be read in two ways is read in neither until somebody says which. */
import type { EventDate } from '../../../../shared/model/event-date';
import type { DateOrder } from '../../../../shared/model/imported/table-mapping';
import { publishedDate } from '../../metadata/published-date';

const figures = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:$|[,\sT])/;

/** Null for what is no date, and for what can be read in two ways where `order` is null. */
export function tableDate(said: string, order: DateOrder | null): EventDate | null {
  const found = figures.exec(said.trim());
  if (found === null) return publishedDate(said);
  const [, first = '', second = '', year = ''] = found;
  const known = orderOf(Number(first), Number(second)) ?? (first === second ? 'day-first' : order);
  if (known === null) return null;
  const [day, month] = known === 'day-first' ? [first, second] : [second, first];
  const date = publishedDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date === null ? null : { ...date, words: said.trim() };
}

/** The order that a column's own dates prove, where they prove one; a column that proves both proves none. */
export function provenOrder(column: readonly string[]): DateOrder | null {
  const proofs = new Set(
    column.flatMap((said) => {
      const found = figures.exec(said.trim());
      const order = found === null ? null : orderOf(Number(found[1]), Number(found[2]));
      return order === null ? [] : [order];
    }),
  );
  const [only] = proofs;
  return proofs.size === 1 ? (only ?? null) : null;
}

/** A date that can be read in two ways, or ''. */
export function ambiguousDate(column: readonly string[]): string {
  return (
    column.find(
      (said) =>
        figures.test(said.trim()) && tableDate(said, null) === null && tableDate(said, 'day-first') !== null,
    ) ?? ''
  );
}

function orderOf(first: number, second: number): DateOrder | null {
  if (first > 12 && second <= 12) return 'day-first';
  return second > 12 && first <= 12 ? 'month-first' : null;
}
