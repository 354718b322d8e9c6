/** The paragraphs of a document as OpenDocument text (ISO/IEC 26300), comments and footnotes where they belong in the words. */
import type { FlowBlock, FlowCell, FlowComment, FlowParagraph, FlowRun, FlowTable } from '../flow/flow';
import { fittedSizeCm, type Picture, readPicture } from '../package/picture';
import { element, xmlText } from '../package/xml';

/** What is counted through a document, and the pictures that go beside it. */
export interface Counts {
  footnotes: number;
  tables: number;
  readonly pictures: Picture[];
}

type TextRun = Extract<FlowRun, { kind: 'text' }>;

/** Spaces that follow a space, tabs and line ends are elements; `isStart`: a space at the start would be lost. */
function words(text: string): string {
  const pieces = text.split(/(\t|\n| {2,}|^ | $)/);
  return pieces
    .map((piece) => {
      if (piece === '\t') return '<text:tab/>';
      if (piece === '\n') return '<text:line-break/>';
      return /^ +$/.test(piece) ? element('text:s', { 'text:c': piece.length }) : xmlText(piece);
    })
    .join('');
}

const span = (style: string, inner: string): string =>
  element('text:span', { 'text:style-name': style }, inner);

/** A span for each mark, so that no style is needed for each combination. */
function textRun({ text, marks, isMarked }: TextRun): string {
  const marked = marks.reduceRight((inner, mark) => span(`Mark_${mark}`, inner), words(text));
  return isMarked ? span('Mark_passage', marked) : marked;
}

/** XHTML-like paragraphs of a comment, as reviewers see it. */
function commentStart({ number, author, day, lines }: FlowComment): string {
  const by = author === '' ? '' : element('dc:creator', {}, xmlText(author));
  const date = element('dc:date', {}, `${day}T00:00:00Z`);
  const paragraphs = lines.map((line) => element('text:p', {}, words(line)));
  return element(
    'office:annotation',
    { 'office:name': `comment-${number}` },
    by + date + paragraphs.join(''),
  );
}

function footnote(text: string, url: string, counts: Counts): string {
  counts.footnotes += 1;
  const link =
    url === '' ? '' : `. ${element('text:a', { 'xlink:type': 'simple', 'xlink:href': url }, xmlText(url))}`;
  const body = element('text:p', { 'text:style-name': 'Footnote' }, words(text) + link);
  return element(
    'text:note',
    { 'text:id': `footnote-${counts.footnotes}`, 'text:note-class': 'footnote' },
    element('text:note-citation', {}, String(counts.footnotes)) + element('text:note-body', {}, body),
  );
}

function picture(src: string, alt: string, { pictures }: Counts): string {
  const read = readPicture(src);
  if (!read) return alt === '' ? '' : words(`[${alt}]`);
  pictures.push(read);
  const { width, height } = fittedSizeCm(read);
  const href = `Pictures/picture${pictures.length}.${read.extension}`;
  const image = element('draw:image', {
    'xlink:href': href,
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
  });
  const frame = {
    'draw:name': `Picture ${pictures.length}`,
    'text:anchor-type': 'as-char',
    'svg:width': `${width.toFixed(2)}cm`,
    'svg:height': `${height.toFixed(2)}cm`,
  };
  const described = alt === '' ? '' : element('svg:desc', {}, xmlText(alt));
  return element('draw:frame', frame, image + described);
}

function runXml(run: FlowRun, counts: Counts): string {
  switch (run.kind) {
    case 'text':
      return run.text === '' ? '' : textRun(run);
    case 'break':
      return '<text:line-break/>';
    case 'link': {
      const inner = run.runs.map((each) => runXml(each, counts)).join('');
      return element('text:a', { 'xlink:type': 'simple', 'xlink:href': run.url }, inner);
    }
    case 'image':
      return picture(run.src, run.alt, counts);
    case 'footnote':
      return footnote(run.text, run.url, counts);
    case 'comment-start':
      return commentStart(run.comment);
    case 'comment-end':
      return element('office:annotation-end', { 'office:name': `comment-${run.comment.number}` });
  }
}

