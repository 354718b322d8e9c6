/** The matrix as files: a drawing that stands alone, and a table for spreadsheets. */
import type { Dimension } from '../../../../shared/contract/passages';
import type { CsvTable } from '../../../../shared/text/csv';
import { dimensionLabels } from './dimension-words';
import { type ShownHeading, type ShownMatrix, shadeOf } from './shown-matrix';

/** CSS pixels. */
const cell = 28;
const headWidth = 220;
const headHeight = 180;
const totalWidth = 52;
const lettersShown = 30;

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
const cut = (text: string): string =>
  escape(
    Array.from(text).length > lettersShown ? `${Array.from(text).slice(0, lettersShown).join('')}…` : text,
  );

/** Paper to accent, as the window shades its cells by light. */
function colourOf(shade: number): string {
  const mixed = [
    [0xff, 0x1b],
    [0xff, 0x5c],
    [0xff, 0x78],
  ].map(([paper = 0, ink = 0]) => Math.round(paper + (ink - paper) * 0.45 * shade));
  return `rgb(${mixed.join(', ')})`;
}

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" ${more}>${words}</text>`;
const end = 'text-anchor="end"';

function columnHead({ words, total }: ShownHeading, index: number): string {
  const x = headWidth + totalWidth + index * cell + cell / 2 + 4;
  const turned = `transform="rotate(-90 ${x} ${headHeight - 26})"`;
  return (
    text(x, headHeight - 26, cut(words), turned) +
    text(x - 4, headHeight - 8, String(total), 'text-anchor="middle" fill="#57534b" font-size="9"')
  );
}

function rowOf(matrix: ShownMatrix, { words, total }: ShownHeading, row: number): string {
  const y = headHeight + row * cell;
  const cells = matrix.columns.flatMap((_, column) => {
    const count = matrix.countAt(row, column);
    if (count === 0) return [];
    const x = headWidth + totalWidth + column * cell;
    const shade = matrix.isDiagonal(row, column) ? 0 : shadeOf(count, matrix.most);
    return [
      `<rect x="${x}" y="${y}" width="${cell - 1}" height="${cell - 1}" fill="${colourOf(shade)}"/>`,
      text(x + cell / 2, y + 18, String(count), 'text-anchor="middle" font-size="9"'),
    ];
  });
  return [
    text(headWidth - 8, y + 18, cut(words), end),
    text(headWidth + totalWidth - 10, y + 18, String(total), `${end} fill="#57534b"`),
    ...cells,
  ].join('');
}

/** A letter of the legend is about so wide; who opens the file may not have the window's font. */
const letterWidth = 6.5;
const lineHeight = 16;

/** Words in lines of so many letters at most; a longer word has a line of its own. */
function linesOf(words: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/u)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** The drawing as the text of an SVG file, in light colours. `title`: what is counted by what; `legend`: how. */
export function matrixSvg(matrix: ShownMatrix, title: string, legend: string): string {
  const width = headWidth + totalWidth + Math.max(matrix.columns.length * cell, 240) + 20;
  const lines = linesOf(legend, (width - 20) / letterWidth);
  const bottom = headHeight + matrix.rows.length * cell;
  const height = bottom + 24 + lines.length * lineHeight;
  const body = [
    text(10, 24, escape(title), 'font-size="15" font-weight="600"'),
    ...matrix.columns.map(columnHead),
    ...matrix.rows.map((heading, row) => rowOf(matrix, heading, row)),
    ...lines.map((line, index) => text(10, bottom + 26 + index * lineHeight, escape(line), 'fill="#57534b"')),
  ].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, sans-serif" font-size="11" fill="#1f1e1b">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${body}
</svg>
`;
}

/** The table: a row a row, its total first; the totals of the columns last. */
export function matrixTable(
  matrix: ShownMatrix,
  dimensions: { readonly rows: Dimension; readonly columns: Dimension },
): CsvTable {
  const corner = `${dimensionLabels[dimensions.rows]} / ${dimensionLabels[dimensions.columns]}`;
  const counts = (row: number) => matrix.columns.map((_, column) => matrix.countAt(row, column));
  return {
    columns: [corner, 'Total', ...matrix.columns.map(({ words }) => words)],
    rows: [
      ...matrix.rows.map(({ words, total }, row) => [words, total, ...counts(row)]),
      ['Total', matrix.total, ...matrix.columns.map(({ total }) => total)],
    ],
  };
}
