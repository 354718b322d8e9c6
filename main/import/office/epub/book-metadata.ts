/** What a book says of itself: its makers, its publisher, when it came out. */
import type { ArticleMetadata } from '../../../../shared/model/article';
import { attribute, childElements, textOf, type XmlElement } from '../../archive/xml-node';
import { webAddress } from '../../html/page-links';
import { publishedDate } from '../../metadata/published-date';
import { officeMetadata } from '../content/properties';

export function bookMetadata(metadata: XmlElement | null): ArticleMetadata {
  const all = metadata === null ? [] : childElements(metadata);
  const said = (name: string): string[] =>
    all
      .filter((one) => one.name === name)
      .map(wordsOf)
      .filter(isSaid);
  const modified = all.find((one) => attribute(one, 'property') === 'dcterms:modified');
  const identifiers = said('identifier');
  const known = officeMetadata({
    title: said('title')[0] ?? '',
    authors: all.filter((one) => one.name === 'creator' && isAuthor(all, one)).map(wordsOf),
    publisher: said('publisher')[0] ?? '',
    language: said('language')[0] ?? '',
    fields: {
      identifier: identifiers.join(', '),
      modified: modified === undefined ? '' : wordsOf(modified),
      contributors: said('contributor').join('; '),
      subject: said('subject').join('; '),
      description: said('description')[0] ?? '',
      rights: said('rights')[0] ?? '',
    },
  });
  const addresses = [...said('source'), ...identifiers].map((one) => webAddress(one, null)?.href ?? '');
  const published = all.filter((one) => one.name === 'date' && isPublication(one));
  return {
    ...known,
    url: addresses.find((address) => address !== '') ?? '',
    published: published.map((one) => publishedDate(wordsOf(one))).find((date) => date !== null) ?? null,
  };
}

const wordsOf = (element: XmlElement): string => textOf(element).replace(/\s+/g, ' ').trim();

/** Some programs fill in what nobody told them. */
const isSaid = (words: string): boolean => words !== '' && !/^(?:unknown|none|n\/a)$/i.test(words);

/** A creator's part in the book: of EPUB 2 in an attribute, of EPUB 3 in a statement about the creator. */
function isAuthor(all: readonly XmlElement[], creator: XmlElement): boolean {
  const id = attribute(creator, 'id', '');
  const refined = all.find(
    (one) => id !== '' && attribute(one, 'refines') === `#${id}` && attribute(one, 'property') === 'role',
  );
  const role = attribute(creator, 'role') || (refined === undefined ? '' : wordsOf(refined));
  return isSaid(wordsOf(creator)) && /^(?:aut|cre)?$/.test(role);
}

/** The date of EPUB 3 is that of publication; EPUB 2 says of what it is. */
function isPublication(date: XmlElement): boolean {
  return /^(?:|publication|original-publication)$/.test(attribute(date, 'event'));
}
