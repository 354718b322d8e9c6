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
export const importExtensions: ReadonlySet<string> = new Set(Object.values(extensionsOf).flat());

/** Whether a file of this name may be one that can be imported. */
export function hasImportExtension(name: string): boolean {
  const [, last = '', two = ''] = /\.((?:[^.]*\.)?([^.]*))$/.exec(name.toLowerCase()) ?? [];
  return importExtensions.has(last) || importExtensions.has(two);
}
