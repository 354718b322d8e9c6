/** What the control words of an RTF text do: a row each. Words that are not here mean nothing for the content. */
import type { TextMark } from '../../../../shared/document/blocks';
import { count } from '../content/remarks';
import { encodingOfCharacterSet, encodingOfCodePage, symbolCharacterSet } from './code-pages';
import { startDestination } from './rtf-groups';
import { endCell, endInnerCell, endParagraph, endRow } from './rtf-paragraphs';
import {
  type DestinationKind,
  type ParagraphState,
  plainParagraph,
  type RtfFont,
  type RtfReading,
} from './rtf-state';
import { addPiece, addText, group, isFlowing } from './rtf-text';

type WordReader = (reading: RtfReading, parameter: number | null) => void;

/** Words that say where the group's words go. */
const destinations: readonly (readonly [DestinationKind, string])[] = [
  ['fonts', 'fonttbl'],
  ['styles', 'stylesheet'],
  ['lists', 'listtable'],
  ['overrides', 'listoverridetable'],
  ['numbering', 'pn'],
  ['info', 'info'],
  ['info', 'sn'],
  ['info', 'sv'],
  ['picture', 'pict'],
  ['title', 'title'],
  ['author', 'author'],
  ['subject', 'subject'],
  ['keywords', 'keywords'],
  ['doccomm', 'doccomm'],
  ['creatim', 'creatim'],
  ['revtim', 'revtim'],
  ['instruction', 'fldinst'],
  ['footnote', 'footnote'],
  ['annotation', 'annotation'],
  ['textbox', 'shptxt'],
  ['rangeStart', 'atrfstart'],
  ['rangeEnd', 'atrfend'],
  ['commentAuthor', 'atnauthor'],
  ['commentRef', 'atnref'],
  ['commentDate', 'atndate'],
  ['commentParent', 'atnparent'],
];

/** Groups whose words are none of the text's. */
const skipped =
  'colortbl listtext pntext pntxta pntxtb nonshppict nonesttables xe tc rxe private comment template ' +
  'operator filetbl company category manager printim buptim ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnid atntime atnicn ' +
  'bkmkstart bkmkend datafield formfield objdata objclass objname';

const margins = 'header headerl headerr headerf footer footerl footerr footerf';

const letters: readonly (readonly [string, string])[] = [
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['zwbo', '\u200b'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
];

const marks: readonly (readonly [string, TextMark])[] = [
  ['b', 'strong'],
  ['i', 'em'],
  ['strike', 's'],
  ['striked', 's'],
  ['super', 'sup'],
  ['sub', 'sub'],
  ...'ul uld uldash uldashd uldashdd uldb ulhwave ulldash ulth ulthd ulthdash ululdbwave ulw ulwave'
    .split(' ')
    .map((word) => [word, 'u'] as const),
];

const setMark =
  (mark: TextMark): WordReader =>
  (reading, parameter) => {
    const state = group(reading);
    const others = state.marks.filter((known) => known !== mark);
    state.marks = parameter === 0 ? others : [...others, mark];
  };

const clearMarks =
  (...cleared: readonly TextMark[]): WordReader =>
  (reading) => {
    const state = group(reading);
    state.marks = state.marks.filter((mark) => !cleared.includes(mark));
  };

const setParagraph =
  (change: (parameter: number | null) => Partial<ParagraphState>): WordReader =>
  (reading, parameter) => {
    const state = group(reading);
    state.paragraph = Object.assign({}, state.paragraph, change(parameter));
  };

const inText =
  (act: (reading: RtfReading) => void): WordReader =>
  (reading) => {
    if (isFlowing(group(reading).destination.kind)) act(reading);
  };

const breakLine = inText((reading) => {
  const { isHidden, isDeleted } = group(reading);
  if (!isHidden && !isDeleted) addPiece(reading, { kind: 'break' });
});

const startSkipped: WordReader = (reading) => startDestination(reading, 'skipped');

export const wordReaders: ReadonlyMap<string, WordReader> = new Map<string, WordReader>([
  ...destinations.map(([kind, word]): [string, WordReader] => [
    word,
    (reading) => startDestination(reading, kind),
  ]),
  ...skipped.split(' ').map((word): [string, WordReader] => [word, startSkipped]),
  ...margins.split(' ').map((word): [string, WordReader] => [word, startMargin]),
  ...letters.map(([word, letter]): [string, WordReader] => [word, (reading) => addText(reading, letter)]),
  ...marks.map(([word, mark]): [string, WordReader] => [word, setMark(mark)]),
  ['object', ({ remarks }) => count(remarks, 'object')],
  ['field', ({ fields }) => void fields.push('')],
  ['fldrslt', startFieldResult],
  ['upr', startSkipped],
  ['ud', startUnicode],
  // The text:
  ['par', inText(endParagraph)],
  ['sect', inText(endParagraph)],
  ['line', breakLine],
  ['page', breakLine],
  ['column', breakLine],
  ['cell', inText(endCell)],
  ['nestcell', inText(endInnerCell)],
  ['row', inText(endRow)],
  ['trhdr', (reading) => Object.assign(reading.flows.at(-1) ?? {}, { isHeaderRow: true })],
  // How it is set:
  ['plain', setPlain],
  ['ulnone', clearMarks('u')],
  ['nosupersub', clearMarks('sup', 'sub')],
  ['v', (reading, parameter) => setHidden(reading, parameter !== 0)],
  ['deleted', (reading, parameter) => setDeleted(reading, parameter !== 0)],
  ['f', setFont],
  ['uc', (reading, parameter) => Object.assign(group(reading), { unicodeSkip: Math.max(0, parameter ?? 1) })],
  ['pard', setParagraph(() => plainParagraph)],
  ['s', setStyle],
  ['outlinelevel', setOutline],
  ['ls', setList],
  ['ilvl', setParagraph((parameter) => ({ level: parameter ?? 0 }))],
  ['intbl', setParagraph(() => ({ inTable: true }))],
  ['ftnalt', (reading) => Object.assign(reading, { isEndnote: true })],
  ['pnlvlblt', setOldList('bullet')],
  ['pnlvlbody', setOldList('ordered')],
  // Tables at the head of the file:
  ['ansicpg', (reading, parameter) => setEncoding(reading, encodingOfCodePage(parameter ?? 1252))],
  ['mac', (reading) => setEncoding(reading, 'macintosh')],
  ['pc', (reading) => setEncoding(reading, 'cp437')],
  ['pca', (reading) => setEncoding(reading, 'cp850')],
  ['fcharset', setCharacterSet],
  [
    'cpg',
    (reading, parameter) =>
      Object.assign(fontRead(reading), { encoding: encodingOfCodePage(parameter ?? 1252) }),
  ],
  ['list', (reading) => Object.assign(reading, { listRead: [] })],
  ['levelnfc', ({ listRead }, parameter) => void listRead.push(parameter ?? 0)],
  ['listid', setListId],
  ['yr', addTimePart('-')],
  ['mo', addTimePart('-')],
  ['dy', addTimePart('T')],
  ['hr', addTimePart(':')],
  ['min', finishTime],
]);

function startMargin(reading: RtfReading): void {
  reading.hasMargins = true;
  startDestination(reading, 'skipped');
}

function startFieldResult(reading: RtfReading): void {
  const instruction = reading.fields.pop() ?? '';
  const href = /^\s*HYPERLINK\s+"([^"]+)"/.exec(instruction)?.[1] ?? null;
  if (href !== null) group(reading).href = href;
}

