/** The styles of an ODT: of paragraphs, of marked words, of lists and tables. */
import { element, xmlDeclaration } from '../package/xml';
import { paragraphStyleNames, rightToLeftName } from './odt-content';

export const namespaces = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'office:version': '1.3',
};

interface Look {
  readonly paragraph?: Readonly<Record<string, string>>;
  readonly text?: Readonly<Record<string, string>>;
  readonly level?: number;
}

const bold = {
  'fo:font-weight': 'bold',
  'style:font-weight-asian': 'bold',
  'style:font-weight-complex': 'bold',
};
const gap = (above: number, below: number) => ({
  'fo:margin-top': `${above}cm`,
  'fo:margin-bottom': `${below}cm`,
});
const sized = (points: number) => ({
  'fo:font-size': `${points}pt`,
  'style:font-size-complex': `${points}pt`,
});
const together = { 'fo:keep-with-next': 'always' };
const quiet = { 'fo:color': '#555555' };

/** By the names that `odt-content.ts` writes. */
const looks: Readonly<Record<string, Look>> = {
  Title: { paragraph: gap(0, 0.3), text: Object.assign({}, bold, sized(22)) },
  Heading_20_1: {
    paragraph: Object.assign({}, together, gap(0.8, 0.2)),
    text: Object.assign({}, bold, sized(16)),
    level: 1,
  },
  Heading_20_2: {
    paragraph: Object.assign({}, together, gap(0.6, 0.2)),
    text: Object.assign({}, bold, sized(13)),
    level: 2,
  },
  Heading_20_3: {
    paragraph: Object.assign({}, together, gap(0.5, 0.2)),
    text: Object.assign({}, bold, sized(12)),
    level: 3,
  },
  Heading_20_4: {
    paragraph: Object.assign({}, together, gap(0.4, 0.1)),
    text: Object.assign({}, bold, sized(11)),
    level: 4,
  },
  Text_20_body: { paragraph: gap(0, 0.25) },
  Quotations: {
    paragraph: Object.assign({}, gap(0.25, 0.25), {
      'fo:margin-left': '0.6cm',
      'fo:margin-right': '0.6cm',
      'fo:padding': '0.2cm',
      'fo:border-left': '2pt solid #cccccc',
    }),
  },
  Preformatted_20_Text: {
    text: { 'style:font-name': 'Liberation Mono', 'fo:font-family': "'Liberation Mono', monospace" },
  },
  Caption: { text: Object.assign({ 'fo:font-style': 'italic' }, quiet) },
  Fact: { paragraph: gap(0, 0.05), text: sized(10) },
  Small: { paragraph: gap(0, 0.15), text: Object.assign({}, quiet, sized(9)) },
  // The number stands in the room before the words, as LibreOffice has it.
  Footnote: {
    paragraph: { 'fo:margin-left': '0.6cm', 'fo:text-indent': '-0.6cm' },
    text: sized(9),
  },
};

function styleXml(name: string, { paragraph, text, level }: Look): string {
  const inner =
    (paragraph ? element('style:paragraph-properties', paragraph) : '') +
    (text ? element('style:text-properties', text) : '');
  const attributes = {
    'style:name': name,
    'style:display-name': name.replaceAll('_20_', ' '),
    'style:family': 'paragraph',
    'style:parent-style-name': 'Standard',
    'style:default-outline-level': level,
    'style:class': 'text',
  };
  return element('style:style', attributes, inner);
}

/** The same look, written from right to left: to LibreOffice `start` is the left even then. */
const mirrored = (name: string): string =>
  element(
    'style:style',
    { 'style:name': rightToLeftName(name), 'style:family': 'paragraph', 'style:parent-style-name': name },
    element('style:paragraph-properties', { 'style:writing-mode': 'rl-tb', 'fo:text-align': 'right' }),
  );

