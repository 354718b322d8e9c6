/** Small office documents made by code, for the tests of their readers: one feature each, in the words of this project. */
import { zipOf } from '../../archive/zip-samples';

/** A picture of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Parts = Readonly<Record<string, string | Uint8Array>>;

const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';

/** An element of WordprocessingML with what it holds. */
export const wordPart = (name: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${wordNamespaces}>${inside}</w:${name}>`;

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Relations by id: type, target, and whether it is outside. */
export function relations(
  all: Readonly<Record<string, readonly [type: string, target: string, isExternal?: boolean]>>,
): string {
  const one = ([id, [type, target, isExternal = false]]: [string, (typeof all)[string]]): string =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`;
  return `<Relationships xmlns="${relationships}">${Object.entries(all).map(one).join('')}</Relationships>`;
}

/** `body`: of the document; `parts`: further files by their whole names; `more`: relations of the document. */
export function docxOf(
  body: string,
  parts: Parts = {},
  more: Parameters<typeof relations>[0] = {},
): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations({
      main: ['officeDocument', 'word/document.xml'],
      core: ['metadata/core-properties', 'docProps/core.xml'],
      app: ['extended-properties', 'docProps/app.xml'],
    }),
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relations({
      styles: ['styles', 'styles.xml'],
      numbering: ['numbering', 'numbering.xml'],
      footnotes: ['footnotes', 'footnotes.xml'],
      endnotes: ['endnotes', 'endnotes.xml'],
      comments: ['comments', 'comments.xml'],
      extended: ['commentsExtended', 'commentsExtended.xml'],
      ...more,
    }),
  };
  return zipOf(Object.assign(files, parts));
}

/** A paragraph of plain runs. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const odfNamespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ' +
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ' +
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" ' +
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" ' +
  'xmlns:xlink="http://www.w3.org/1999/xlink" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" ' +
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

/** `body`: of the text; `styles`: automatic styles; `meta`: what the document says of itself. */
export function odtOf(
  body: string,
  { styles = '', meta = '', parts = {} }: { styles?: string; meta?: string; parts?: Parts } = {},
): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      `<office:document-content ${odfNamespaces}><office:automatic-styles>${styles}</office:automatic-styles>` +
      `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${odfNamespaces}><office:meta>${meta}</office:meta></office:document-meta>`,
  };
  return zipOf(Object.assign(files, parts));
}

/** A file of a book. */
export const bookPage = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" ' +
  `xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title></head><body>${body}</body></html>`;

/** `pages`: files in reading order by name; `contents`: links of the navigation. */
export function epubOf(
  pages: Readonly<Record<string, string>>,
  { metadata = '', contents = '', parts = {} }: { metadata?: string; contents?: string; parts?: Parts } = {},
): Uint8Array {
  const names = Object.keys(pages);
  const items = names.map(
    (name, at) => `<item id="p${at}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const files: Record<string, string | Uint8Array> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
      '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">' +
      `<metadata>${metadata}</metadata><manifest>` +
      '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' +
      `${items.join('')}</manifest><spine><itemref idref="nav"/>` +
      `${names.map((_, at) => `<itemref idref="p${at}"/>`).join('')}</spine></package>`,
    'OEBPS/nav.xhtml': bookPage(`<nav epub:type="toc"><ol>${contents}</ol></nav>`),
  };
  for (const name of names) files[`OEBPS/${name}`] = pages[name] ?? '';
  return zipOf(Object.assign(files, parts));
}