/** Headings have a level of their own; the others are paragraphs. */
const headingLevels: Readonly<Partial<Record<FlowParagraph['style'], number>>> = {
  heading1: 1,
  heading2: 2,
  heading3: 3,
  heading4: 4,
};

const styleNames: Readonly<Record<FlowParagraph['style'], string>> = {
  title: 'Title',
  heading1: 'Heading_20_1',
  heading2: 'Heading_20_2',
  heading3: 'Heading_20_3',
  heading4: 'Heading_20_4',
  body: 'Text_20_body',
  quote: 'Quotations',
  code: 'Preformatted_20_Text',
  caption: 'Caption',
  fact: 'Fact',
  comment: 'Text_20_body',
  small: 'Small',
};

/** The style of a paragraph from right to left is its own, made of the one it follows. */
export const rightToLeftName = (name: string): string => `Rtl_${name}`;

/** Every style that paragraphs have. */
export const paragraphStyleNames: readonly string[] = [...new Set(Object.values(styleNames))];

function paragraphXml({ style, isRightToLeft, runs }: FlowParagraph, counts: Counts): string {
  const level = headingLevels[style];
  const name = isRightToLeft ? rightToLeftName(styleNames[style]) : styleNames[style];
  const inner = runs.map((run) => runXml(run, counts)).join('');
  if (level === undefined) return element('text:p', { 'text:style-name': name }, inner);
  return element('text:h', { 'text:style-name': name, 'text:outline-level': level }, inner);
}

/** An item stands in as many lists as it is deep; numbering goes on by its own number. */
function itemXml(paragraph: FlowParagraph, counts: Counts): string {
  const { ordered = false, level = 0, number = 1 } = paragraph.list ?? {};
  let inner = paragraphXml(paragraph, counts);
  for (let depth = level; depth >= 0; depth -= 1) {
    const start = depth === level && ordered ? { 'text:start-value': number } : {};
    const list = depth === 0 ? { 'text:style-name': ordered ? 'Numbers' : 'Bullets' } : {};
    inner = element('text:list', list, element('text:list-item', start, inner));
  }
  return inner;
}

function cellXml({ isHeader, paragraphs }: FlowCell, counts: Counts): string {
  const inner = paragraphs.map((paragraph) => paragraphXml(paragraph, counts)).join('');
  const style = { 'table:style-name': isHeader ? 'HeaderCell' : 'Cell', 'office:value-type': 'string' };
  return element('table:table-cell', style, inner === '' ? '<text:p/>' : inner);
}

function tableXml({ rows, isRightToLeft }: FlowTable, counts: Counts): string {
  counts.tables += 1;
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const drawn = rows.map((cells) => {
    const filled = '<table:table-cell table:style-name="Cell"><text:p/></table:table-cell>'.repeat(
      columns - cells.length,
    );
    return element('table:table-row', {}, cells.map((cell) => cellXml(cell, counts)).join('') + filled);
  });
  const isHead = rows[0]?.every(({ isHeader }) => isHeader) ?? false;
  const head = isHead ? element('table:table-header-rows', {}, drawn[0] ?? '') : '';
  const inner = element('table:table-column', { 'table:number-columns-repeated': columns }) + head;
  const named = {
    'table:name': `Table${counts.tables}`,
    'table:style-name': isRightToLeft ? 'TableRtl' : 'Table',
  };
  return element('table:table', named, inner + drawn.slice(isHead ? 1 : 0).join(''));
}

/** A block as it stands in the document. */
export function blockXml(block: FlowBlock, counts: Counts): string {
  if (block.kind === 'table') return tableXml(block, counts);
  return block.list ? itemXml(block, counts) : paragraphXml(block, counts);
}
