/**
 * Workbooks (XLSX): the words that each cell shows, dates as ISO dates. Reads the few parts of the format that hold words;
 * formulas give the value that was saved with them, or their own text.
 */
import { type Archive, openArchive } from '../../archive/open-archive';
import { readXml } from '../../archive/read-xml';
import {
  attribute,
  childElements,
  childNamed,
  descendantsNamed,
  textOf,
  type XmlElement,
} from '../../archive/xml-node';
import { declaredUtf8 } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import type { TableRows, TableSource } from './table-source';

const mostColumns = 500;
const mostRows = 200_000;

/** What cells refer to. */
interface Workbook {
  readonly shared: readonly string[];
  /** By the number of a cell's style: whether it shows a date. */
  readonly isDate: readonly boolean[];
  /** Days are counted from 1904, as old Macintosh files do. */
  readonly from1904: boolean;
}

/** Throws `import-refused` for a file that is no workbook, or beyond the limits of archives. */
export async function readWorkbook(bytes: Uint8Array): Promise<TableSource> {
  const archive = await openArchive(bytes);
  if (!archive.has('xl/workbook.xml')) throw refuse('This is not a workbook.');
  const root = readXml(await archive.read('xl/workbook.xml'), { what: 'The workbook' });
  const paths = await sheetPaths(archive, root);
  const from1904 = /^(?:1|true)$/.test(attribute(childNamed(root, 'workbookPr') ?? root, 'date1904'));
  return {
    sheets: [...paths.keys()],
    rows: async (sheet) => {
      const path = paths.get(sheet);
      if (path === undefined || !archive.has(path))
        throw refuse(`There is no sheet “${sheet}” in this workbook.`);
      const book = { shared: await sharedWords(archive), isDate: await dateStyles(archive), from1904 };
      return sheetRows(readXml(await archive.read(path), { what: 'A sheet' }), book);
    },
    encoding: declaredUtf8,
  };
}

async function sheetPaths(archive: Archive, workbook: XmlElement): Promise<ReadonlyMap<string, string>> {
  const name = 'xl/_rels/workbook.xml.rels';
  const relations = archive.has(name)
    ? childElements(readXml(await archive.read(name), { what: 'The workbook' }))
    : [];
  const targets = new Map(relations.map((one) => [attribute(one, 'Id'), attribute(one, 'Target')]));
  const sheets = childElements(childNamed(workbook, 'sheets') ?? workbook, 'sheet');
  return new Map(
    sheets.flatMap((sheet): [string, string][] => {
      const target = targets.get(attribute(sheet, 'id')) ?? '';
      return target === ''
        ? []
        : [[attribute(sheet, 'name'), target.startsWith('/') ? target.slice(1) : `xl/${target}`]];
    }),
  );
}

async function sharedWords(archive: Archive): Promise<readonly string[]> {
  const name = 'xl/sharedStrings.xml';
  if (!archive.has(name)) return [];
  return childElements(readXml(await archive.read(name), { what: 'The workbook' }), 'si').map(richWords);
}

/** Words in several styles are several runs; how they are spoken (`rPh`) is not part of them. */
function richWords(item: XmlElement): string {
  return childElements(item)
    .flatMap((child) =>
      child.name === 't' ? [textOf(child)] : child.name === 'r' ? [textOf(childNamed(child, 't'))] : [],
    )
    .join('')
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Numbers of formats that Excel itself shows as dates; times alone (18–21, 45–47) are none. */
const builtInDates: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

async function dateStyles(archive: Archive): Promise<readonly boolean[]> {
  if (!archive.has('xl/styles.xml')) return [];
  const root = readXml(await archive.read('xl/styles.xml'), { what: 'The workbook' });
  const own = new Map(
    descendantsNamed(root, 'numFmt').map((one) => [
      attribute(one, 'numFmtId'),
      isDateFormat(attribute(one, 'formatCode')),
    ]),
  );
  return childElements(childNamed(root, 'cellXfs') ?? root, 'xf').map((style) => {
    const id = attribute(style, 'numFmtId');
    return own.get(id) ?? builtInDates.has(Number(id));
  });
}

/** A day or a year in it, outside of quoted words and colours. */
const isDateFormat = (code: string): boolean => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

function sheetRows(root: XmlElement, book: Workbook): TableRows {
  const rows = childElements(childNamed(root, 'sheetData') ?? root, 'row');
  if (rows.length > mostRows) throw refuse(`It has more than ${mostRows} rows.`);
  return rows.map((row) => rowWords(row, book)).filter((cells) => cells.some((cell) => cell !== ''));
}

function rowWords(row: XmlElement, book: Workbook): string[] {
  const cells: string[] = [];
  for (const [at, cell] of childElements(row, 'c').entries()) {
    const column = columnOf(attribute(cell, 'r')) ?? at;
    if (column >= mostColumns) throw refuse(`It has more than ${mostColumns} columns.`);
    while (cells.length < column) cells.push('');
    cells[column] = cellWords(cell, book).trim();
  }
  return cells;
}

/** `AB12` is column 27, from 0; null where the cell does not say. */
function columnOf(place: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(place)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellWords(cell: XmlElement, book: Workbook): string {
  const value = textOf(childNamed(cell, 'v'));
  const kind = attribute(cell, 't');
  if (kind === 's') return book.shared[Number(value)] ?? '';
  if (kind === 'inlineStr') return richWords(childNamed(cell, 'is') ?? cell);
  if (kind === 'b') return value === '1' ? 'true' : 'false';
  if (kind === 'e') return '';
  if (value === '') return formulaWords(cell);
  const isDate = kind === '' || kind === 'n' ? book.isDate[Number(attribute(cell, 's') || '0')] : false;
  return isDate === true ? dateWords(Number(value), book.from1904) : value;
}

function formulaWords(cell: XmlElement): string {
  const formula = textOf(childNamed(cell, 'f'));
  return formula === '' ? '' : `=${formula}`;
}

const dayMs = 86_400_000;

/** Excel believes that 1900 was a leap year: from March 1900 its days are counted from 30 December 1899. */
function dateWords(serial: number, from1904: boolean): string {
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const time = new Date(first + Math.floor(serial) * dayMs);
  return Number.isNaN(time.getTime()) || serial < 0 ? String(serial) : time.toISOString().slice(0, 10);
}
