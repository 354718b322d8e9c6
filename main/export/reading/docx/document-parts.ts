/** The paragraphs of a document as WordprocessingML (ECMA-376), with what they refer to: footnotes, comments, addresses, pictures. */
import type { FlowBlock, FlowCell, FlowComment, FlowParagraph, FlowRun, FlowTable } from '../flow/flow';
import { fittedSizeCm, type Picture, readPicture } from '../package/picture';
import { element, xmlText } from '../package/xml';
import { hasRightToLeft } from '../text/direction';

/** What the paragraphs written so far refer to. */
export interface References {
  readonly footnotes: string[];
  readonly comments: string[];
  /** Addresses; the place in the list is the id. */
  readonly addresses: string[];
  readonly pictures: Picture[];
  /** How many lists that are numbered have begun: each counts from 1. */
  numberedLists: number;
}

export const newReferences = (): References => ({
  footnotes: [],
  comments: [],
  addresses: [],
  pictures: [],
  numberedLists: 0,
});

/** Names of styles, as `docx-styles.ts` defines them. */
const styleIds: Readonly<Record<FlowParagraph['style'], string>> = {
  title: 'Title',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  body: 'BodyText',
  quote: 'Quote',
  code: 'Code',
  caption: 'Caption',
  fact: 'Fact',
  comment: 'CommentText',
  small: 'Small',
};

type TextRun = Extract<FlowRun, { kind: 'text' }>;

/** In the order that the schema wants. */
function runProperties({ marks, isMarked, text }: TextRun): string {
  const has = (mark: TextRun['marks'][number]) => marks.includes(mark);
  const isSmall = has('sub') || has('sup');
  const properties = [
    has('code') && element('w:rStyle', { 'w:val': 'CodeWords' }),
    has('strong') && '<w:b/><w:bCs/>',
    has('em') && '<w:i/><w:iCs/>',
    has('s') && '<w:strike/>',
    isMarked && element('w:highlight', { 'w:val': 'yellow' }),
    has('u') && element('w:u', { 'w:val': 'single' }),
    isSmall && element('w:vertAlign', { 'w:val': has('sub') ? 'subscript' : 'superscript' }),
    hasRightToLeft(text) && '<w:rtl/>',
  ].filter((property) => property !== false);
  return properties.length === 0 ? '' : element('w:rPr', {}, properties.join(''));
}

const words = (text: string): string =>
  text
    .split('\t')
    .map((part) => (part === '' ? '' : element('w:t', { 'xml:space': 'preserve' }, xmlText(part))))
    .join('<w:tab/>');

const textRun = (run: TextRun): string => element('w:r', {}, runProperties(run) + words(run.text));

/** A footnote's paragraph begins with its own sign. */
function footnote(number: number, text: string, url: string): string {
  const sign = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const said = url === '' ? ` ${text}` : ` ${text}. ${url}`;
  const properties = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>';
  const run = element('w:r', {}, words(said));
  return element('w:footnote', { 'w:id': number }, element('w:p', {}, properties + sign + run));
}

function addFootnote({ footnotes }: References, text: string, url: string): string {
  // -1 and 0 are the lines above footnotes: LibreOffice takes the text of the wrong one when they are others.
  const number = footnotes.length + 1;
  footnotes.push(footnote(number, text, url));
  return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${number}"/></w:r>`;
}

const initialsOf = (author: string): string =>
  author
    .split(/\s+/)
    .map((name) => [...name][0] ?? '')
    .join('')
    .slice(0, 9);

/** LibreOffice 7.4 gives a footnote the words of another where a comment bears the same number as a footnote. */
const commentId = ({ number }: FlowComment): number => 1_000_000 + number;

function addComment({ comments }: References, comment: FlowComment): void {
  const { author, day, lines } = comment;
  const paragraphs = lines.map((line) =>
    element('w:p', {}, `<w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${element('w:r', {}, words(line))}`),
  );
  const by = {
    'w:id': commentId(comment),
    'w:author': author,
    'w:date': `${day}T00:00:00Z`,
    'w:initials': initialsOf(author),
  };
  comments.push(element('w:comment', by, paragraphs.join('')));
}

const commentEnd = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;

const emuPerCm = 360_000;

