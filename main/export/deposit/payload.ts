/**
 * What an archive is handed: the passages as W3C annotations, every table, the notes, and, unless the user leaves them out,
 * the articles' texts and the very files they came as. BagIt and RO-Crate only pack it.
 */

import { aboutExport } from '../data/about-export';
import { csvOf } from '../data/tables/csv';
import { tables } from '../data/tables/tables';
import { makeWebAnnotations } from '../data/web-annotation';
import { xmlText } from '../data/xml';
import type { ExportFile, MakeContext } from '../formats/format';
import type { ExportArticle, ExportData, ExportNote } from '../gather/export-data';

/** A file with what a catalogue says of it. */
export interface PayloadFile extends ExportFile {
  readonly about: string;
  readonly mediaType: string;
  /** The article that it is the text or the original of. */
  readonly articleId?: string;
}

const page = (title: string, language: string, content: string): string =>
  `<!doctype html>\n<html${language === '' ? '' : ` lang="${xmlText(language)}"`}>\n<head><meta charset="utf-8"><title>${xmlText(title)}</title></head>\n<body>${content}</body>\n</html>\n`;

const noteFile = ({ id, title, content }: ExportNote): PayloadFile => ({
  name: `notes/${id}.html`,
  data: page(title, '', `<h1>${xmlText(title)}</h1>${content}`),
  about: `The note “${title}”`,
  mediaType: 'text/html',
});

const extensions: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/pdf': 'pdf',
  'application/epub+zip': 'epub',
  'message/rfc822': 'eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/rtf': 'rtf',
  'text/csv': 'csv',
};

/** The ending of a file of a media type, without the dot. */
export function extensionOf(mediaType: string): string {
  return extensions[mediaType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'bin';
}

function* articleFiles(article: ExportArticle, data: ExportData, seen: Set<string>): Iterable<PayloadFile> {
  const { id, title, language, revisionId, originals } = article;
  yield {
    name: `texts/${revisionId}.html`,
    data: page(title, language, data.contentOf(revisionId)),
    about: `The text of “${title}” with its headings and paragraphs`,
    mediaType: 'text/html',
    articleId: id,
  };
  for (const { sha256, mediaType } of originals) {
    if (seen.has(sha256)) continue;
    seen.add(sha256);
    const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
    yield {
      name: `originals/${sha256}.${extensions[type] ?? 'bin'}`,
      data: data.bytesOf(sha256),
      about: `The file that “${title}” came as`,
      mediaType: type || 'application/octet-stream',
      articleId: id,
    };
  }
}

function* annotationFiles(data: ExportData, context: MakeContext): Iterable<PayloadFile> {
  const names = { main: 'annotations.jsonld', textsFolder: 'annotations-texts' };
  const made = makeWebAnnotations(data, { ...context, ...names }) as Iterable<ExportFile>;
  for (const file of made) {
    const isMain = file.name === names.main;
    yield {
      ...file,
      about: isMain ? 'The passages as W3C Web Annotations' : 'A text that annotations.jsonld counts in',
      mediaType: isMain ? 'application/ld+json' : 'text/plain',
    };
  }
}

/** The files in the order they are written. */
export function* payload(data: ExportData, context: MakeContext): Iterable<PayloadFile> {
  yield {
    name: 'README.txt',
    data: `${aboutExport(data, context).join('\n\n')}\n`,
    about: 'What this is, and what it does not keep',
    mediaType: 'text/plain',
  };
  yield* annotationFiles(data, context);
  for (const table of tables) {
    yield {
      name: `tables/${table.name}.csv`,
      data: csvOf(table, data, context),
      about: `The ${table.name} as a table`,
      mediaType: 'text/csv',
    };
  }
  for (const note of context.each(data.notes, 'notes')) yield noteFile(note);
  if (context.options.texts === false) return;
  const seen = new Set<string>();
  for (const article of context.each(data.articles, 'articles')) yield* articleFiles(article, data, seen);
}
