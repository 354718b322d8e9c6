/** The table of facts and sources as the text of an SVG file that stands alone, in light colours. Words too long for a cell are cut. */
import { factWords, modeWords, valueWords } from '../../../../shared/accounts/account-words';
import type { Account } from '../../../../shared/model/account';
import { type SourceKind, sourceMatrix } from './source-matrix';

const rowHead = 190;
const columnWidth = 190;
const lineHeight = 16;
const padding = 8;
/** Letters of 12 px that a cell has room for, on the average. */
const lettersFit = 28;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function cut(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= lettersFit ? letters.join('') : `${letters.slice(0, lettersFit - 1).join('')}…`;
}

const textAt = (x: number, y: number, words: string, look = ''): string =>
  `<text x="${x + padding}" y="${y + lineHeight}"${look}>${escape(cut(words))}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#e3dfd5"/>`;

const bold = ' font-weight="600"';
const contested = ' fill="#8a5a00"';

interface DrawnRow {
  readonly height: number;
  readonly marks: string;
}

function drawRow(cells: readonly (readonly Account[])[], head: string, open: boolean, y: number): DrawnRow {
  const lines = Math.max(open ? 2 : 1, ...cells.map(({ length }) => length));
  const said = cells.flatMap((accounts, column) =>
    accounts.map((account, index) => {
      const words = `${valueWords(account.value)} – ${modeWords[account.mode]}`;
      const look = account.preferredReason === null ? '' : bold;
      return textAt(rowHead + column * columnWidth, y + index * lineHeight, words, look);
    }),
  );
  const state = open ? textAt(0, y + lineHeight, 'contested', contested) : '';
  return { height: lines * lineHeight + padding, marks: [textAt(0, y, head, bold), state, ...said].join('') };
}

export function matrixSvg(title: string, accounts: readonly Account[], kind: SourceKind): string {
  const { rows, columns, cell } = sourceMatrix(accounts, kind);
  const width = rowHead + Math.max(1, columns.length) * columnWidth;
  let y = lineHeight * 2 + padding;
  const heads = columns.map(({ label, detail }, index) => {
    const x = rowHead + index * columnWidth;
    return textAt(x, y, label, bold) + textAt(x, y + lineHeight, detail, ' fill="#57534b"');
  });
  y += 2 * lineHeight + padding;
  const body = rows.map((row) => {
    const cells = columns.map((column) => cell(row, column));
    const { height, marks } = drawRow(cells, factWords(row), row.state === 'conflict', y);
    const drawn = line(0, y, width, y) + marks;
    y += height;
    return drawn;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" font-family="sans-serif" font-size="12" fill="#1f1e1b">
<rect width="${width}" height="${y}" fill="#ffffff"/>
<text x="${padding}" y="22" font-size="15" font-weight="600">${escape(title)}</text>
${[...heads, ...body].join('\n')}
</svg>
`;
}