function pictureRun(src: string, alt: string, { pictures }: References): string {
  const picture = readPicture(src);
  if (!picture) return alt === '' ? '' : element('w:r', {}, words(`[${alt}]`));
  pictures.push(picture);
  const number = pictures.length;
  const { width, height } = fittedSizeCm(picture);
  const size = { cx: Math.round(width * emuPerCm), cy: Math.round(height * emuPerCm) };
  const name = { id: number, name: `Picture ${number}`, descr: alt };
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/>${element('a:ext', size)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`;
  const fill = `<pic:blipFill><a:blip r:embed="picture${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`;
  const named = `<pic:nvPicPr>${element('pic:cNvPr', name)}<pic:cNvPicPr/></pic:nvPicPr>`;
  const graphic = `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>${named}${fill}${shape}</pic:pic></a:graphicData></a:graphic>`;
  return `<w:r><w:drawing><wp:inline>${element('wp:extent', size)}${element('wp:docPr', name)}${graphic}</wp:inline></w:drawing></w:r>`;
}

function linkRun(url: string, runs: readonly FlowRun[], references: References): string {
  references.addresses.push(url);
  const inner = runs.map((run) => runXml(run, references)).join('');
  return element('w:hyperlink', { 'r:id': `address${references.addresses.length}` }, inner);
}

function runXml(run: FlowRun, references: References): string {
  switch (run.kind) {
    case 'text':
      return run.text === '' ? '' : textRun(run);
    case 'break':
      return '<w:r><w:br/></w:r>';
    case 'link':
      return linkRun(run.url, run.runs, references);
    case 'image':
      return pictureRun(run.src, run.alt, references);
    case 'footnote':
      return addFootnote(references, run.text, run.url);
    case 'comment-start':
      addComment(references, run.comment);
      return element('w:commentRangeStart', { 'w:id': commentId(run.comment) });
    case 'comment-end':
      return commentEnd(commentId(run.comment));
  }
}

function numberingOf(
  { ordered, level, number }: NonNullable<FlowParagraph['list']>,
  references: References,
): string {
  if (ordered && number === 1 && (level === 0 || references.numberedLists === 0))
    references.numberedLists += 1;
  const id = ordered ? references.numberedLists + 1 : 1;
  return `<w:numPr><w:ilvl w:val="${Math.min(level, 8)}"/><w:numId w:val="${id}"/></w:numPr>`;
}

function paragraphXml({ style, isRightToLeft, runs, list }: FlowParagraph, references: References): string {
  const numbering = list ? numberingOf(list, references) : '';
  const styled = element('w:pStyle', { 'w:val': list ? 'ListParagraph' : styleIds[style] });
  const properties = element('w:pPr', {}, styled + numbering + (isRightToLeft ? '<w:bidi/>' : ''));
  return element('w:p', {}, properties + runs.map((run) => runXml(run, references)).join(''));
}

function cellXml({ isHeader, paragraphs }: FlowCell, references: References): string {
  const shade = isHeader ? '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/></w:tcPr>' : '';
  const inner = paragraphs.map((paragraph) => paragraphXml(paragraph, references)).join('');
  return element('w:tc', {}, shade + (inner === '' ? '<w:p/>' : inner));
}

function tableXml({ rows, isRightToLeft }: FlowTable, references: References): string {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const direction = isRightToLeft ? '<w:bidiVisual/>' : '';
  const properties = `<w:tblPr><w:tblStyle w:val="TableGrid"/>${direction}<w:tblW w:w="5000" w:type="pct"/></w:tblPr>`;
  const grid = element('w:tblGrid', {}, `<w:gridCol w:w="${Math.floor(9000 / columns)}"/>`.repeat(columns));
  const drawn = rows.map((cells) => {
    const isHeader = cells.length > 0 && cells.every((cell) => cell.isHeader);
    const filled = '<w:tc><w:p/></w:tc>'.repeat(columns - cells.length);
    const inner = cells.map((cell) => cellXml(cell, references)).join('') + filled;
    const kept = element('w:trPr', {}, `<w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}`);
    return element('w:tr', {}, kept + inner);
  });
  // A table may not be the last thing, nor touch the next.
  return `${element('w:tbl', {}, properties + grid + drawn.join(''))}<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr></w:p>`;
}

/** A block as it stands in the document; what it refers to is added to the references. */
export const blockXml = (block: FlowBlock, references: References): string =>
  block.kind === 'table' ? tableXml(block, references) : paragraphXml(block, references);
