/** A table as spreadsheets have it: named columns, each with what stands in it, and the things it has a row for. */
import type { CsvCell } from '../../../../shared/text/csv';
import type { MakeContext } from '../../formats/format';
import type { ExportData } from '../../gather/export-data';

export interface Table {
  /** Of the file or the sheet. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: (
    data: ExportData,
    context: Pick<MakeContext, 'each' | 'losses'>,
  ) => Iterable<readonly CsvCell[]>;
}

/** Columns by name, each with what it says of a thing. */
export type Columns<Thing> = Readonly<Record<string, (thing: Thing) => CsvCell | null>>;

/** A table with a row for each thing. */
export function tableOf<Thing>(
  name: string,
  columns: Columns<Thing>,
  things: (data: ExportData) => Iterable<Thing> | readonly Thing[],
  each = true,
): Table {
  const cells = Object.values(columns);
  return {
    name,
    columns: Object.keys(columns),
    *rows(data, context) {
      const all = things(data);
      const told = each && Array.isArray(all) ? context.each(all as readonly Thing[], name) : all;
      for (const thing of told) yield cells.map((cell) => cell(thing) ?? '');
    },
  };
}

/** Names in one cell, apart by semicolons. */
export const list = (names: readonly string[]): string => names.join('; ');
