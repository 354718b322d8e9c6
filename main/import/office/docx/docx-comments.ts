/** The comments of a Word document with their authors, and which of them answer which. */
import { plainText } from '../../../../shared/document/plain-text';
import { attribute, childElements, descendantsNamed, type XmlElement } from '../../archive/xml-node';
import type { OfficeComment } from '../content/comments';
import { compose } from '../content/compose';
import { officeTime } from '../content/office-time';
import type { DocxPart } from './docx-package';
import type { DocxReading } from './docx-reading';
import { readBlocks } from './read-blocks';

/** `extended`: the root of `commentsExtended.xml`, or null: it tells the answers. */
export function docxComments(
  reading: DocxReading,
  part: DocxPart | null,
  extended: XmlElement | null,
): OfficeComment[] {
  if (part === null) return [];
  reading.relations = part.relations;
  const elements = childElements(part.root, 'comment');
  const byParagraph = new Map(
    elements.map((element) => [lastParagraphOf(element), attribute(element, 'id')]),
  );
  const parents = parentsIn(extended);
  const answered = (paragraph: string): string => byParagraph.get(parents.get(paragraph) ?? 'none') ?? '';
  return elements.map((element) => ({
    id: attribute(element, 'id'),
    author: attribute(element, 'author'),
    date: officeTime(attribute(element, 'date')),
    text: plainText(compose(readBlocks(reading, element)).blocks),
    answers: answered(lastParagraphOf(element)),
  }));
}

/** Word knows a comment by its last paragraph. */
function lastParagraphOf(comment: XmlElement): string {
  const paragraph = descendantsNamed(comment, 'p').at(-1);
  return paragraph === undefined ? '' : attribute(paragraph, 'paraId');
}

function parentsIn(extended: XmlElement | null): ReadonlyMap<string, string> {
  const all = extended === null ? [] : childElements(extended, 'commentEx');
  return new Map(
    all
      .map((one) => [attribute(one, 'paraId'), attribute(one, 'paraIdParent')] as const)
      .filter(([, parent]) => parent !== ''),
  );
}
