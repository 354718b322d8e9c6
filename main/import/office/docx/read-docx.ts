/**
 * Word documents (DOCX, also in the strict form, with macros or as templates) as articles: text, notes, pictures in the file,
 * comments on their words, pages as Word counted them. Macros, headers and footers, deleted and hidden text are left out.
 */
import { plainText } from '../../../../shared/document/plain-text';
import type { Locator } from '../../../../shared/model/article';
import { type Archive, openArchive } from '../../archive/open-archive';
import {
  attribute,
  childElements,
  childNamed,
  descendantsNamed,
  textOf,
  type XmlElement,
} from '../../archive/xml-node';
import { type DecodedReading, declaredUtf8, type FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { commentAnnotations, lostComments } from '../content/comments';
import { compose } from '../content/compose';
import { startNotes, withNotes } from '../content/notes';
import { pageLocators } from '../content/pages';
import { readPictures } from '../content/pictures';
import { startRemarks, warningsOf } from '../content/remarks';
import { docxComments } from './docx-comments';
import { readNumbering } from './docx-numbering';
import { type DocxPackage, type DocxPart, openDocx, relatedPart } from './docx-package';
import { docxMetadata } from './docx-properties';
import type { DocxReading } from './docx-reading';
import { readStyles } from './docx-styles';
import { readBlocks } from './read-blocks';

/** Throws `import-refused`. */
export async function readDocx({ bytes }: Pick<FormatInput, 'bytes'>): Promise<DecodedReading> {
  const docx = await openDocx(await openArchive(bytes));
  const body = childNamed(docx.main.root, 'body');
  if (body === null) throw refuse('The archive holds no Word document.');
  const reading = await startReading(docx);
  await noteWhatIsLeftOut(docx, reading);
  const composed = compose(withNotes(readBlocks(reading, body), reading.notes));
  const { pageCount } = reading;
  const text = plainText(composed.blocks);
  const related = (type: string) => relatedPart(docx.archive, docx.main.relations, type);
  const comments = docxComments(
    reading,
    await related('comments'),
    (await related('commentsExtended'))?.root ?? null,
  );
  const { annotations, lost } = commentAnnotations(comments, text, composed.places);
  reading.remarks.sentences.push(...lostComments(lost));
  return {
    blocks: composed.blocks,
    metadata: docxMetadata(
      (await relatedPart(docx.archive, docx.relations, 'core-properties'))?.root ?? null,
    ),
    warnings: warningsOf(reading.remarks),
    encoding: declaredUtf8,
    annotations,
    locators: await pagesOf(docx, pageCount, composed.places),
  };
}

async function startReading({ archive, main }: DocxPackage): Promise<DocxReading> {
  const part = (type: string): Promise<DocxPart | null> => relatedPart(archive, main.relations, type);
  const footnotes = await part('footnotes');
  const endnotes = await part('endnotes');
  const owners = [main, footnotes, endnotes].filter((owner): owner is DocxPart => owner !== null);
  return {
    styles: readStyles((await part('styles'))?.root ?? null),
    numbering: readNumbering((await part('numbering'))?.root ?? null),
    pictures: await readPictures(archive, owners.flatMap(pictureNames)),
    notes: startNotes(),
    noteBodies: new Map([...noteBodies(footnotes, 'footnote'), ...noteBodies(endnotes, 'endnote')]),
    remarks: startRemarks(),
    fields: [],
    relations: main.relations,
    pageCount: 1,
    isInNote: false,
  };
}

function pictureNames({ relations }: DocxPart): string[] {
  const pictures = [...relations.values()].filter(({ type, isExternal }) => type === 'image' && !isExternal);
  return pictures.map(({ target }) => target);
}

/** Lines that part notes from the text are kept with the notes; they have a type. */
function noteBodies(
  part: DocxPart | null,
  kind: 'footnote' | 'endnote',
): [string, { readonly body: XmlElement; readonly relations: DocxPart['relations'] }][] {
  if (part === null) return [];
  return childElements(part.root, kind)
    .filter((note) => !/separator|notice/i.test(attribute(note, 'type')))
    .map((note) => [`${kind} ${attribute(note, 'id')}`, { body: note, relations: part.relations }]);
}

async function noteWhatIsLeftOut({ archive, main }: DocxPackage, reading: DocxReading): Promise<void> {
  const { sentences } = reading.remarks;
  if (archive.entries.some(({ name }) => /vbaProject\.bin$/i.test(name)))
    sentences.push('The macros of the document were left out; nothing of them was run.');
  const related = [...main.relations.values()];
  const margins = related.filter(({ type, isExternal }) => /^(?:header|footer)$/.test(type) && !isExternal);
  if (
    await someHaveWords(
      archive,
      margins.map(({ target }) => target),
    )
  )
    sentences.push('Headers and footers were left out.');
}

async function someHaveWords(archive: Archive, names: readonly string[]): Promise<boolean> {
  for (const name of names)
    if (
      archive.has(name) &&
      /<(?:\w+:)?t[\s>][^<]*\p{L}/u.test(Buffer.from(await archive.read(name)).toString())
    )
      return true;
  return false;
}

/** Word's numbers may not start from 1: then none are told. */
async function pagesOf(
  { archive, main, relations }: DocxPackage,
  pageCount: number,
  places: ReadonlyMap<string, number>,
): Promise<Locator[]> {
  const restarts = descendantsNamed(main.root, 'pgNumType').some(
    (type) => !/^1?$/.test(attribute(type, 'start')),
  );
  if (restarts) return [];
  const properties = await relatedPart(archive, relations, 'extended-properties');
  return pageLocators(pageCount, textOf(childNamed(properties?.root ?? null, 'Pages')), places);
}