/** The same words twice, for readers without Unicode and for those with: the first are skipped, these are read. */
function startUnicode(reading: RtfReading): void {
  const state = group(reading);
  const outside = reading.groups.findLast(({ destination }) => destination.kind !== 'skipped');
  if (outside !== undefined) state.destination = outside.destination;
}

function setPlain(reading: RtfReading): void {
  Object.assign(group(reading), { marks: [], isHidden: false, isDeleted: false });
}

function setHidden(reading: RtfReading, isHidden: boolean): void {
  const state = group(reading);
  if (isHidden && !state.isHidden && isFlowing(state.destination.kind)) count(reading.remarks, 'hidden');
  state.isHidden = isHidden;
}

function setDeleted(reading: RtfReading, isDeleted: boolean): void {
  const state = group(reading);
  if (isDeleted && !state.isDeleted && isFlowing(state.destination.kind)) count(reading.remarks, 'deletion');
  state.isDeleted = isDeleted;
}

function setFont(reading: RtfReading, parameter: number | null): void {
  if (group(reading).destination.kind === 'fonts') reading.fontRead = parameter ?? 0;
  else group(reading).font = parameter ?? 0;
}

function fontRead({ fonts, fontRead: number }: RtfReading): RtfFont {
  const font = fonts.get(number) ?? { encoding: null, isSymbols: false };
  fonts.set(number, font);
  return font;
}

function setCharacterSet(reading: RtfReading, parameter: number | null): void {
  Object.assign(fontRead(reading), {
    encoding: encodingOfCharacterSet(parameter ?? 0),
    isSymbols: parameter === symbolCharacterSet,
  });
}

function setEncoding(reading: RtfReading, encoding: string): void {
  if (!reading.isEncodingChosen) reading.encoding = encoding;
}

function setStyle(reading: RtfReading, parameter: number | null): void {
  const state = group(reading);
  if (state.destination.kind === 'style') reading.styleRead.number = parameter ?? 0;
  else state.paragraph = { ...state.paragraph, style: parameter ?? 0 };
}

function setOutline(reading: RtfReading, parameter: number | null): void {
  const state = group(reading);
  if (state.destination.kind === 'style') reading.styleRead.outline = parameter;
  else state.paragraph = { ...state.paragraph, outline: parameter };
}

function setList(reading: RtfReading, parameter: number | null): void {
  const state = group(reading);
  if (state.destination.kind === 'overrides') reading.overrides.set(parameter ?? 0, reading.listIdRead);
  else state.paragraph = { ...state.paragraph, list: parameter };
}

function setListId(reading: RtfReading, parameter: number | null): void {
  reading.listIdRead = parameter ?? 0;
  if (group(reading).destination.kind === 'lists') reading.lists.set(parameter ?? 0, reading.listRead);
}

/** The older sort of list is told in a group of its own, for the paragraph it stands in. */
function setOldList(oldList: 'bullet' | 'ordered'): WordReader {
  return ({ groups }) => {
    const outer = groups.at(-2);
    if (outer !== undefined) outer.paragraph = { ...outer.paragraph, oldList };
  };
}

function addTimePart(joint: string): WordReader {
  return (reading, parameter) => {
    group(reading).destination.text += `${String(parameter ?? 0).padStart(2, '0')}${joint}`;
  };
}

function finishTime(reading: RtfReading, parameter: number | null): void {
  const { kind, text } = group(reading).destination;
  const name = kind === 'creatim' ? 'created' : 'modified';
  if (kind === 'creatim' || kind === 'revtim')
    reading.properties.set(name, `${text}${String(parameter ?? 0).padStart(2, '0')}`);
}
