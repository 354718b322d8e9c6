/** The parts of a DOCX that are the same in each: styles with real headings, lists, settings. */
import { element, xmlDeclaration } from '../package/xml';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** What follows the common part, in the schema's order. */
  readonly paragraph?: string;
  readonly run?: string;
}

const spacing = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const bold = '<w:b/><w:bCs/>';
const quiet = '<w:color w:val="555555"/>';

const heading = (level: number, before: number, halfPoints: number): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  basedOn: 'Normal',
  next: 'BodyText',
  paragraph: `<w:keepNext/><w:keepLines/>${spacing(before, 120)}<w:outlineLvl w:val="${level - 1}"/>`,
  run: bold + size(halfPoints),
});

const paragraphStyles: readonly Style[] = [
  { id: 'Normal', name: 'Normal' },
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: spacing(0, 160),
    run: bold + size(44),
  },
  heading(1, 480, 32),
  heading(2, 360, 26),
  heading(3, 280, 24),
  heading(4, 200, 22),
  { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', paragraph: spacing(0, 140) },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="CCCCCC"/></w:pBdr>${spacing(140, 140)}<w:ind w:left="360" w:right="360"/>`,
  },
  {
    id: 'Code',
    name: 'Code',
    basedOn: 'Normal',
    run: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>',
  },
  { id: 'Caption', name: 'caption', basedOn: 'Normal', run: `<w:i/><w:iCs/>${quiet}` },
  { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: spacing(0, 40), run: size(20) },
  { id: 'Small', name: 'Small', basedOn: 'Normal', paragraph: spacing(0, 80), run: quiet + size(18) },
  { id: 'ListParagraph', name: 'List Paragraph', basedOn: 'Normal', paragraph: '<w:contextualSpacing/>' },
  { id: 'FootnoteText', name: 'footnote text', basedOn: 'Normal', run: size(18) },
  { id: 'CommentText', name: 'annotation text', basedOn: 'Normal', run: size(20) },
];

const characterStyles: readonly Style[] = [
  { id: 'FootnoteReference', name: 'footnote reference', run: '<w:vertAlign w:val="superscript"/>' },
  { id: 'CommentReference', name: 'annotation reference', run: size(16) },
  {
    id: 'CodeWords',
    name: 'Code Words',
    run: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>',
  },
];

function styleXml(
  type: 'paragraph' | 'character',
  { id, name, basedOn, next, paragraph, run }: Style,
): string {
  const value = (tag: string, of: string | undefined) =>
    of === undefined ? '' : element(tag, { 'w:val': of });
  const inner = [
    value('w:name', name),
    value('w:basedOn', basedOn),
    value('w:next', next),
    '<w:qFormat/>',
    paragraph === undefined ? '' : element('w:pPr', {}, paragraph),
    run === undefined ? '' : element('w:rPr', {}, run),
  ];
  const isDefault = id === 'Normal' ? '1' : undefined;
  return element('w:style', { 'w:type': type, 'w:default': isDefault, 'w:styleId': id }, inner.join(''));
}

const tableStyle = (() => {
  const line = 'w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"';
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} ${line}/>`)
    .join('');
  return `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;
})();

/** `language`: BCP 47. */
export function stylesXml(language: string): string {
  const fonts =
    '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Noto Serif" w:cs="Times New Roman"/>';
  const spoken = element('w:lang', { 'w:val': language === '' ? 'en' : language });
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(22)}${spoken}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const styles = [
    ...paragraphStyles.map((style) => styleXml('paragraph', style)),
    ...characterStyles.map((style) => styleXml('character', style)),
    tableStyle,
  ];
  return xmlDeclaration + element('w:styles', { 'xmlns:w': wordNamespace }, defaults + styles.join(''));
}

function listXml(id: number, ordered: boolean): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const sign = ordered ? `%${level + 1}.` : '•';
    const indent = `<w:pPr><w:ind w:left="${360 * (level + 1)}" w:hanging="360"/></w:pPr>`;
    const kind = `<w:start w:val="1"/><w:numFmt w:val="${ordered ? 'decimal' : 'bullet'}"/>`;
    return `<w:lvl w:ilvl="${level}">${kind}<w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/>${indent}</w:lvl>`;
  });
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`;
}

/** List 1 is of bullets. Every other is numbered, each from 1: one for each list that is numbered. */
export function numberingXml(numberedLists: number): string {
  const numbered = Array.from(
    { length: numberedLists },
    (_, index) =>
      `<w:num w:numId="${index + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  );
  const lists = listXml(0, false) + listXml(1, true);
  const used = `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${numbered.join('')}`;
  return xmlDeclaration + element('w:numbering', { 'xmlns:w': wordNamespace }, lists + used);
}
