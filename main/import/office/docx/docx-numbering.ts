/** Which paragraphs of a Word document are items of which sort of list. The numbers themselves are made by the reader's list. */
import { attribute, childElements, childNamed, type XmlElement } from '../../archive/xml-node';
import type { ListPlace } from '../content/office-block';

/** The place that `w:numPr` gives a paragraph, or null for none. */
export type DocxNumbering = (numbering: XmlElement) => ListPlace | null;

const deepestLevel = 8;

/** `root`: of `numbering.xml`, or null where there is none. */
export function readNumbering(root: XmlElement | null): DocxNumbering {
  const all = root === null ? [] : childElements(root);
  const abstract = new Map(
    all.filter(({ name }) => name === 'abstractNum').map((one) => [attribute(one, 'abstractNumId'), one]),
  );
  const instances = new Map(
    all.filter(({ name }) => name === 'num').map((one) => [attribute(one, 'numId'), one]),
  );
  return (numbering) => {
    const id = valueOf(numbering, 'numId');
    if (id === '' || id === '0') return null;
    const level = Math.min(Math.max(Number.parseInt(valueOf(numbering, 'ilvl'), 10) || 0, 0), deepestLevel);
    const instance = instances.get(id) ?? null;
    const base = abstract.get(instance === null ? '' : valueOf(instance, 'abstractNumId'));
    const sort = sortOf(instance, level) ?? sortOf(base ?? null, level) ?? 'bullet';
    return sort === 'none' ? null : { level, ordered: sort !== 'bullet' };
  };
}

function valueOf(parent: XmlElement, name: string): string {
  const child = childNamed(parent, name);
  return child === null ? '' : attribute(child, 'val');
}

/** The number format of a level, of the list or of an instance that overrides it. */
function sortOf(list: XmlElement | null, level: number): string | null {
  const levels = (list === null ? [] : childElements(list)).flatMap((child) =>
    child.name === 'lvlOverride' ? childElements(child, 'lvl') : child.name === 'lvl' ? [child] : [],
  );
  const found = levels.find((one) => attribute(one, 'ilvl') === String(level));
  return found === undefined ? null : valueOf(found, 'numFmt') || null;
}
