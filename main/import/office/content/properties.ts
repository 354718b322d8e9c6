/**
 * What an office document says of itself as an article's metadata. The day it was made or last saved is no day of publication:
 * it goes to the free fields.
 */
import type { ArticleMetadata } from '../../../../shared/model/article';
import { authorNames } from '../../metadata/author-names';

export interface OfficeProperties {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly language: string;
  /** Free fields by name; '' are left out. */
  readonly fields: Readonly<Record<string, string>>;
}

const longestField = 2000;

export function officeMetadata(properties: OfficeProperties): ArticleMetadata {
  const fields = Object.entries(properties.fields)
    .map(([name, value]) => [name, value.replace(/\s+/g, ' ').trim().slice(0, longestField)] as const)
    .filter(([, value]) => value !== '');
  return {
    title: properties.title.replace(/\s+/g, ' ').trim(),
    authors: authorNames(properties.authors),
    publisher: properties.publisher.replace(/\s+/g, ' ').trim(),
    url: '',
    language: properties.language.trim(),
    published: null,
    fields: Object.fromEntries(fields),
  };
}
