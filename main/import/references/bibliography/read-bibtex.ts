/**
 * BibTeX and BibLaTeX. Citation.js reads the whole file; where one entry is broken, entry by entry, so that the others are
 * not lost with it. The files that an entry names are in a field of its own that Zotero, JabRef and Mendeley write.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { tagsOfCsl } from './csl';
import { type Csl, isRecord, wordsOf } from './csl-value';
import type { Reference, ReferenceList, Unread } from './reference';

/** More than a megabyte is no entry: the parser would be slow on it. */
const longestEntry = 1024 * 1024;

interface Entry {
  readonly label: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function parse(text: string): Reference[] {
  const entries = asList(
    plugins.input.chain(text, { generateGraph: false, target: '@biblatex/entries+list' }),
  );
  const references = asList(plugins.input.chain(text, { generateGraph: false })).filter(isRecord);
  return references.map((csl, at) => referenceOf(csl, entries[at] as Entry | undefined));
}

function referenceOf(csl: Csl, entry: Entry | undefined): Reference {
  const { properties = {}, label = wordsOf(csl['id']) } = entry ?? {};
  const withLanguage = { language: wordsOf(properties['langid']) || wordsOf(properties['language']), ...csl };
  return { key: label, csl: withLanguage, paths: filesIn(wordsOf(properties['file'])), tags: tagsOfCsl(csl) };
}

/** `Title:path:type;…`, where `\:` and `\;` are no signs, or a path alone. A drive's letter (`C\:`) is part of the path. */
export function filesIn(field: string): string[] {
  const files = field.split(/(?<!\\);/).map((file) => {
    const parts = file.split(/(?<!\\):(?![\\/])/);
    const path = parts.length >= 3 ? parts.slice(1, -1).join(':') : file;
    return path.replace(/\\([:;\\{}_&%#])/g, '$1').trim();
  });
  return [...new Set(files.filter((path) => path !== ''))];
}

/** Entries begin at the start of a line; `@string` and `@preamble` belong to all that follow. */
function entriesOf(text: string): readonly string[] {
  return text.split(/^(?=[ \t]*@\s*[A-Za-z]+\s*[{(])/m).filter((entry) => /^\s*@/.test(entry));
}

const isCommon = (entry: string): boolean => /^\s*@\s*(?:string|preamble)\b/i.test(entry);
const keyOf = (entry: string): string => /^\s*@\s*\w+\s*[{(]\s*([^,\s]*)/.exec(entry)?.[1] ?? '';

function tryParse(text: string): Reference[] | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function oneByOne(text: string): ReferenceList {
  const entries = entriesOf(text);
  const common = entries.filter(isCommon).join('\n');
  const references: Reference[] = [];
  const unread: Unread[] = [];
  for (const entry of entries) {
    if (isCommon(entry) || /^\s*@\s*comment\b/i.test(entry)) continue;
    const read = entry.length > longestEntry ? null : tryParse(`${common}\n${entry}`);
    if (read === null) unread.push({ key: keyOf(entry), message: 'This entry is not written as BibTeX is.' });
    else references.push(...read);
  }
  return { references, unread };
}

/** `text`: with LF line ends. */
export function readBibtex(text: string): ReferenceList {
  const isSmall = entriesOf(text).every((entry) => entry.length <= longestEntry);
  const whole = isSmall ? tryParse(text) : null;
  return whole === null ? oneByOne(text) : { references: whole, unread: [] };
}
