import { queryFields } from '../../../../shared/query/query';

const field = new RegExp(`(?:^|[\\s(\\-])(?:${queryFields.join('|')}):`, 'i');

/** The direction that a query is written in: names of fields keep theirs, also before Arabic or Hebrew words. */
export function queryDirection(query: string): 'ltr' | 'auto' {
  return field.test(query) ? 'ltr' : 'auto';
}
