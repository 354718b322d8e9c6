/** Fills a template of a web page with a report: every word is escaped, and what is drawn holds no script and fetches nothing. */
import type {
  Block,
  Inline,
  LeafBlock,
  ListBlock,
  TableBlock,
  TextInline,
} from '../../../../shared/document/blocks';
import { isEmbeddedImage, isSafeHref } from '../../../../shared/document/normalise-blocks';
import { inlineText } from '../../../../shared/document/plain-text';
import { leafElements } from '../../../../shared/document/serialise-content';
import type { Report, ReportMark, ReportPassage, ReportText } from '../report/report';
import { Markup, renderTemplate, type TemplateFormat } from '../templates/render-template';
import { type Drawing, type Each, reportView } from '../templates/report-view';
import type { Template } from '../templates/template';
import { isRightToLeft } from '../text/direction';
import { cutsOf, type MarkFinder, markFinder } from '../text/mark-finder';
import { isPlaced, placeWords } from '../text/place-words';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes words for HTML text and for attribute values between quotation marks. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Line ends are shown, but not inside of a tag. */
const format: TemplateFormat = {
  words: (words, line) =>
    /<[^>]*$/.test(line) ? escapeHtml(words) : escapeHtml(words).replace(/\n/g, '<br>\n'),
  markup: (markup) => markup,
};

const linesOf = (words: string): string => escapeHtml(words).replace(/\n/g, '<br>\n');

function drawQuotation({ before, parts, after }: ReportPassage): Markup {
  const words = parts.map((part) => `<mark>${linesOf(part)}</mark>`).join(' … ');
  return new Markup(`${linesOf(before)}${words}${linesOf(after)}`);
}

/** What a passage says, for who points at its words. */
const spoken = ({ passage }: ReportMark): string =>
  [passage.comment, ...passage.facts.map(({ label, value }) => `${label}: ${value}`)]
    .filter((words) => words !== '')
    .join('\n');

function markedText(inline: TextInline, find: MarkFinder): string {
  const inner = inline.marks.reduceRight(
    (words, mark) => `<${mark}>${words}</${mark}>`,
    escapeHtml(inline.text),
  );
  if (!isPlaced(inline)) return inner;
  const { open, begun } = find(inline.at);
  if (open.length === 0) return inner;
  const targets = begun.map(
    ({ passage, part }) => `<a id="p-${passage.id}${part === 0 ? '' : `-${part + 1}`}"></a>`,
  );
  const said = open.map(spoken).join('\n');
  return `${targets.join('')}<mark${said === '' ? '' : ` title="${escapeHtml(said)}"`}>${inner}</mark>`;
}

function markedInline(inline: Inline, find: MarkFinder): string {
  switch (inline.kind) {
    case 'text':
      return markedText(inline, find);
    case 'break':
      return '<br>';
    case 'image':
      return isEmbeddedImage(inline.src) ? `<img src="${inline.src}" alt="${escapeHtml(inline.alt)}">` : '';
    case 'link': {
      const words = inline.children.map((child) => markedInline(child, find)).join('');
      return isSafeHref(inline.href) ? `<a href="${escapeHtml(inline.href)}">${words}</a>` : words;
    }
    case 'citation':
      return `<cite>${escapeHtml(inline.label)}</cite>`;
  }
}

const markedInlines = (inlines: readonly Inline[], find: MarkFinder): string =>
  inlines.map((inline) => markedInline(inline, find)).join('');

/** The signs of a list and the order of a table's columns follow the words that come first in them. */
const direction = (first: readonly Inline[] | undefined): string =>
  isRightToLeft(inlineText(first ?? [])) ? ' dir="rtl"' : '';

/** Headings of an article or a note stand below those of the report. */
const lowered: Readonly<Partial<Record<LeafBlock['kind'], string>>> = {
  heading1: 'h4',
  heading2: 'h5',
  heading3: 'h6',
  heading4: 'h6',
  caption: 'p',
};

function markedList({ ordered, items }: ListBlock, find: MarkFinder): string {
  const element = ordered ? 'ol' : 'ul';
  const drawn = items.map(({ inlines, lists }) => {
    const words = markedInlines(inlines, find);
    return `<li dir="auto">${words}${lists.map((list) => markedList(list, find)).join('')}</li>`;
  });
  return `<${element}${direction(items[0]?.inlines)}>${drawn.join('')}</${element}>`;
}

function markedTable({ rows }: TableBlock, find: MarkFinder): string {
  const drawn = rows.map(({ cells }) => {
    const inner = cells.map(({ header, paragraphs }) => {
      const element = header ? 'th' : 'td';
      const words = paragraphs.map((inlines) => `<p dir="auto">${markedInlines(inlines, find)}</p>`);
      return `<${element}>${words.join('')}</${element}>`;
    });
    return `<tr>${inner.join('')}</tr>`;
  });
  return `<table${direction(rows[0]?.cells[0]?.paragraphs[0])}>${drawn.join('')}</table>`;
}

function markedBlock(block: Block, find: MarkFinder): string {
  if (block.kind === 'rule') return '<hr>';
  if (block.kind === 'list') return markedList(block, find);
  if (block.kind === 'table') return markedTable(block, find);
  const element = lowered[block.kind] ?? leafElements[block.kind];
  return `<${element} dir="auto">${markedInlines(block.inlines, find)}</${element}>`;
}

const drawBlocks = (blocks: readonly Block[], marks: readonly ReportMark[]): Markup => {
  const find = markFinder(marks);
  return new Markup(blocks.map((block) => markedBlock(block, find)).join('\n'));
};

const drawText = ({ blocks, marks }: ReportText): Markup =>
  drawBlocks(placeWords(blocks, cutsOf(marks)), marks);

const drawing: Drawing = {
  quotation: drawQuotation,
  content: (blocks) => drawBlocks(blocks, []),
  text: drawText,
};

/** The report as the template has it, in pieces. */
export function fillHtml(report: Report, template: Template, each: Each): Iterable<string> {
  return renderTemplate(template, reportView(report, drawing, each), format);
}
