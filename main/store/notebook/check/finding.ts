/** What the parts of the check have in common: they yield findings, and a tick for each unit of work between them. */
import type { Finding } from '../../../../shared/contract/notebook';
import type { ReadableDB } from '../../core/sql';

/** Something found wrong, or null: another unit of work is done. */
export type Tick = Finding | null;

/** A part of the check, and how many ticks it will give. */
export interface CheckPart {
  readonly count: (db: ReadableDB) => number;
  readonly check: (db: ReadableDB) => Generator<Tick>;
}

/** A finding that no repair is known for and that is at no place of its own, but for what is given. */
export function finding(
  given: Pick<Finding, 'kind' | 'id' | 'message'> & Partial<Pick<Finding, 'repair' | 'place'>>,
): Finding {
  return { repair: null, place: null, ...given };
}
