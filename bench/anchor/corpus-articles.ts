/**
 * Articles to make later captures of: all prose of the corpora beside the repository, in several languages, where they
 * are there; else the project's own samples. Nothing of the corpora is kept in the repository.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readHtml } from '../../main/import/html/read-html';
import { prose } from '../../shared/anchoring/testing/prose';
import { plainText } from '../../shared/document/plain-text';

const shared = process.env['CASEBOOK_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const corpora = join(shared, 'corpora');

/** Whether the corpora are there. */
export const hasCorpora = existsSync(join(corpora, 'gold'));

/** A text to make captures of. */
export interface CorpusArticle {
  readonly name: string;
  readonly text: string;
}

const shortest = 300;
/** Longer ones are cut here: what matters is found in the first pages, and the whole would cost minutes. */
const longest = 12_000;

interface Line {
  readonly id?: string;
  readonly text: string;
  readonly lang?: string;
}

const linesOf = (path: string): Line[] =>
  readFileSync(join(corpora, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

const gold = (name: string): CorpusArticle[] =>
  linesOf(`gold/${name}.jsonl`).map(({ id, text }, index) => ({ name: id ?? `${name} ${index}`, text }));

/** Short reports of one language, a dozen to an article, as a live page has them. */
function reports(name: string): CorpusArticle[] {
  const lines = linesOf(`gold/${name}.jsonl`);
  const languages = [...new Set(lines.map(({ lang }) => lang))];
  return languages.flatMap((language) => {
    const texts = lines.filter(({ lang }) => lang === language).map(({ text }) => text.replace(/\n/g, ' '));
    const pages = Math.ceil(texts.length / 12);
    return Array.from({ length: pages }, (_, page) => ({
      name: `${name} ${language} ${page}`,
      text: texts.slice(page * 12, page * 12 + 12).join('\n'),
    }));
  });
}

const pages = (): CorpusArticle[] =>
  readdirSync(join(corpora, 'html/articles')).map((name) => {
    const html = readFileSync(join(corpora, 'html/articles', name, 'expected.html'), 'utf8');
    return { name, text: plainText(readHtml(html, { source: '', isPaste: true }).blocks) };
  });

const recoded = (): CorpusArticle[] =>
  ['ru', 'zh'].map((language) => ({
    name: `recoded ${language}`,
    text: readFileSync(join(corpora, 'encodings/recoded', language, 'original.utf-8.txt'), 'utf8'),
  }));

const speeches = (): CorpusArticle[] =>
  linesOf('scale/sotu.jsonl')
    .filter((_, index) => index % 8 === 0)
    .map(({ text }, index) => ({ name: `speech ${index * 8}`, text }));

function fromCorpora(): CorpusArticle[] {
  return [
    ...gold('re3d'),
    ...gold('gum'),
    ...gold('wikigold'),
    ...reports('events-viina'),
    ...pages(),
    ...recoded(),
    ...speeches(),
  ];
}

/** As the importer gives it: line ends are LF, an empty line parts paragraphs and is none
 * itself, spaces are single. */
const asNotebookText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n\s*/g, '\n')
    .slice(0, longest)
    .trim();

/** Every article. */
export function corpusArticles(): CorpusArticle[] {
  const own = Object.entries(prose).map(([name, text]) => ({ name, text }));
  return [...own, ...(hasCorpora ? fromCorpora() : [])]
    .map(({ name, text }) => ({ name, text: asNotebookText(text) }))
    .filter(({ text }) => text.length >= shortest);
}
