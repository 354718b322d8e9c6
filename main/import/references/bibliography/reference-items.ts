/**
 * References as items of an import: the file that one names becomes an article with the reference's details; one without a
 * file is joined to the article that is there.
 */
import { readFile } from 'node:fs/promises';
import type { ArticleMetadata } from '../../../../shared/model/article';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../../shared/model/result';
import type { FormatInput } from '../../formats/format';
import { fileBeside } from '../file-beside';
import { metadataOfCsl } from './csl';
import type { Reference, ReferenceList } from './reference';

/** What the reference says goes before what the file says of itself. */
function merged(own: ArticleMetadata, said: ArticleMetadata): ArticleMetadata {
  return {
    title: said.title || own.title,
    authors: said.authors.length > 0 ? said.authors : own.authors,
    publisher: said.publisher || own.publisher,
    url: said.url || own.url,
    language: own.language || said.language,
    published: said.published ?? own.published,
    fields: { ...own.fields, ...said.fields },
  };
}

async function articleOf(
  input: FormatInput,
  path: string,
  { key, csl, tags }: Reference,
): Promise<ImportedItem> {
  const bytes = new Uint8Array(await readFile(path));
  const { capturedAt } = input;
  const document = await input.importWithin({ bytes, source: path, capturedAt });
  const metadata = merged(document.metadata, metadataOfCsl(csl));
  return { kind: 'article', key: `${key} ${path}`, document: { ...document, metadata }, bytes, tags };
}

async function* itemsOf(input: FormatInput, reference: Reference): AsyncGenerator<ImportedItem> {
  const { key, csl, tags, paths } = reference;
  const found: string[] = [];
  const source = metadataOfCsl(csl).title || key;
  for (const named of paths) {
    const file = await fileBeside(input.path, named);
    if ('message' in file) {
      yield { kind: 'refused', source, message: file.message };
      continue;
    }
    found.push(file.path);
    try {
      yield await articleOf(input, file.path, reference);
    } catch (cause) {
      if (!(cause instanceof CasebookError)) throw cause;
      yield { kind: 'refused', source: named, message: cause.message };
    }
  }
  if (found.length === 0) yield { kind: 'reference', metadata: metadataOfCsl(csl), tags, paths };
}

/** The items of a list, in its order. */
export async function* referenceItems(
  input: FormatInput,
  { references, unread }: ReferenceList,
): AsyncGenerator<ImportedItem> {
  for (const reference of references) yield* itemsOf(input, reference);
  for (const { key, message } of unread) yield { kind: 'refused', source: key, message };
}
