/** A report as an ODT (ISO/IEC 26300, OpenDocument 1.3): headings, comments on the words, sources in footnotes. It streams. */
import type { Flow } from '../flow/flow';
import type { Picture } from '../package/picture';
import { element, startOf, xmlDeclaration, xmlText } from '../package/xml';
import { type PackagePart, zipPackage } from '../package/zip-package';
import { blockXml, type Counts } from './odt-content';
import { automaticStyles, namespaces, stylesXml } from './odt-styles';

const mediaType = 'application/vnd.oasis.opendocument.text';

function* contentXml({ blocks }: Flow, counts: Counts): Iterable<string> {
  yield xmlDeclaration + startOf('office:document-content', namespaces);
  yield `${element('office:automatic-styles', {}, automaticStyles)}<office:body><office:text>`;
  for (const block of blocks) yield blockXml(block, counts);
  yield '</office:text></office:body></office:document-content>';
}

function metaXml({ title, language, madeAt }: Flow): string {
  const spoken = language === '' ? '' : element('dc:language', {}, xmlText(language));
  const said =
    element('meta:generator', {}, 'Casebook') +
    element('dc:title', {}, xmlText(title)) +
    spoken +
    element('meta:creation-date', {}, `${madeAt}T00:00:00`);
  return xmlDeclaration + element('office:document-meta', namespaces, element('office:meta', {}, said));
}

const picturePath = ({ extension }: Picture, index: number): string =>
  `Pictures/picture${index + 1}.${extension}`;

function manifestXml({ pictures }: Counts): string {
  const entry = (path: string, type: string) =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });
  const entries = [
    entry('/', mediaType),
    ...['content.xml', 'styles.xml', 'meta.xml'].map((name) => entry(name, 'text/xml')),
    ...pictures.map((picture, index) => entry(picturePath(picture, index), picture.mediaType)),
  ];
  const space = {
    'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
    'manifest:version': '1.3',
  };
  return xmlDeclaration + element('manifest:manifest', space, entries.join(''));
}

function* pictureParts({ pictures }: Counts): Iterable<PackagePart> {
  for (const [index, picture] of pictures.entries())
    yield { name: picturePath(picture, index), data: () => picture.bytes };
}

/** The bytes of an ODT, in pieces; its type stands first and uncompressed, as the standard wants it. */
export function writeOdt(flow: Flow): AsyncIterable<Uint8Array> {
  const counts: Counts = { footnotes: 0, tables: 0, pictures: [] };
  const parts: readonly PackagePart[] = [
    { name: 'mimetype', data: () => mediaType, isStored: true },
    { name: 'content.xml', data: () => contentXml(flow, counts) },
    { name: 'styles.xml', data: () => stylesXml(flow.language) },
    { name: 'meta.xml', data: () => metaXml(flow) },
    { name: 'META-INF/manifest.xml', data: () => manifestXml(counts) },
  ];
  return zipPackage(parts, () => pictureParts(counts), flow.madeAt);
}
