/**
 * The words of a paragraph of a Word document: runs and how they are set, links, fields, notes, comments' edges, tracked
 * changes (what was inserted stays, what was deleted is left out), pictures and text boxes.
 */
import {
  attribute,
  childElements,
  childNamed,
  descendantsNamed,
  textOf,
  type XmlElement,
} from '../../archive/xml-node';
import { commentEnd, commentSign, commentStart } from '../content/comments';
import { addNote, type NoteKind } from '../content/notes';
import type { OfficeBlock, Piece } from '../content/office-block';
import { pageStart } from '../content/pages';
import { count } from '../content/remarks';
import { symbolLetter } from '../content/symbol-letter';
import type { DocxReading, DocxSetting, ParagraphParts } from './docx-reading';
import { isOn, marksOf, marksTurnedOff } from './docx-styles';
import { readDrawing } from './read-drawing';
import { readFormula } from './read-formula';

/** What the words of a paragraph may hold that are blocks again; handed in, so that nothing is circular. */
export interface BlockReading {
  readonly readBlocks: (reading: DocxReading, parent: XmlElement) => OfficeBlock[];
}

interface WordFlow extends BlockReading, ParagraphParts {
  readonly reading: DocxReading;
}

export function readWords(
  reading: DocxReading,
  paragraph: XmlElement,
  blocks: BlockReading,
  parts: ParagraphParts,
): void {
  const flow: WordFlow = { reading, readBlocks: blocks.readBlocks, pieces: parts.pieces, boxes: parts.boxes };
  readChildren(flow, paragraph, { marks: [], href: null });
}

type WordReader = (flow: WordFlow, element: XmlElement, setting: DocxSetting) => void;

function readChildren(flow: WordFlow, parent: XmlElement, setting: DocxSetting): void {
  for (const child of childElements(parent)) readers.get(child.name)?.(flow, child, setting);
}

const readers: ReadonlyMap<string, WordReader> = new Map<string, WordReader>([
  ['r', readRun],
  ['ins', readChildren],
  ['moveTo', readChildren],
  ['smartTag', readChildren],
  ['customXml', readChildren],
  ['bdo', readChildren],
  ['dir', readChildren],
  ['del', skipDeletion],
  ['moveFrom', () => undefined],
  ['sdt', (flow, control, setting) => readInside(flow, childNamed(control, 'sdtContent'), setting)],
  ['hyperlink', readLink],
  ['fldSimple', readSimpleField],
  ['commentRangeStart', (flow, mark) => addPlace(flow, commentStart(attribute(mark, 'id')))],
  ['commentRangeEnd', (flow, mark) => addPlace(flow, commentEnd(attribute(mark, 'id')))],
  ['oMath', addFormula],
  ['oMathPara', addFormula],
  ['AlternateContent', readAlternate],
  // In runs:
  ['t', (flow, text, setting) => addText(flow, textOf(text), setting)],
  ['tab', (flow, _, setting) => addText(flow, '\t', setting)],
  ['ptab', (flow, _, setting) => addText(flow, '\t', setting)],
  ['br', readBreak],
  ['cr', readBreak],
  ['noBreakHyphen', (flow, _, setting) => addText(flow, '\u2011', setting)],
  ['softHyphen', (flow, _, setting) => addText(flow, '\u00ad', setting)],
  ['sym', readSymbol],
  ['footnoteReference', (flow, element) => readNote(flow, element, 'footnote')],
  ['endnoteReference', (flow, element) => readNote(flow, element, 'endnote')],
  ['commentReference', (flow, mark) => addPlace(flow, commentSign(attribute(mark, 'id')))],
  ['lastRenderedPageBreak', readPageStart],
  ['fldChar', readFieldMark],
  ['instrText', readInstruction],
  ['ruby', readRuby],
  ['drawing', readPicture],
  ['pict', readPicture],
  ['object', readPicture],
]);

function readInside(flow: WordFlow, parent: XmlElement | null, setting: DocxSetting): void {
  if (parent !== null) readChildren(flow, parent, setting);
}

function addPlace({ pieces }: WordFlow, key: string): void {
  pieces.push({ kind: 'place', key });
}

/** What a field does is no text; what it shows is. */
function isShown({ reading }: WordFlow): boolean {
  return reading.fields.every(({ isResult }) => isResult);
}

function addText(flow: WordFlow, text: string, setting: DocxSetting): void {
  if (text === '' || !isShown(flow)) return;
  const href = setting.href ?? fieldLink(flow);
  // Words that lead somewhere are underlined by being a link.
  const marks = href === null ? setting.marks : setting.marks.filter((mark) => mark !== 'u');
  flow.pieces.push({ kind: 'text', text, marks, href });
}

