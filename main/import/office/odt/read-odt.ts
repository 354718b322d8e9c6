/**
 * OpenDocument texts (ODT, templates too) as articles: text, notes, pictures in the file, comments on their words, pages as the
 * program counted them. Macros, headers and footers, deleted and hidden text are left out.
 */
import { plainText } from '../../../../shared/document/plain-text';
import type { ArticleMetadata, Locator } from '../../../../shared/model/article';
import { resolveEntryName } from '../../archive/entry-name';
import { type Archive, openArchive } from '../../archive/open-archive';
import { readXml } from '../../archive/read-xml';
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
import { commentAnnotations, lostComments, type OfficeComment } from '../content/comments';
import { compose } from '../content/compose';
import { startNotes, withNotes } from '../content/notes';
import { officeTime } from '../content/office-time';
import { pageLocators } from '../content/pages';
import { type Pictures, readPictures } from '../content/pictures';
import { officeMetadata } from '../content/properties';
import { startRemarks, warningsOf } from '../content/remarks';
import type { OdtComment, OdtReading } from './odt-reading';
import { readOdtStyles } from './odt-styles';
import { readBlocks } from './read-blocks';

/** Throws `import-refused`. */
export async function readOdt({ bytes }: Pick<FormatInput, 'bytes'>): Promise<DecodedReading> {
  const archive = await openArchive(bytes);
  await refuseProtected(archive);
  const content = await readPart(archive, 'content.xml');
  const body = childNamed(childNamed(content, 'body'), 'text');
  if (content === null || body === null) throw refuse('This OpenDocument file holds no text document.');
  const styles = await readPart(archive, 'styles.xml');
  const reading = await startReading(archive, content, styles);
  noteWhatIsLeftOut(archive, styles, reading);
  const composed = compose(withNotes(readBlocks(reading, body), reading.notes));
  const { pageCount } = reading;
  const comments = reading.comments.map((comment) => commentOf(reading, comment));
  const { annotations, lost } = commentAnnotations(comments, plainText(composed.blocks), composed.places);
  reading.remarks.sentences.push(...lostComments(lost));
  const meta = childNamed(await readPart(archive, 'meta.xml'), 'meta');
  return {
    blocks: composed.blocks,
    metadata: metadataOf(meta),
    warnings: warningsOf(reading.remarks),
    encoding: declaredUtf8,
    annotations,
    locators: pagesOf(pageCount, meta, composed.places),
  };
}

async function readPart(archive: Archive, name: string): Promise<XmlElement | null> {
  return archive.has(name) ? readXml(await archive.read(name), { what: `“${name}”` }) : null;
}

async function refuseProtected(archive: Archive): Promise<void> {
  const manifest = await readPart(archive, 'META-INF/manifest.xml');
  if (manifest !== null && descendantsNamed(manifest, 'encryption-data').length > 0)
    throw refuse('The document is protected by a password.');
}

async function startReading(
  archive: Archive,
  content: XmlElement,
  styles: XmlElement | null,
): Promise<OdtReading> {
  return {
    styles: readOdtStyles(styles === null ? [content] : [content, styles]),
    pictures: await picturesOf(archive, content),
    notes: startNotes(),
    remarks: startRemarks(),
    comments: [],
    pageCount: 1,
    isInNote: false,
  };
}

/** By the addresses as the text gives them. */
async function picturesOf(archive: Archive, content: XmlElement): Promise<Pictures> {
  const addresses = descendantsNamed(content, 'image').map((image) => attribute(image, 'href'));
  const names = new Map(
    addresses.map((address) => [address, resolveEntryName('content.xml', address) ?? '']),
  );
  const pictures = await readPictures(archive, [...names.values()]);
  const found = [...names].map(([address, name]) => [address, pictures.get(name) ?? ''] as const);
  return new Map(found.filter(([, url]) => url !== ''));
}

function noteWhatIsLeftOut(archive: Archive, styles: XmlElement | null, { remarks }: OdtReading): void {
  if (archive.entries.some(({ name }) => /^(?:Basic|Scripts)\//.test(name)))
    remarks.sentences.push('The macros of the document were left out; nothing of them was run.');
  const masters = styles === null ? [] : descendantsNamed(styles, 'master-page');
  const margins = masters.flatMap((master) =>
    childElements(master).filter(({ name }) => /^(?:header|footer)/.test(name)),
  );
  if (margins.some((margin) => /\p{L}/u.test(textOf(margin))))
    remarks.sentences.push('Headers and footers were left out.');
}

function commentOf(reading: OdtReading, { id, element }: OdtComment): OfficeComment {
  return {
    id,
    author: textOf(childNamed(element, 'creator')),
    date: officeTime(textOf(childNamed(element, 'date'))),
    text: plainText(compose(readBlocks(reading, element)).blocks),
    answers: attribute(element, 'parent-name'),
  };
}

function metadataOf(meta: XmlElement | null): ArticleMetadata {
  const said = (name: string): string => textOf(childNamed(meta, name)).trim();
  const keywords = meta === null ? [] : childElements(meta, 'keyword').map(textOf);
  return officeMetadata({
    title: said('title'),
    authors: [said('initial-creator') || said('creator')],
    publisher: said('publisher'),
    language: said('language'),
    fields: {
      created: officeTime(said('creation-date')),
      modified: officeTime(said('date')),
      subject: said('subject'),
      keywords: keywords.join(', '),
      description: said('description'),
    },
  });
}

function pagesOf(pageCount: number, meta: XmlElement | null, places: ReadonlyMap<string, number>): Locator[] {
  const statistic = childNamed(meta, 'document-statistic');
  return pageLocators(pageCount, statistic === null ? '' : attribute(statistic, 'page-count'), places);
}
