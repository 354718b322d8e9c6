/** What can be chosen for the columns of a table of articles, in words, and how one choice changes the others. */
import type { ImportChoice } from '../../../../shared/contract/program/intake';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { ColumnRole, DateOrder, TableMapping } from '../../../../shared/model/imported/table-mapping';
import type { Choice } from '../../../ui/fields/select';

export type ColumnChoice = ColumnRole | 'out';

export const columnChoices: readonly Choice<ColumnChoice>[] = [
  { value: 'text', label: 'Text of the article' },
  { value: 'title', label: 'Title' },
  { value: 'authors', label: 'Authors' },
  { value: 'publisher', label: 'Publisher' },
  { value: 'published', label: 'Date' },
  { value: 'url', label: 'Web address' },
  { value: 'language', label: 'Language' },
  { value: 'tags', label: 'Tags' },
  { value: 'field', label: 'Field of its own' },
  { value: 'out', label: 'Left out' },
];

/** An article has one of these; of the others as many as there are columns. */
const single: ReadonlySet<ColumnChoice> = new Set(['title', 'publisher', 'published', 'url', 'language']);

/** The mapping with this column as that; another column that was it becomes a field. */
export function withRole(mapping: TableMapping, column: number, choice: ColumnChoice): TableMapping {
  const columns = mapping.columns.map((role, at) => {
    if (at === column) return choice === 'out' ? null : choice;
    return role === choice && single.has(choice) ? 'field' : role;
  });
  return { ...mapping, columns };
}

export type DateChoice = DateOrder | 'words';

/** What a date in figures can mean, said of one that the table holds. */
export function dateMeanings(date: string): readonly Choice<DateChoice>[] {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})\D(\d{1,2})\D(\d{4})/.exec(date.trim()) ?? [];
  const day = (month: string, of: string) =>
    describeEdtf(`${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`);
  return [
    { value: 'day-first', label: year === '' ? 'Day first' : day(second, first) },
    { value: 'month-first', label: year === '' ? 'Month first' : day(first, second) },
    { value: 'words', label: 'Keep as written' },
  ];
}

/** As it goes to the main process. */
export const tableChoice = (path: string, { columns, ...mapping }: TableMapping): ImportChoice => ({
  kind: 'table',
  path,
  mapping: { ...mapping, columns: [...columns] },
});
