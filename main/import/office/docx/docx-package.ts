/** The parts of a Word document (Office Open XML): which there are, and what in them refers to which. */

import { resolveEntryName } from '../../archive/entry-name';
import type { Archive } from '../../archive/open-archive';
import { readXml } from '../../archive/read-xml';
import { attribute, childElements, type XmlElement } from '../../archive/xml-node';
import { refuse } from '../../formats/refuse';

/** What a part refers to by an id. */
export interface Relation {
  readonly id: string;
  /** The last word of its address: `comments`, `image`, `hyperlink`; the same in the strict form of the format. */
  readonly type: string;
  /** A name in the archive; of what is outside, the address as it is written. */
  readonly target: string;
  readonly isExternal: boolean;
}

export type Relations = ReadonlyMap<string, Relation>;

export interface DocxPart {
  readonly root: XmlElement;
  readonly relations: Relations;
}

export interface DocxPackage {
  readonly archive: Archive;
  readonly main: DocxPart;
  /** Of the whole file: its properties. */
  readonly relations: Relations;
}

/** Throws `import-refused` where the archive holds no document of Word. */
export async function openDocx(archive: Archive): Promise<DocxPackage> {
  const relations = await readRelations(archive, '');
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !archive.has(main)) throw refuse('The archive holds no Word document.');
  return { archive, relations, main: await readPart(archive, main) };
}

/** A part that `from` refers to by the type, or null. A damaged one is refused. */
export async function relatedPart(
  archive: Archive,
  relations: Relations,
  type: string,
): Promise<DocxPart | null> {
  const relation = [...relations.values()].find((one) => one.type === type && !one.isExternal);
  if (relation === undefined || !archive.has(relation.target)) return null;
  return readPart(archive, relation.target);
}

export async function readPart(archive: Archive, name: string): Promise<DocxPart> {
  const root = readXml(await archive.read(name), { what: `“${name}”` });
  return { root, relations: await readRelations(archive, name) };
}

/** What the part refers to; '' is the whole file. */
async function readRelations(archive: Archive, part: string): Promise<Relations> {
  const at = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  if (!archive.has(name)) return new Map();
  const root = readXml(await archive.read(name), { what: `“${name}”` });
  return new Map(
    childElements(root, 'Relationship').map((one) => [attribute(one, 'Id'), relationOf(one, part)]),
  );
}

function relationOf(element: XmlElement, part: string): Relation {
  const written = attribute(element, 'Target');
  const isExternal = attribute(element, 'TargetMode') === 'External';
  return {
    id: attribute(element, 'Id'),
    type: attribute(element, 'Type').replace(/^.*\//, ''),
    target: isExternal ? written : (resolveEntryName(part, written) ?? ''),
    isExternal,
  };
}
