/** The table of contents of a book: which chapter begins where. From the navigation of EPUB 3, else the NCX of EPUB 2. */
import { resolveEntryName } from '../../archive/entry-name';
import type { Archive } from '../../archive/open-archive';
import { readXml } from '../../archive/read-xml';
import {
  attribute,
  childElements,
  childNamed,
  descendantsNamed,
  textOf,
  type XmlElement,
} from '../../archive/xml-node';
import { type BookPackage, decoded } from './book-package';

/** An entry of the contents. */
export interface ContentsEntry {
  readonly label: string;
  /** 1 for the chapters themselves, 2 for the parts of one. */
  readonly depth: number;
  /** File in the archive. */
  readonly name: string;
  /** Where in the file; '' is its start. */
  readonly fragment: string;
}

/** Deeper entries are sections of a chapter's sections. */
const greatestDepth = 2;

/** Damaged contents do not cost the book: it has none then. */
export async function readContents(archive: Archive, book: BookPackage): Promise<readonly ContentsEntry[]> {
  const nav = book.items.find(({ properties }) => properties.includes('nav'))?.name;
  const read = async (name: string | undefined, from: (root: XmlElement, at: string) => ContentsEntry[]) => {
    try {
      return name === undefined ? [] : from(readXml(await archive.read(name)), name);
    } catch {
      return [];
    }
  };
  const entries = await read(nav, navigationEntries);
  return entries.length > 0 ? entries : read(book.ncx?.name, ncxEntries);
}

function navigationEntries(root: XmlElement, name: string): ContentsEntry[] {
  const all = descendantsNamed(root, 'nav');
  const contents = all.find((nav) => /\btoc\b/.test(attribute(nav, 'type'))) ?? all[0];
  const list = contents === undefined ? null : childNamed(contents, 'ol');
  return list === null ? [] : listEntries(list, name, 1);
}

function listEntries(list: XmlElement, name: string, depth: number): ContentsEntry[] {
  return childElements(list, 'li').flatMap((item) => {
    const link = childNamed(item, 'a');
    const below = childNamed(item, 'ol');
    return [
      ...(link === null ? [] : entryOf(textOf(link), attribute(link, 'href'), name, depth)),
      ...(below === null || depth >= greatestDepth ? [] : listEntries(below, name, depth + 1)),
    ];
  });
}

function ncxEntries(root: XmlElement, name: string): ContentsEntry[] {
  const map = childNamed(root, 'navMap');
  return map === null ? [] : pointEntries(map, name, 1);
}

function pointEntries(parent: XmlElement, name: string, depth: number): ContentsEntry[] {
  return childElements(parent, 'navPoint').flatMap((point) => {
    const content = childNamed(point, 'content');
    const label = textOf(childNamed(point, 'navLabel'));
    return [
      ...(content === null ? [] : entryOf(label, attribute(content, 'src'), name, depth)),
      ...(depth >= greatestDepth ? [] : pointEntries(point, name, depth + 1)),
    ];
  });
}

const longestLabel = 200;

function entryOf(said: string, address: string, from: string, depth: number): ContentsEntry[] {
  const label = said.replace(/\s+/g, ' ').trim().slice(0, longestLabel);
  const [path = '', fragment = ''] = address.split('#');
  const name = path === '' ? from : resolveEntryName(from, decoded(path));
  return label === '' || name === null ? [] : [{ label, depth, name, fragment: decoded(fragment) }];
}
