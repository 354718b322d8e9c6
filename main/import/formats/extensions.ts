/** By which endings of a name each format is known: apart from the readers, which would make the program's start slow. */

/** Lower case, without dots. */
export const extensionsOf = {
  pdf: ['pdf'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  odt: ['odt', 'ott'],
  epub: ['epub'],
  rtf: ['rtf'],
  html: ['html', 'htm', 'xhtml', 'xht'],
  text: ['txt', 'text', 'asc'],
  markdown: ['md', 'markdown', 'mdown', 'mkd'],
  mail: ['eml', 'mht', 'mhtml'],
  webarchive: ['webarchive'],
  mailbox: ['mbox'],
  warc: ['warc', 'warc.gz'],
  wacz: ['wacz'],
  xlsx: ['xlsx', 'xlsm'],
  csv: ['csv', 'tsv', 'tab'],
  qdpx: ['qdpx'],
  qdc: ['qdc'],
  bibtex: ['bib', 'bibtex'],
  ris: ['ris'],
  json: ['json', 'jsonld'],
  qdaDatabase: ['qda', 'sqlite3'],
} as const;

/** The extensions of all formats. */
const importExtensions: ReadonlySet<string> = new Set(Object.values(extensionsOf).flat());

/** Of documents that cannot be read: taken from a folder all the same, so that each is refused with a way out. */
const refusedExtensions: ReadonlySet<string> = new Set(
  'doc dot fodt pages wpd wps xls ods ppt pptx odp msg mobi azw azw3 djvu djv ps'.split(' '),
);

/** Whether a file of this name is a document: one that can be imported, or that a person would miss. */
export function hasDocumentExtension(name: string): boolean {
  const [, last = '', two = ''] = /\.((?:[^.]*\.)?([^.]*))$/.exec(name.toLowerCase()) ?? [];
  return importExtensions.has(last) || importExtensions.has(two) || refusedExtensions.has(last);
}