function readRun(flow: WordFlow, run: XmlElement, setting: DocxSetting): void {
  const properties = childNamed(run, 'rPr');
  if (isOn(properties, 'vanish')) {
    if (descendantsNamed(run, 't').length > 0) count(flow.reading.remarks, 'hidden');
    return;
  }
  const style = childNamed(properties, 'rStyle');
  const off = marksTurnedOff(properties);
  const styled = style === null ? [] : flow.reading.styles.run(attribute(style, 'val'));
  const marks = [...setting.marks, ...styled.filter((mark) => !off.includes(mark)), ...marksOf(properties)];
  readChildren(flow, run, { ...setting, marks: [...new Set(marks)] });
}

function skipDeletion({ reading }: WordFlow, element: XmlElement): void {
  if (descendantsNamed(element, 'delText').length > 0) count(reading.remarks, 'deletion');
}

function readLink(flow: WordFlow, link: XmlElement, setting: DocxSetting): void {
  const relation = flow.reading.relations.get(attribute(link, 'id', 'relationships'));
  const anchor = attribute(link, 'anchor');
  const target = relation?.isExternal === true ? relation.target : null;
  const href = target === null || anchor === '' || target.includes('#') ? target : `${target}#${anchor}`;
  readChildren(flow, link, { ...setting, href: href ?? setting.href });
}

function readSimpleField(flow: WordFlow, field: XmlElement, setting: DocxSetting): void {
  const href = linkOf(attribute(field, 'instr'));
  readChildren(flow, field, { ...setting, href: href ?? setting.href });
}

function readFieldMark({ reading }: WordFlow, mark: XmlElement): void {
  const type = attribute(mark, 'fldCharType');
  const open = reading.fields.at(-1);
  if (type === 'begin') reading.fields.push({ instruction: '', isResult: false });
  else if (type === 'end') reading.fields.pop();
  else if (type === 'separate' && open !== undefined) open.isResult = true;
}

function readInstruction({ reading }: WordFlow, element: XmlElement): void {
  const open = reading.fields.at(-1);
  if (open !== undefined && !open.isResult) open.instruction += textOf(element);
}

function fieldLink({ reading }: WordFlow): string | null {
  const links = reading.fields.map(({ instruction }) => linkOf(instruction));
  return links.findLast((link) => link !== null) ?? null;
}

function linkOf(instruction: string): string | null {
  return /^\s*HYPERLINK\s+"([^"]+)"/.exec(instruction)?.[1] ?? null;
}

/** A break of page or column parts words as a break of line does; pages are counted by what Word itself counted. */
function readBreak(flow: WordFlow): void {
  if (isShown(flow)) flow.pieces.push({ kind: 'break' });
}

function readPageStart(flow: WordFlow): void {
  if (flow.reading.isInNote) return;
  flow.reading.pageCount += 1;
  addPlace(flow, pageStart(flow.reading.pageCount));
}

function readSymbol(flow: WordFlow, symbol: XmlElement, setting: DocxSetting): void {
  const letter = symbolLetter(attribute(symbol, 'font'), Number.parseInt(attribute(symbol, 'char'), 16));
  if (letter === null) count(flow.reading.remarks, 'symbol');
  addText(flow, letter ?? '□', setting);
}

function readNote(flow: WordFlow, reference: XmlElement, kind: NoteKind): void {
  const { reading } = flow;
  const note = reading.noteBodies.get(`${kind} ${attribute(reference, 'id')}`);
  if (note === undefined || reading.isInNote) return;
  const { relations } = reading;
  reading.relations = note.relations;
  reading.isInNote = true;
  const body = flow.readBlocks(reading, note.body);
  reading.relations = relations;
  reading.isInNote = false;
  flow.pieces.push(addNote(reading.notes, kind, '', body));
}

/** Words with their reading above them: the words, then the reading in brackets. */
function readRuby(flow: WordFlow, ruby: XmlElement, setting: DocxSetting): void {
  readInside(flow, childNamed(ruby, 'rubyBase'), setting);
  const above = descendantsNamed(ruby, 'rt').map(textOf).join('');
  if (above !== '') addText(flow, `(${above})`, setting);
}

function addFormula(flow: WordFlow, formula: XmlElement, setting: DocxSetting): void {
  for (const { text, mark } of readFormula(formula))
    addText(
      flow,
      text,
      mark === null ? setting : { ...setting, marks: [...new Set([...setting.marks, mark])] },
    );
}

function readAlternate(flow: WordFlow, element: XmlElement, setting: DocxSetting): void {
  readInside(flow, childNamed(element, 'Choice') ?? childNamed(element, 'Fallback'), setting);
}

function readPicture(flow: WordFlow, element: XmlElement, { href }: DocxSetting): void {
  const { reading } = flow;
  const boxes = descendantsNamed(element, 'txbxContent');
  for (const box of boxes) flow.boxes.push(...flow.readBlocks(reading, box));
  const pictures: Piece[] = readDrawing(reading, element, boxes.length > 0).map((picture) => ({
    ...picture,
    href,
  }));
  flow.pieces.push(...pictures);
}
