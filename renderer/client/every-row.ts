/** A long answer read to its end, for files; a list on the screen reads its rows as they come into view. */
import type { Page } from '../../shared/contract/articles';

const pageLength = 500;

interface Span {
  readonly offset: number;
  readonly limit: number;
}

/** Every row of a paged query. */
export async function everyRow<Row>(read: (span: Span) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let offset = 0; ; offset += pageLength) {
    const page = await read({ offset, limit: pageLength });
    rows.push(...page.rows);
    if (page.rows.length === 0 || offset + pageLength >= page.total) return rows;
  }
}