const markLooks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  strong: bold,
  em: { 'fo:font-style': 'italic', 'style:font-style-complex': 'italic' },
  u: { 'style:text-underline-style': 'solid', 'style:text-underline-width': 'auto' },
  s: { 'style:text-line-through-style': 'solid' },
  code: { 'style:font-name': 'Liberation Mono', 'fo:font-family': "'Liberation Mono', monospace" },
  sub: { 'style:text-position': 'sub 58%' },
  sup: { 'style:text-position': 'super 58%' },
  passage: { 'fo:background-color': '#fff0b3' },
};

const markStyles = Object.entries(markLooks).map(([mark, look]) =>
  element(
    'style:style',
    { 'style:name': `Mark_${mark}`, 'style:family': 'text' },
    element('style:text-properties', look),
  ),
);

function listStyle(name: string, ordered: boolean): string {
  const levels = Array.from({ length: 10 }, (_, index) => {
    const room = element(
      'style:list-level-properties',
      { 'text:list-level-position-and-space-mode': 'label-alignment' },
      element('style:list-level-label-alignment', {
        'text:label-followed-by': 'listtab',
        'fo:text-indent': '-0.6cm',
        'fo:margin-left': `${(0.6 * (index + 1)).toFixed(1)}cm`,
      }),
    );
    const level = { 'text:level': index + 1 };
    return ordered
      ? element(
          'text:list-level-style-number',
          Object.assign({ 'style:num-format': '1', 'style:num-suffix': '.' }, level),
          room,
        )
      : element('text:list-level-style-bullet', Object.assign({ 'text:bullet-char': '•' }, level), room);
  });
  return element('text:list-style', { 'style:name': name }, levels.join(''));
}

const tableStyles = (() => {
  const cell = { 'fo:padding': '0.1cm', 'fo:border': '0.5pt solid #bbbbbb' };
  const style = (name: string, family: string, inner: string) =>
    element('style:style', { 'style:name': name, 'style:family': family }, inner);
  return [
    style('Table', 'table', element('style:table-properties', { 'table:align': 'margins' })),
    style(
      'TableRtl',
      'table',
      element('style:table-properties', { 'table:align': 'margins', 'style:writing-mode': 'rl-tb' }),
    ),
    style('Cell', 'table-cell', element('style:table-cell-properties', cell)),
    style(
      'HeaderCell',
      'table-cell',
      element('style:table-cell-properties', Object.assign({ 'fo:background-color': '#eeeeee' }, cell)),
    ),
  ].join('');
})();

/** Styles that belong to the content: those of tables and of marked words. */
export const automaticStyles = tableStyles + markStyles.join('');

/** The default: BCP 47 parted as OpenDocument has it. */
function defaultStyle(language: string): string {
  const [spoken = 'en', ...rest] = (language === '' ? 'en' : language).split('-');
  const country = rest.find((part) => /^[A-Z]{2}$/.test(part)) ?? 'none';
  const text = {
    'fo:font-family': "'Liberation Serif', Georgia, serif",
    'fo:language': spoken,
    'fo:country': country,
  };
  return element(
    'style:default-style',
    { 'style:family': 'paragraph' },
    element('style:text-properties', Object.assign(text, sized(11))),
  );
}

/** The part `styles.xml`. */
export function stylesXml(language: string): string {
  const standard = element('style:style', {
    'style:name': 'Standard',
    'style:family': 'paragraph',
    'style:class': 'text',
  });
  const named = Object.entries(looks).map(([name, look]) => styleXml(name, look));
  const styles = [
    defaultStyle(language),
    standard,
    ...named,
    ...paragraphStyleNames.map(mirrored),
    listStyle('Bullets', false),
    listStyle('Numbers', true),
  ].join('');
  const page = element(
    'style:page-layout',
    { 'style:name': 'Page' },
    element('style:page-layout-properties', {
      'fo:page-width': '21cm',
      'fo:page-height': '29.7cm',
      'fo:margin': '2.5cm',
    }),
  );
  const master = element('style:master-page', { 'style:name': 'Standard', 'style:page-layout-name': 'Page' });
  const inner =
    element('office:styles', {}, styles) +
    element('office:automatic-styles', {}, page) +
    element('office:master-styles', {}, master);
  return xmlDeclaration + element('office:document-styles', namespaces, inner);
}
