/** When events without a date were, as far as the stated order of events says: before, during, at the time of others. */
import { orderEvents, type StatedOrder } from '../../../../shared/dates/order/order';
import { all, type ReadableDB } from '../../core/sql';

/** First and last possible day, `YYYY-MM-DD`; null: the order does not say. */
export interface InferredTime {
  readonly earliest: string | null;
  readonly latest: string | null;
}

interface OrderedRow extends InferredTime {
  readonly id: string;
  readonly date: string | null;
}

/** Every event that the order of events is about. */
const ordered = `SELECT id, date_edtf AS date, date_earliest AS earliest, date_latest AS latest FROM event
  WHERE id IN (SELECT from_id FROM event_relation WHERE type IN ('before', 'during', 'simultaneous')
    UNION SELECT to_id FROM event_relation WHERE type IN ('before', 'during', 'simultaneous'))`;
const relations = `SELECT id, type AS kind, from_id AS "from", to_id AS "to" FROM event_relation
  WHERE type IN ('before', 'during', 'simultaneous') ORDER BY id`;

/**
 * The times of events that have no place in time by their own date, by event. An order that contradicts itself
 * (the last day before the first) says nothing.
 */
export function inferredTimes(db: ReadableDB): ReadonlyMap<string, InferredTime> {
  const stated = all<StatedOrder>(db, relations);
  if (stated.length === 0) return new Map();
  const rows = all<OrderedRow>(db, ordered);
  const events = rows.map((row) => ({ ...row, isSure: !/[?~%]/.test(row.date ?? '') }));
  const { bounds } = orderEvents(events, stated);
  return new Map(
    rows.flatMap(({ id, earliest, latest }): (readonly [string, InferredTime])[] => {
      const bound = bounds.get(id);
      if (earliest !== null || latest !== null || !bound?.isDerived) return [];
      const isBackwards = bound.earliest !== null && bound.latest !== null && bound.earliest > bound.latest;
      return isBackwards ? [] : [[id, { earliest: bound.earliest, latest: bound.latest }]];
    }),
  );
}
