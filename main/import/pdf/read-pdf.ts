/**
 * A PDF as an article: its words in reading order with paragraphs made whole, where each page begins by the page's own
 * label, and what the file says about itself. Pictures, scripts, forms and attached files are left out; a scan without
 * words is refused.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { plainText } from '../../../shared/document/plain-text';
import type { Locator } from '../../../shared/model/article';
import { type DecodedReading, declaredUtf8 } from '../formats/format';
import { refuse } from '../formats/refuse';
import { greatestPdfLetterCount, greatestPdfPageCount } from '../limits';
import { type Line, linesOf } from './layout/lines';
import { segmentsOf } from './layout/piece';
import { splitColumns } from './layout/split-columns';
import { textOfPages } from './pdf-blocks';
import { type OpenPdf, openPdf } from './pdf-engine';
import { pdfMetadata } from './pdf-metadata';
import { type PagePieces, readPdfPage } from './pdf-page';
import { type PageLines, takeRunningLines } from './running-lines';
import { checkStreams } from './stream-sizes';

/** What was met on the way and is to be said. */
interface Met {
  readonly unreadablePages: number[];
  readonly emptyPages: number[];
  letters: number;
  unreadableLetters: number;
  remarks: number;
}

const isMostlyRightToLeft = (pieces: PagePieces['turns'][number]): boolean => {
  const letters = (some: PagePieces['turns'][number]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return letters(pieces.filter(({ isRightToLeft }) => isRightToLeft)) * 2 > letters(pieces);
};

function pageLines({ turns }: PagePieces): PageLines {
  return turns.flatMap((pieces) =>
    splitColumns(segmentsOf(pieces), isMostlyRightToLeft(pieces))
      .map(linesOf)
      .filter((lines) => lines.length > 0),
  );
}

/** A damaged page is passed over: others may be whole. */
async function readPage({ pdfjs, document }: OpenPdf, number: number, met: Met): Promise<PageLines> {
  try {
    const page = await document.getPage(number);
    const pieces = await readPdfPage(pdfjs, page);
    page.cleanup();
    const lines = pageLines(pieces);
    const letters = lines.flat().reduce((sum, { text }) => sum + text.length, 0);
    if (letters === 0) met.emptyPages.push(number);
    met.letters += letters;
    met.unreadableLetters += pieces.unreadableCount;
    met.remarks += pieces.remarkCount;
    return lines;
  } catch {
    met.unreadablePages.push(number);
    return [];
  }
}

async function readPages(open: OpenPdf, met: Met): Promise<PageLines[]> {
  const pages: PageLines[] = [];
  for (let number = 1; number <= open.document.numPages; number += 1) {
    pages.push(await readPage(open, number, met));
    if (met.letters > greatestPdfLetterCount)
      throw refuse(`It has more than ${greatestPdfLetterCount.toLocaleString('en')} letters.`);
  }
  return pages;
}

async function labelsOf(document: PDFDocumentProxy): Promise<(page: number) => string> {
  const labels = await document.getPageLabels().catch(() => null);
  return (page) => labels?.[page]?.trim() || String(page + 1);
}

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `one ${one}` : `${number} ${many}`;

/** "4, 7, 12"; of very many only the first. */
function listPages(pages: readonly number[], labelOf: (page: number) => string): string {
  const listed = pages.slice(0, 10).map((number) => labelOf(number - 1));
  return pages.length > listed.length ? `${listed.join(', ')} and others` : listed.join(', ');
}

/** Throws for a file without words that can be read. */
function checkWords({ letters, unreadableLetters, unreadablePages }: Met, pageCount: number): void {
  if (unreadablePages.length === pageCount) throw refuse('It is damaged: none of its pages can be read.');
  if (letters === 0) {
    const pages = count(pageCount, 'page', 'pages');
    throw refuse(
      `It has no text: it is a scan of ${pages}, or pictures. Have its text recognised (OCR), for example with OCRmyPDF or Acrobat, and import the file that comes out.`,
    );
  }
  if (unreadableLetters > 0.3 * letters)
    throw refuse('Its text cannot be read: its fonts do not say which letters they draw.');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function warningsOf(met: Met, taken: readonly string[], labelOf: (page: number) => string): string[] {
  const { unreadablePages, emptyPages, unreadableLetters, remarks } = met;
  const warnings: string[] = [];
  if (unreadablePages.length > 0)
    warnings.push(
      `${capital(count(unreadablePages.length, 'page', 'pages'))} could not be read: ${listPages(unreadablePages, labelOf)}.`,
    );
  if (emptyPages.length > 0)
    warnings.push(
      `${capital(count(emptyPages.length, 'page has', 'pages have'))} no text (empty, or pictures): ${listPages(emptyPages, labelOf)}.`,
    );
  if (unreadableLetters > 0)
    warnings.push(`${capital(count(unreadableLetters, 'letter', 'letters'))} could not be read.`);
  if (taken.length > 0) {
    const shown = taken.slice(0, 3).map((text) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`);
    warnings.push(
      `Running heads, feet and page numbers were left out: ${shown.join(', ')}${taken.length > 3 ? ' and others' : ''}.`,
    );
  }
  if (remarks > 0)
    warnings.push(
      `${capital(count(remarks, 'comment or mark', 'comments and marks'))} in the PDF itself left out.`,
    );
  return warnings;
}

async function attachmentWarning(document: PDFDocumentProxy): Promise<string[]> {
  const attached: unknown = await document.getAttachments().catch(() => null);
  const number = attached instanceof Map ? attached.size : Object.keys(attached ?? {}).length;
  return number === 0 ? [] : [`${capital(count(number, 'attached file', 'attached files'))} left out.`];
}

async function factsOf(document: PDFDocumentProxy): Promise<Parameters<typeof pdfMetadata>[0]> {
  const found = await document.getMetadata().catch(() => null);
  const xmp: Record<string, unknown> = {};
  for (const [name, value] of found?.metadata ?? []) xmp[name] = value;
  return { info: (found?.info ?? {}) as Record<string, unknown>, xmp };
}

/** In a text typed throughout in letters of one width these say nothing: it is prose all the same. */
function plainly(pages: readonly PageLines[]): readonly PageLines[] {
  const lines = pages.flat(2);
  const letters = (some: readonly Line[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  if (letters(lines.filter(({ isMonospaced }) => isMonospaced)) * 2 < letters(lines)) return pages;
  const plain = (line: Line): Line => ({ ...line, isMonospaced: false });
  return pages.map((page) => page.map((region) => region.map(plain)));
}

const openingOf = (blocks: DecodedReading['blocks']): string =>
  plainText(blocks.slice(0, 10).filter((block) => block.kind !== 'rule'));

async function readOpen(open: OpenPdf, isWhole: boolean): Promise<DecodedReading> {
  const { document } = open;
  const pageCount = document.numPages;
  if (pageCount > greatestPdfPageCount)
    throw refuse(`It has ${pageCount} pages; at most ${greatestPdfPageCount} can be imported at once.`);
  const met: Met = { unreadablePages: [], emptyPages: [], letters: 0, unreadableLetters: 0, remarks: 0 };
  const pages = await readPages(open, met);
  checkWords(met, pageCount);
  const { pages: kept, taken } = takeRunningLines(plainly(pages));
  const { blocks, pageStarts, title } = textOfPages(kept);
  const labelOf = await labelsOf(document);
  const locators = pageStarts.map((start, page): Locator => ({ kind: 'page', label: labelOf(page), start }));
  const warnings = warningsOf(met, taken, labelOf);
  if (!isWhole) warnings.unshift('The end of the file is missing: pages may be missing too.');
  warnings.push(...(await attachmentWarning(document)));
  return {
    blocks,
    metadata: pdfMetadata(await factsOf(document), { title, opening: openingOf(blocks) }),
    warnings,
    locators,
    encoding: declaredUtf8,
  };
}

/** A whole file says where it ends; some programs add a little after it. */
const tailLength = 2048;

/** Reads a PDF. Throws `import-refused` for one that is encrypted, damaged, too long, or has no words. */
export async function readPdf(bytes: Uint8Array): Promise<DecodedReading> {
  checkStreams(bytes);
  const open = await openPdf(bytes);
  try {
    const tail = Buffer.from(bytes.subarray(-tailLength)).toString('latin1');
    return await readOpen(open, tail.includes('%%EOF') || tail.includes('startxref'));
  } finally {
    await open.close();
  }
}
