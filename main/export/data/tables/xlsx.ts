/**
 * Tables as one workbook (Office Open XML), a sheet each, written as a stream. Words are inline strings, which no program
 * computes: a formula cannot come of them. A first sheet says what the workbook is and what it does not keep.
 */
import type { CsvCell } from '../../../../shared/text/csv';
import { zipFiles } from '../../archive/zip-files';
import { type ExportFile, type MakeContext, type MakeExport, oneFile } from '../../formats/format';
import type { ExportData } from '../../gather/export-data';
import { aboutExport } from '../about-export';
import { xmlHead, xmlText } from '../xml';
import { tables } from './tables';

/** What a cell holds at most, in UTF-16 units: programs refuse a file with more. */
const longestCell = 32_767;

/** Longer words end in `…` where they are cut. */
const fitting = (words: string): string =>
  words.length <= longestCell ? words : `${words.slice(0, longestCell - 2).replace(/\p{Surrogate}$/u, '')}…`;

/** In cells `_x000A_` would mean a character: such words of a source are escaped themselves. */
const cellText = (words: string): string =>
  xmlText(fitting(words).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

/** `A1`, `AB12`: rows count from 1, columns from 0. */
function addressOf(column: number, row: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}

function cell(value: CsvCell, address: string): string {
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
  return value === ''
    ? ''
    : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

const headCell = (name: string, column: number): string =>
  `<c r="${addressOf(column, 1)}" s="1" t="inlineStr"><is><t>${xmlText(name)}</t></is></c>`;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The first row stays in sight. */
const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** Columns of sentences, of names, and of numbers and short words; all others are between the last two. */
const widths: readonly (readonly [names: RegExp, characters: number])[] = [
  [/^about$/, 110],
  [/^(quote|before|after|kept_quote|comment|description|evidence|cues|words|for_example)$/, 45],
  [/(title|participants|url|fields|names|because|from|sources)$|^(event|name|actors|events)$/, 28],
  [/^(part|start|end|low|high|state|colour|count|kind)$/, 9],
];
const usualWidth = 16;

/** Wide enough to read at a glance; rows are not yet known when the width is written. */
function columnWidths(columns: readonly string[]): string {
  const each = columns.map((name, index) => {
    const width = widths.find(([names]) => names.test(name))?.[1] ?? usualWidth;
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${each.join('')}</cols>`;
}

function* sheetPieces(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
): Generator<string, void> {
  yield `${xmlHead}<worksheet xmlns="${main}">${frozen}<sheetFormatPr defaultRowHeight="15"/>${columnWidths(columns)}<sheetData>`;
  yield `<row r="1">${columns.map(headCell).join('')}</row>`;
  let number = 1;
  for (const row of rows) {
    number += 1;
    const cells = row.map((value, column) => cell(value, addressOf(column, number)));
    yield `<row r="${number}">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

interface Sheet {
  readonly name: string;
  readonly pieces: () => Iterable<string>;
}

function sheetsOf(data: ExportData, context: MakeContext): Sheet[] {
  const about = aboutExport(data, context).map((words) => [words]);
  return [
    { name: 'About', pieces: () => sheetPieces(['about'], about) },
    ...tables.map(({ name, columns, rows }) => ({
      name,
      pieces: () => sheetPieces(columns, rows(data, context)),
    })),
  ];
}

const styles = `${xmlHead}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function contentTypes(sheets: readonly Sheet[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts.join('')}</Types>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const rows = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${rows.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: readonly Sheet[]): string {
  const rows = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const style = `<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/>`;
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${rows.join('')}${style}</Relationships>`;
}

function* partsOf(sheets: readonly Sheet[]): Generator<ExportFile, void> {
  yield { name: '[Content_Types].xml', data: contentTypes(sheets) };
  yield {
    name: '_rels/.rels',
    data: `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  };
  yield { name: 'xl/workbook.xml', data: workbook(sheets) };
  yield { name: 'xl/_rels/workbook.xml.rels', data: workbookRelations(sheets) };
  yield { name: 'xl/styles.xml', data: styles };
  for (const [index, { pieces }] of sheets.entries())
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, data: gathered(pieces()) };
}

/** Rows are small: the archive is handed some thousands of characters at a time. */
function* gathered(pieces: Iterable<string>): Generator<string, void> {
  let words = '';
  for (const piece of pieces) {
    words += piece;
    if (words.length > 1 << 16) {
      yield words;
      words = '';
    }
  }
  yield words;
}

export const makeXlsx: MakeExport = oneFile((data, context) =>
  zipFiles(partsOf(sheetsOf(data, context)), { madeAt: data.madeAt }),
);
