/** What an EPUB book is made of: its files in reading order, what it says of itself, and whether it may be read at all. */
import { resolveEntryName } from '../../archive/entry-name';
import type { Archive } from '../../archive/open-archive';
import { readXml } from '../../archive/read-xml';
import {
  attribute,
  childElements,
  childNamed,
  descendantsNamed,
  type XmlElement,
} from '../../archive/xml-node';
import { refuse } from '../../formats/refuse';

/** A file of the book. */
export interface BookItem {
  readonly id: string;
  /** In the archive. */
  readonly name: string;
  readonly mediaType: string;
  /** `nav`, `cover-image` … */
  readonly properties: readonly string[];
  /** The book says that it is its table of contents. */
  readonly isContents: boolean;
}

export interface BookPackage {
  readonly metadata: XmlElement | null;
  readonly items: readonly BookItem[];
  /** In reading order, each once, without the cover and what is nothing but contents. */
  readonly chapters: readonly BookItem[];
  readonly ncx: BookItem | null;
}

/** Throws `import-refused` for what is no book, or one that its seller has locked. */
export async function openBook(archive: Archive): Promise<BookPackage> {
  await refuseLocked(archive);
  const container = await readPart(archive, 'META-INF/container.xml');
  const [rootFile] = container === null ? [] : descendantsNamed(container, 'rootfile');
  const name = rootFile === undefined ? null : resolveEntryName('', attribute(rootFile, 'full-path'));
  const root = name === null ? null : await readPart(archive, name);
  if (name === null || root === null) throw refuse('The archive holds no book.');
  const manifest = childNamed(root, 'manifest');
  const guide = childNamed(root, 'guide');
  const contents = namedIn(guide, 'toc', name);
  const items = (manifest === null ? [] : childElements(manifest, 'item')).map((item) =>
    bookItem(item, name, contents),
  );
  const spine = childNamed(root, 'spine');
  return {
    metadata: childNamed(root, 'metadata'),
    items,
    chapters: chaptersOf(spine, items, namedIn(guide, 'cover', name)),
    ncx: items.find(({ id, mediaType }) => isNcx(mediaType) || id === attributeOf(spine, 'toc')) ?? null,
  };
}

const isNcx = (mediaType: string): boolean => mediaType === 'application/x-dtbncx+xml';
const attributeOf = (element: XmlElement | null, name: string): string =>
  element === null ? '' : attribute(element, name);

async function readPart(archive: Archive, name: string): Promise<XmlElement | null> {
  return archive.has(name) ? readXml(await archive.read(name), { what: `“${name}”` }) : null;
}

/** Fonts may be scrambled without the book being locked. */
const fontScrambling = /\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/;

async function refuseLocked(archive: Archive): Promise<void> {
  const encryption = await readPart(archive, 'META-INF/encryption.xml');
  const methods = encryption === null ? [] : descendantsNamed(encryption, 'EncryptionMethod');
  const isLocked = methods.some((method) => !fontScrambling.test(attribute(method, 'Algorithm')));
  if (isLocked || archive.has('META-INF/license.lcpl'))
    throw refuse('The book is locked by its seller (DRM): its words cannot be read.');
}

function bookItem(item: XmlElement, packageName: string, contents: ReadonlySet<string>): BookItem {
  const name = resolveEntryName(packageName, decoded(attribute(item, 'href'))) ?? '';
  return {
    id: attribute(item, 'id'),
    name,
    isContents: contents.has(name),
    mediaType: attribute(item, 'media-type').trim().toLowerCase(),
    properties: attribute(item, 'properties').split(/\s+/),
  };
}

/** File names in a book are written as addresses. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Names of the files that are a `cover`, or the contents (`toc`), by the book's own word. */
function namedIn(guide: XmlElement | null, type: string, packageName: string): ReadonlySet<string> {
  const references = guide === null ? [] : childElements(guide, 'reference');
  const named = references.filter((reference) => attribute(reference, 'type').toLowerCase() === type);
  return new Set(
    named.map((reference) => resolveEntryName(packageName, decoded(attribute(reference, 'href'))) ?? ''),
  );
}

function chaptersOf(
  spine: XmlElement | null,
  items: readonly BookItem[],
  skipped: ReadonlySet<string>,
): BookItem[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const references = spine === null ? [] : childElements(spine, 'itemref');
  const inOrder = references.flatMap((reference) => known.get(attribute(reference, 'idref')) ?? []);
  return [...new Set(inOrder)].filter(
    ({ name, properties }) => !properties.includes('nav') && !skipped.has(name),
  );
}
