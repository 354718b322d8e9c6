/** The list of quotations as a table for a file: every passage that the filter means, read page by page. */
import type { ListedPassage, PassageFilters, PassageSort } from '../../../../shared/contract/passages';
import type { EntityKind } from '../../../../shared/model/entity';
import type { CsvTable } from '../../../../shared/text/csv';
import { queries } from '../../../client/client';
import { describeState } from '../../../parts/passages/passage-words';
import { sentenceAfter, sentenceBefore } from '../../../parts/passages/quoted-sentence';
import { askedNow } from '../../../shell/settings';

const pageLength = 500;

const namesOf = ({ entities }: ListedPassage, kind: EntityKind) =>
  entities.filter((entity) => entity.kind === kind).map(({ name }) => name);

/** What a cue is the cue of: “the ferry is hit (claims)”. */
const cueWords = ({ title, mode }: ListedPassage['cues'][number]): string => `${title} (${mode})`;

/** A column each: its name, and what of a passage stands in it; of several things a line each. */
const columns: readonly (readonly [
  name: string,
  cell: (passage: ListedPassage) => string | readonly string[],
])[] = [
  ['Before', ({ quote }) => sentenceBefore(quote)],
  ['Words', ({ quote }) => quote.exact],
  ['After', ({ quote }) => sentenceAfter(quote)],
  ['Comment', ({ comment }) => comment],
  ['Article', ({ articleTitle }) => articleTitle],
  ['Publisher', ({ publisher }) => publisher],
  ['Published', ({ published }) => published ?? ''],
  ['Tags', ({ tags }) => tags.map(({ name }) => name)],
  ['Actors', (passage) => namesOf(passage, 'actor')],
  ['Places', (passage) => namesOf(passage, 'place')],
  ['Objects', (passage) => namesOf(passage, 'object')],
  ['Events', ({ events }) => events.map(({ title }) => title)],
  ['How it is said', ({ modes }) => modes],
  ['Cue of', ({ cues }) => cues.map(cueWords)],
  ['Colour', ({ colour }) => colour ?? ''],
  ['State', describeState],
  ['Passage', ({ annotationId }) => annotationId],
];

const inOneCell = (cell: string | readonly string[]): string =>
  typeof cell === 'string' ? cell : cell.join('\n');

/** A search with a column of its own, and what stands above it. */
interface QueryColumn {
  readonly query: string;
  readonly name: string;
}

async function foundOf(query: string, passages: readonly ListedPassage[]): Promise<ReadonlySet<string>> {
  const annotationIds = passages.map(({ annotationId }) => annotationId);
  return new Set(await queries.matchPassages({ ...askedNow(query), annotationIds }));
}

/** Every passage of a filter, in the order of the list; whether a search finds it, where one has a column. */
export async function passageTable(
  filters: PassageFilters,
  sort: PassageSort,
  column?: QueryColumn,
): Promise<CsvTable> {
  const rows: string[][] = [];
  for (let offset = 0; ; offset += pageLength) {
    const page = await queries.listPassages({ filters, sort, offset, limit: pageLength });
    const found = column && (await foundOf(column.query, page.rows));
    for (const passage of page.rows) {
      const cells = columns.map(([, cell]) => inOneCell(cell(passage)));
      rows.push(found ? [...cells, found.has(passage.annotationId) ? 'yes' : 'no'] : cells);
    }
    if (page.rows.length === 0 || offset + pageLength >= page.total) break;
  }
  const names = columns.map(([name]) => name);
  return { columns: column ? [...names, `Found by: ${column.name}`] : names, rows };
}
