/** The properties of a Word document. */
import type { ArticleMetadata } from '../../../../shared/model/article';
import { childNamed, textOf, type XmlElement } from '../../archive/xml-node';
import { officeTime } from '../content/office-time';
import { officeMetadata } from '../content/properties';

/** `root`: of `core.xml`, or null where there is none. */
export function docxMetadata(root: XmlElement | null): ArticleMetadata {
  const said = (name: string): string => textOf(childNamed(root, name)).trim();
  return officeMetadata({
    title: said('title'),
    authors: [said('creator')],
    publisher: '',
    language: said('language'),
    fields: {
      created: officeTime(said('created')),
      modified: officeTime(said('modified')),
      subject: said('subject'),
      keywords: said('keywords'),
      description: said('description'),
    },
  });
}
