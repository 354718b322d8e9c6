/** The table of facts and sources as the text of an SVG file that stands alone, in light colours. Words too long for a line go on in the next. */
import { accountNotes, factWords, putWords } from '../../../../shared/accounts/account-words';
import type { Account } from '../../../../shared/model/account';
import { type Source, type SourceKind, sourceMatrix, speakerIn } from './source-matrix';

const columnWidth = 220;
const lineHeight = 16;
const padding = 8;
/** Letters of 12 px that a cell has room for, in the widest of the fonts that `sans-serif` is drawn in. */
const lettersFit = 27;
/** A letter and a line of the title, 15 px bold. */
const titleLetter = 10.5;
const titleHeight = 20;
const boldFit = 24;

const bold = ' font-weight="600"';
const muted = ' fill="#57534b"';
const contested = ' fill="#8a5a00"';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const rule = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#e3dfd5"/>`;

const square =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60]/u;

/** How much room a letter takes, in letters of the usual width. */
function breadthOf(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (square.test(letter)) return 1.65;
  return /\p{Lu}/u.test(letter) ? 1.3 : 1;
}

/** The lines that words take, broken at spaces; a word that is too long by itself is broken within. */
function linesOf(text: string, fit: number): readonly string[] {
  const lines: string[] = [];
  let [line, breadth] = ['', 0];
  const end = () => {
    if (line !== '') lines.push(line);
    [line, breadth] = ['', 0];
  };
  const add = (letter: string) => {
    const more = breadthOf(letter);
    if (breadth + more > fit) end();
    [line, breadth] = [line + letter, breadth + more];
  };
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const wordBreadth = [...word].reduce((sum, letter) => sum + breadthOf(letter), 0);
    if (breadth + 1 + wordBreadth > fit) end();
    else if (line !== '') add(' ');
    for (const letter of word) add(letter);
  }
  end();
  return lines;
}

interface DrawnLine {
  readonly words: string;
  readonly look: string;
}

const drawnLines = (words: string, look: string): readonly DrawnLine[] =>
  linesOf(words, look === bold ? boldFit : lettersFit).map((one) => ({ words: one, look }));

/** The value, and below it who says it and how. */
function accountLines(account: Account, column: Source): readonly DrawnLine[] {
  const isPreferred = account.preferredReason !== null;
  return [
    ...drawnLines(putWords(account), isPreferred ? bold : ''),
    ...drawnLines(speakerIn(account, column) + accountNotes(account), muted),
  ];
}

/** A row of cells, as high as the highest. */
function drawRow(cells: readonly (readonly DrawnLine[])[], y: number) {
  const marks = cells.flatMap((lines, column) =>
    lines.map(
      ({ words, look }, index) =>
        `<text x="${column * columnWidth + padding}" y="${y + (index + 1) * lineHeight}"${look}>${escape(words)}</text>`,
    ),
  );
  const height = Math.max(1, ...cells.map(({ length }) => length)) * lineHeight + padding;
  return { height, marks: marks.join('') };
}

function rowsOf(accounts: readonly Account[], kind: SourceKind) {
  const { rows, columns, cell } = sourceMatrix(accounts, kind);
  const heads = columns.map(({ label, detail }) => [
    ...drawnLines(label, bold),
    ...drawnLines(detail, muted),
  ]);
  const body = rows.map((row) => {
    const state = row.state === 'conflict' ? drawnLines('contested', contested) : [];
    const cells = columns.map((column) =>
      cell(row, column).flatMap((account) => accountLines(account, column)),
    );
    return [[...drawnLines(factWords(row), bold), ...state], ...cells];
  });
  return { rows: [[[], ...heads], ...body], width: Math.max(2, columns.length + 1) * columnWidth };
}

const titleLine = (words: string, index: number): string =>
  `<text x="${padding}" y="${22 + index * titleHeight}" font-size="15" font-weight="600">${escape(words)}</text>`;

export function matrixSvg(title: string, accounts: readonly Account[], kind: SourceKind): string {
  const { rows, width } = rowsOf(accounts, kind);
  const heading = linesOf(title, Math.floor((width - 2 * padding) / titleLetter));
  let y = lineHeight + heading.length * titleHeight;
  const drawn = rows.map((cells, index) => {
    const { height, marks } = drawRow(cells, y);
    const edge = index === 0 ? '' : rule(0, y, width, y);
    y += height;
    return edge + marks;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" font-family="sans-serif" font-size="12" fill="#1f1e1b">
<rect width="${width}" height="${y}" fill="#ffffff"/>
${heading.map(titleLine).join('\n')}
${drawn.join('\n')}
</svg>
`;
}
