/** Text tables (CSV, TSV and the like): encoding, delimiter and quoting are guessed from the text. */
import { parse } from 'csv-parse/sync';
import { isNoText } from '../../formats/foreign-kinds';
import { refuse } from '../../formats/refuse';
import { decodeText } from '../decode/decode-text';
import type { TableRows, TableSource } from './table-source';

const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];

/** Characters of a row: an article has fewer. */
const longestRow = 4_000_000;
const mostColumns = 500;
const sampleLength = 64 * 1024;
const sampleRows = 40;

/** `encoding`: the one that the user chose, or ''. Throws `import-refused` for what is no text. */
export function readDelimited(bytes: Uint8Array, encoding: string): TableSource {
  const decoded = decodeText(bytes, { chosen: encoding });
  if (decoded.origin !== 'chosen' && isNoText(bytes, decoded.text, decoded.encoding))
    throw refuse('This file is not a text.');
  return {
    sheets: [''],
    rows: async () => delimitedRows(decoded.text),
    encoding: { encoding: decoded.encoding, encodingOrigin: decoded.origin },
  };
}

/** Throws `import-refused` for a row longer than any article. */
export function delimitedRows(text: string): TableRows {
  const [, said = '', rest = text] = /^sep=(.)\n([^]*)$/.exec(text) ?? [];
  const delimiter = delimiters.find((one) => one === said) ?? guessDelimiter(rest);
  const rows = parseRows(rest, delimiter);
  if (rows.some((row) => row.length > mostColumns)) throw refuse(`It has more than ${mostColumns} columns.`);
  return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
}

function parseRows(text: string, delimiter: Delimiter): string[][] {
  try {
    const options = {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: longestRow,
      bom: true,
    };
    return parse(text, options);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'CSV_MAX_RECORD_SIZE')
      throw refuse('A row of it is longer than an article can be. Is a quotation mark never closed?');
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw refuse('A quotation mark in it is never closed: the file may have been cut off.');
    throw refuse('It cannot be read as a table: its columns or quotation marks do not add up.');
  }
}

/** The one that parts the first rows most evenly into most columns. */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleLength);
  const ranked = delimiters
    .map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }))
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.delimiter ?? ',';
}

function evenness(sample: string, delimiter: Delimiter): number {
  const counts = firstCounts(sample, delimiter);
  const usual = counts[0] ?? 0;
  const same = counts.filter((count) => count === usual).length;
  return usual < 2 ? 0 : (same / counts.length) * (1 + Math.log2(usual));
}

/** Cells of the first rows. A loop: quotation marks count, and the sample may be cut anywhere. */
function firstCounts(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let [cells, isQuoted, atStart] = [1, false, true];
  for (const letter of sample) {
    if (letter === '"' && (isQuoted || atStart)) isQuoted = !isQuoted;
    else if (!isQuoted && letter === delimiter) cells += 1;
    else if (!isQuoted && letter === '\n') {
      counts.push(cells);
      cells = 1;
      if (counts.length >= sampleRows) return counts;
    }
    atStart = letter === delimiter || letter === '\n' || letter === '"';
  }
  return counts.length === 0 ? [cells] : counts;
}
