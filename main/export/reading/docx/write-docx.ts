/** A report as a DOCX (ECMA-376): styles, real headings, comments on the words, sources in footnotes. It streams. */
import type { Flow } from '../flow/flow';
import { element, startOf, xmlDeclaration, xmlText } from '../package/xml';
import { type PackagePart, zipPackage } from '../package/zip-package';
import { blockXml, newReferences, type References } from './document-parts';
import { numberingXml, stylesXml, wordNamespace } from './docx-styles';

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

const namespaces = {
  'xmlns:w': wordNamespace,
  'xmlns:r': officeRelations,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};

const wordType = (name: string) =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;

const contentTypes = (() => {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['gif', 'image/gif'],
  ].map(([Extension, ContentType]) => element('Default', { Extension, ContentType }));
  const overrides = [
    ['/word/document.xml', wordType('document.main')],
    ...['styles', 'numbering', 'comments', 'footnotes', 'settings'].map((name) => [
      `/word/${name}.xml`,
      wordType(name),
    ]),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([PartName, ContentType]) => element('Override', { PartName, ContentType }));
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return xmlDeclaration + element('Types', { xmlns }, [...defaults, ...overrides].join(''));
})();

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal?: boolean;
}

function relationsXml(relations: readonly Relation[]): string {
  const inner = relations.map(({ id, type, target, isExternal }) =>
    element('Relationship', {
      Id: id,
      Type: type,
      Target: target,
      TargetMode: isExternal ? 'External' : undefined,
    }),
  );
  return xmlDeclaration + element('Relationships', { xmlns: packageRelations }, inner.join(''));
}

const packageXml = relationsXml([
  { id: 'document', type: `${officeRelations}/officeDocument`, target: 'word/document.xml' },
  {
    id: 'properties',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  },
]);

function documentRelations({ addresses, pictures }: References): string {
  const parts = ['styles', 'numbering', 'comments', 'footnotes', 'settings'].map((name) => ({
    id: name,
    type: `${officeRelations}/${name}`,
    target: `${name}.xml`,
  }));
  const outside = addresses.map((target, index) => ({
    id: `address${index + 1}`,
    type: `${officeRelations}/hyperlink`,
    target,
    isExternal: true,
  }));
  const shown = pictures.map(({ extension }, index) => ({
    id: `picture${index + 1}`,
    type: `${officeRelations}/image`,
    target: `media/picture${index + 1}.${extension}`,
  }));
  return relationsXml([...parts, ...outside, ...shown]);
}

function propertiesXml({ title, language, madeAt }: Flow): string {
  const spaces = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const created = element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, madeAt);
  const spoken = language === '' ? '' : element('dc:language', {}, xmlText(language));
  const inner = element('dc:title', {}, xmlText(title)) + created + spoken;
  return xmlDeclaration + element('cp:coreProperties', spaces, inner);
}

const settingsXml =
  xmlDeclaration +
  element(
    'w:settings',
    { 'xmlns:w': wordNamespace },
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  );

const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

function* documentXml({ blocks }: Flow, references: References): Iterable<string> {
  yield `${xmlDeclaration}${startOf('w:document', namespaces)}<w:body>`;
  for (const block of blocks) yield blockXml(block, references);
  yield `${page}</w:body></w:document>`;
}

const footnoteLines =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';

function* listXml(name: string, before: string, items: readonly string[]): Iterable<string> {
  yield xmlDeclaration + startOf(name, namespaces) + before;
  yield* items;
  yield `</${name}>`;
}

function* pictureParts({ pictures }: References): Iterable<PackagePart> {
  for (const [index, { bytes, extension }] of pictures.entries())
    yield { name: `word/media/picture${index + 1}.${extension}`, data: () => bytes };
}

/** The document first: what it refers to is known when it is written. */
function partsOf(flow: Flow, references: References): PackagePart[] {
  const part = (name: string, data: PackagePart['data']): PackagePart => ({ name, data });
  return [
    part('[Content_Types].xml', () => contentTypes),
    part('_rels/.rels', () => packageXml),
    part('docProps/core.xml', () => propertiesXml(flow)),
    part('word/document.xml', () => documentXml(flow, references)),
    part('word/_rels/document.xml.rels', () => documentRelations(references)),
    part('word/styles.xml', () => stylesXml(flow.language)),
    part('word/numbering.xml', () => numberingXml(references.numberedLists)),
    part('word/settings.xml', () => settingsXml),
    part('word/comments.xml', () => listXml('w:comments', '', references.comments)),
    part('word/footnotes.xml', () => listXml('w:footnotes', footnoteLines, references.footnotes)),
  ];
}

/** The bytes of a DOCX, in pieces. */
export function writeDocx(flow: Flow): AsyncIterable<Uint8Array> {
  const references = newReferences();
  return zipPackage(partsOf(flow, references), () => pictureParts(references), flow.madeAt);
}
