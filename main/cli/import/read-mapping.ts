/** `--mapping`: which column of a table of articles is what, in words or in a JSON file. */
import { readFileSync } from 'node:fs';
import {
  type ColumnRole,
  columnRoles,
  dateOrders,
  type TableMapping,
} from '../../../shared/model/imported/table-mapping';
import { UsageError } from '../verb';

function roleOf(word: string): ColumnRole | null {
  if (word === '' || word === '-') return null;
  const role = columnRoles.find((each) => each === word);
  if (!role)
    throw new UsageError(`--mapping: “${word}” is none of ${columnRoles.join(', ')}, or - for nothing.`);
  return role;
}

function settingOf(setting: string): readonly [name: string, value: string] {
  const [name = '', value = ''] = setting.split('=').map((part) => part.trim());
  return [name, value];
}

/** `title,-,text;sheet=News;headings=no;dates=day-first`. Undefined: each table is guessed. Throws `UsageError`. */
export function readMapping(
  given: string | undefined,
  path: (name: string) => string,
): TableMapping | undefined {
  if (given === undefined) return undefined;
  const words = given.startsWith('@') ? readFileSync(path(given.slice(1)), 'utf8').trim() : given;
  const [columns = '', ...settings] = words.split(';').map((part) => part.trim());
  const said = new Map(settings.map(settingOf));
  for (const name of said.keys())
    if (!['sheet', 'headings', 'dates'].includes(name))
      throw new UsageError(`--mapping: “${name}” is none of sheet, headings, dates.`);
  const dates = said.get('dates');
  const dateOrder = dateOrders.find((each) => each === dates) ?? null;
  if (dates && !dateOrder) throw new UsageError(`--mapping: dates is one of ${dateOrders.join(', ')}.`);
  return {
    sheet: said.get('sheet') ?? '',
    hasHeadings: said.get('headings') !== 'no',
    columns: columns.split(',').map((word) => roleOf(word.trim())),
    dateOrder,
  };
}
