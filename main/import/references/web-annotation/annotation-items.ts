/**
 * A file of W3C Web Annotations as items of an import. The texts that it says its positions count in become articles where
 * they lie beside it; other annotations are about articles that the notebook has.
 */
import { readFile } from 'node:fs/promises';
import { parseEdtf } from '../../../../shared/dates/edtf';
import type { Block } from '../../../../shared/document/blocks';
import { normaliseInlines } from '../../../../shared/document/normalise-blocks';
import type { ArticleMetadata } from '../../../../shared/model/article';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { documentOf } from '../../formats/document-of';
import { declaredUtf8, type FormatInput } from '../../formats/format';
import { webAddress } from '../../html/page-links';
import { publishedDate } from '../../metadata/published-date';
import { fileBeside } from '../file-beside';
import { asList, iriOf, isObject, type JsonObject, words } from './json';
import { readAnnotations } from './read-annotations';

function metadataOf(text: JsonObject): ArticleMetadata {
  const issued = words(text['dcterms:issued']);
  const parsed = parseEdtf(issued);
  return {
    title: words(text['dcterms:title']),
    authors: asList(text['dcterms:creator']).map(words).filter(Boolean),
    publisher: words(text['dcterms:publisher']),
    url: webAddress(words(text['schema:url']), null)?.href ?? '',
    language: words(text['language']),
    published: parsed ? { ...parsed, words: '' } : publishedDate(issued),
    fields: {},
  };
}

/** `a%20folder/a%20text.txt` → its name on the disk; '' for what is no relative address. */
function nameOf(contentUrl: string): string {
  if (contentUrl === '' || /^[a-z][\w+.-]*:/i.test(contentUrl)) return '';
  try {
    return decodeURIComponent(contentUrl);
  } catch {
    return '';
  }
}

/** A paragraph a line, so that the plain text is the file's, letter by letter: positions count in it. */
const blocksOf = (text: string): Block[] =>
  text.split('\n').map((words) => ({
    kind: 'paragraph',
    inlines: normaliseInlines([{ kind: 'text', text: words, marks: [] }]),
  }));

/** A notebook says which article a text is of: that keeps its id. */
const articleKey = (text: JsonObject): string => iriOf(text['dcterms:isVersionOf']) || iriOf(text);
const isOwn = (text: JsonObject): boolean => articleKey(text) !== iriOf(text);

async function articleOf(input: FormatInput, text: JsonObject): Promise<ImportedItem | null> {
  const name = nameOf(words(text['schema:contentUrl']));
  if (name === '') return null;
  const file = await fileBeside(input.path, name);
  if ('message' in file) return { kind: 'refused', source: name, message: file.message };
  const bytes = new Uint8Array(await readFile(file.path));
  const blocks = blocksOf(new TextDecoder().decode(bytes));
  const reading = { blocks, metadata: metadataOf(text), warnings: [], encoding: declaredUtf8 };
  const origin = { bytes, source: file.path, mediaType: 'text/plain', capturedAt: input.capturedAt };
  const document = documentOf(reading, origin);
  // What a notebook says of an article is the researcher's: nothing of it is guessed, not even what it leaves open.
  const said = isOwn(text) ? { ...document, metadata: reading.metadata } : document;
  return { kind: 'article', key: articleKey(text), document: said, bytes, tags: [] };
}

/** The items of a parsed file; null when it is no file of annotations. */
export function annotationItems(input: FormatInput, json: unknown): AsyncGenerator<ImportedItem> | null {
  const file = readAnnotations(json);
  return file && itemsOf(input, json, file.annotations);
}

async function* itemsOf(
  input: FormatInput,
  json: unknown,
  annotations: NonNullable<ReturnType<typeof readAnnotations>>['annotations'],
): AsyncGenerator<ImportedItem> {
  const brought = new Map<string, string>();
  for (const text of asList(isObject(json) ? json['dcterms:source'] : undefined).filter(isObject)) {
    const item = await articleOf(input, text);
    if (item?.kind === 'article') brought.set(iriOf(text), item.key);
    if (item) yield item;
  }
  for (const annotation of annotations) {
    const [key = ''] = annotation.targets.flatMap(({ source }) => brought.get(source) ?? []);
    yield { kind: 'annotation', articleKey: key, annotation };
  }
}
