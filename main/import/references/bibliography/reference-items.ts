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
import { namedPaths } from '../named-paths';
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
  const details = metadataOfCsl(csl);
  const metadata = merged(document.metadata, details);
  return {
    kind: 'article',
    key: `${key} ${path}`,
    document: { ...document, metadata },
    bytes,
    tags,
    details,
  };
}

interface FoundFiles {
  readonly paths: readonly string[];
  /** Why others are not opened, in words. */
  readonly problems: readonly string[];
}

async function findFiles(input: FormatInput, { paths }: Reference): Promise<FoundFiles> {
  const named = paths.filter((path) => namedPaths(path).length > 0);
  const files = await Promise.all(named.map((path) => fileBeside(input.path, path)));
  return {
    paths: files.flatMap((file) => ('path' in file ? [file.path] : [])),
    problems: files.flatMap((file) => ('message' in file ? [file.message] : [])),
  };
}

async function* itemsOf(input: FormatInput, reference: Reference): AsyncGenerator<ImportedItem> {
  const { key, csl, tags } = reference;
  const metadata = metadataOfCsl(csl);
  const { paths, problems } = await findFiles(input, reference);
  if (paths.length === 0) {
    const named = reference.paths.flatMap(namedPaths);
    yield { kind: 'reference', metadata, tags, paths: named, problems };
    return;
  }
  for (const path of paths) {
    try {
      yield await articleOf(input, path, reference);
    } catch (cause) {
      if (!(cause instanceof CasebookError)) throw cause;
      yield { kind: 'refused', source: path, message: cause.message };
    }
  }
  for (const message of problems) yield { kind: 'refused', source: metadata.title || key, message };
}

/** The items of a list, in its order. */
export async function* referenceItems(
  input: FormatInput,
  { references, unread }: ReferenceList,
): AsyncGenerator<ImportedItem> {
  for (const reference of references) yield* itemsOf(input, reference);
  for (const { key, message } of unread) yield { kind: 'refused', source: key, message };
}
