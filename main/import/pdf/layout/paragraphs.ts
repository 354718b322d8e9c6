/**
 * Paragraphs of a stretch of a page: where one ends is told by the space between lines, by their size, by an indent, and by
 * a line that broke although the next word had room. Tables are rows whose cells stand below each other.
 */
import type { Line } from './lines';

/** What a stretch of lines is. `keepsLines`: verse, addresses, program text. */
export type Paragraph =
  | { readonly kind: 'words'; readonly lines: readonly Line[]; readonly keepsLines: boolean }
  | { readonly kind: 'table'; readonly lines: readonly Line[] };

/** Edges of a stretch, and the usual way from one of its lines to the next. */
interface Measure {
  readonly left: number;
  readonly right: number;
  /** In font heights. */
  readonly leading: number;
}

const median = (numbers: readonly number[]): number | undefined =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

export const isSameSize = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) <= 0.08 * Math.max(a.size, b.size);

const indentOf = (line: Line, { left, right }: Measure): number =>
  line.isRightToLeft ? right - line.end : line.x - left;
const roomAfter = (line: Line, { left, right }: Measure): number =>
  line.isRightToLeft ? line.x - left : right - line.end;

/** Width of a line's first word, by its share of the letters. */
const firstWordWidth = (line: Line): number =>
  ((line.end - line.x) * (line.text.split(/\s/, 1)[0]?.length ?? 0)) / Math.max(1, line.text.length);

const endsSentence = (text: string): boolean => /[.!?…:;。！？]["'”’»)\]]*$/.test(text);

/** The next line's first word had room: somebody wanted the line to end. */
const brokeEarly = (line: Line, next: Line, measure: Measure): boolean =>
  !/[-\u2010\u00ad]$/.test(line.text) && roomAfter(line, measure) > firstWordWidth(next) + 1.2 * line.size;

function measureOf(lines: readonly Line[]): Measure {
  const steps = lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    return before && isSameSize(before, line) ? [(line.y - before.y) / line.size] : [];
  });
  return {
    left: Math.min(...lines.map(({ x }) => x)),
    right: Math.max(...lines.map(({ end }) => end)),
    leading: Math.min(median(steps) ?? 1.3, 2.4),
  };
}

const bullet = /^(?:[•◦▪▫‣●○■□–—∙·\uf0b7\uf0a7]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s/;

/** Whether more than letters parts a line from the one before: space, another size, a bullet. */
function standsApart(last: Line, line: Line, { leading }: Measure): boolean {
  const step = (line.y - last.y) / line.size;
  if (!isSameSize(last, line) || step > 1.3 * leading + 0.1 || step < 0) return true;
  return bullet.test(line.text) && !(last.isMonospaced && line.isMonospaced);
}

/** A line of a table of contents: dots, and the number of a page. */
const leaders = /(?:\. ?){4,}\s*\S{0,8}$|…{2,}\s*\S{0,8}$/;

/** More room than this many font heights after a line was left on purpose, whatever the line says. */
const wideRoom = 8;

/** Whether a line of prose begins another paragraph than the one that the lines before it are. */
function begins(paragraph: readonly Line[], line: Line, next: Line | undefined, measure: Measure): boolean {
  const last = paragraph.at(-1);
  if (!last) return false;
  const [indent, before] = [indentOf(line, measure), indentOf(last, measure)];
  const em = line.size;
  const goesBack = next === undefined || indentOf(next, measure) < indent - 0.6 * em;
  if (indent > before + 0.7 * em && before < 0.5 * em && indent < 6 * em && goesBack) return true;
  if (paragraph.length > 1 && indent < before - 0.7 * em) return true;
  // An entry of a table of contents may have no dots, but a number.
  if (leaders.test(last.text) || (leaders.test(line.text) && /\s\d{1,4}$/.test(last.text))) return true;
  if (!brokeEarly(last, line, measure)) return false;
  return endsSentence(last.text) || roomAfter(last, measure) > firstWordWidth(line) + wideRoom * em;
}

const isAligned = (a: Line, b: Line): boolean =>
  a.cells.length === b.cells.length &&
  a.cells.every((cell, index) => {
    const other = b.cells[index];
    const near = (one: number, two: number) => Math.abs(one - two) < 0.6 * a.size;
    return (
      other &&
      (near(cell.x, other.x) || near(cell.end, other.end) || near(cell.x + cell.end, other.x + other.end))
    );
  });

/** How many lines from here on are rows of one table. */
function tableRows(lines: readonly Line[], from: number): number {
  const first = lines[from];
  if (!first || first.cells.length < 2 || leaders.test(first.text)) return 0;
  let count = 1;
  for (let line = lines[from + 1]; line && isAligned(first, line); line = lines[from + count]) count += 1;
  return count > 1 ? count : 0;
}

/** Of the ends of lines, more than this share left room: verse, an address, a list of names. */
const verseShare = 0.6;
/** Where each line begins with a capital, this much is enough. */
const capitalVerseShare = 0.3;
const capital = /^["'„“”‘’«»(–—\s]*\p{Lu}/u;

function isVerse(lines: readonly Line[], measure: Measure): boolean {
  const early = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && brokeEarly(line, next, measure);
  });
  const isCapital = lines.length > 3 && lines.every(({ text }) => capital.test(text));
  return lines.length > 2 && early.length > (isCapital ? capitalVerseShare : verseShare) * (lines.length - 1);
}

/** The paragraphs of lines that nothing but their letters parts. */
function splitRun(lines: readonly Line[], measure: Measure): Paragraph[] {
  const isProgram = lines.length > 1 && lines.every(({ isMonospaced }) => isMonospaced);
  if (isProgram || isVerse(lines, measure)) return [{ kind: 'words', lines, keepsLines: true }];
  const paragraphs: Line[][] = [[]];
  lines.forEach((line, index) => {
    if (begins(paragraphs.at(-1) ?? [], line, lines[index + 1], measure)) paragraphs.push([]);
    paragraphs.at(-1)?.push(line);
  });
  return paragraphs.map((one) => ({ kind: 'words', lines: one, keepsLines: false }));
}

/** The paragraphs of a stretch of a page, from above. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const measure = measureOf(lines);
  const found: Paragraph[] = [];
  let run: Line[] = [];
  const close = (): void => {
    if (run.length > 0) found.push(...splitRun(run, measure));
    run = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const rows = tableRows(lines, at);
    const last = run.at(-1);
    if (rows > 0 || (last && standsApart(last, line, measure))) close();
    if (rows > 0) {
      found.push({ kind: 'table', lines: lines.slice(at, at + rows) });
      at += rows - 1;
    } else run.push(line);
  }
  close();
  return found;
}

/** Whether the first paragraph of a stretch goes on with the last one of the stretch before. */
export function isContinued(before: Paragraph | undefined, after: Paragraph | undefined): boolean {
  if (before?.kind !== 'words' || after?.kind !== 'words' || before.keepsLines !== after.keepsLines)
    return false;
  const [last, first] = [before.lines.at(-1), after.lines[0]];
  if (!last || !first || !isSameSize(last, first) || bullet.test(first.text)) return false;
  if (leaders.test(last.text) || leaders.test(first.text)) return false;
  if (/[-\u2010\u00ad]$/.test(last.text)) return /^\p{L}/u.test(first.text);
  return !endsSentence(last.text) || /^\p{Ll}/u.test(first.text);
}
