import type { RecountedDate } from '../../../../shared/contract/articles';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';

const listed = 3;

/** Words for dates that were counted again, the first few by name: “Strike: 3 July → 3 July 2025”. */
export function recountedWords(recounted: readonly RecountedDate[]): string {
  const count = recounted.length === 1 ? '1 date counted' : `${recounted.length} dates counted`;
  const named = recounted
    .slice(0, listed)
    .map(({ title, from, to }) => `${title}: ${describeEdtf(from)} → ${describeEdtf(to)}`);
  const more = recounted.length > listed ? [`and ${recounted.length - listed} more`] : [];
  return `${count} from this day. ${[...named, ...more].join('; ')}.`;
}
