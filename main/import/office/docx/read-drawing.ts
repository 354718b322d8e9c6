/** Pictures in a Word document: those that are in the file and of a known kind. Nothing is fetched; what is left out is noted. */
import type { ImageInline } from '../../../../shared/document/blocks';
import { attribute, childElements, descendantsNamed, type XmlElement } from '../../archive/xml-node';
import { count } from '../content/remarks';
import type { DocxReading } from './docx-reading';

/** The pictures of a `w:drawing`, `w:pict` or `w:object`. `hasWords`: it holds a text box, and is no loss without a picture. */
export function readDrawing(reading: DocxReading, element: XmlElement, hasWords: boolean): ImageInline[] {
  const ids = [
    ...descendantsNamed(element, 'blip').map((blip) => [attribute(blip, 'embed'), attribute(blip, 'link')]),
    ...descendantsNamed(element, 'imagedata').map((data) => [attribute(data, 'id', 'relationships')]),
  ].map((candidates) => candidates.find((id) => id !== '') ?? '');
  if (ids.length === 0 && !hasWords) count(reading.remarks, element.name === 'object' ? 'object' : 'drawing');
  const alt = describedAs(element);
  return ids.flatMap((id) => pictureOf(reading, id, alt) ?? []);
}

function pictureOf(
  { relations, pictures, remarks }: DocxReading,
  id: string,
  alt: string,
): ImageInline | null {
  const relation = relations.get(id);
  if (relation?.isExternal === true) remarks.linkedPictures.push(relation.target);
  else {
    const src = pictures.get(relation?.target ?? '');
    if (src !== undefined) return { kind: 'image', src, alt };
    remarks.missingPictures.push(alt || (relation?.target.replace(/^.*\//, '') ?? ''));
  }
  return null;
}

/** What its author said of the picture; the names that Word gives by itself say nothing. */
function describedAs(element: XmlElement): string {
  for (const child of childElements(element)) {
    const said = attribute(child, 'descr') || attribute(child, 'alt') || describedAs(child);
    if (said !== '') return said;
  }
  return '';
}
