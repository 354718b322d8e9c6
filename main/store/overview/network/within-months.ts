/** The condition that a date lies within months, at least in part; what has no date lies in none. */
import type { SqlValue } from '../../core/sql';

/** Months as `YYYY-MM`, ends included; null: open. */
export interface Months {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * SQL that is true for rows whose date touches the months; `prefix` names the columns `…_earliest` and `…_latest`. Its
 * parameters are `@from` and `@to`, see {@link monthParams}. `~` sorts after all digits.
 */
export function withinMonths(prefix: string, { from, to }: Months): string {
  if (from === null && to === null) return 'TRUE';
  const [earliest, latest] = [`${prefix}_earliest`, `${prefix}_latest`];
  const conditions = [
    `coalesce(${earliest}, ${latest}) IS NOT NULL`,
    from === null ? '' : `coalesce(${latest}, '~') >= @from`,
    to === null ? '' : `coalesce(${earliest}, '') <= @to || '~'`,
  ];
  return conditions.filter(Boolean).join(' AND ');
}

/** The parameters of {@link withinMonths}: those that are given, since SQLite knows no others. */
export function monthParams({ from, to }: Months): Readonly<Record<string, SqlValue>> {
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}
