/**
 * Finding the article in a web page, scored on whole saved pages against their expected text, beside Mozilla's Readability
 * used as it comes. What is measured is the share of words that are wrong (one less F1 of the bags of words).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readHtml } from '../../main/import/html/read-html';
import type { Block } from '../../shared/document/blocks';
import { inlineText, plainText } from '../../shared/document/plain-text';
import type { Measured, Workload } from '../workload';

const shared = process.env['CASEBOOK_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const folder = join(shared, 'corpora/html/articles');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Words of blocks without the headline they begin with: Readability takes it off as the title, Casebook keeps it, and
 * neither is wrong.
 */
function bodyWords(blocks: readonly Block[], title: string): string[] {
  const [first] = blocks;
  const headline =
    first !== undefined && 'inlines' in first ? wordsOf(inlineText(first.inlines)).join(' ') : '';
  const isTitle = headline !== '' && wordsOf(title).join(' ').includes(headline);
  return wordsOf(plainText(isTitle ? blocks.slice(1) : blocks));
}

/** All markup is read by the same code, so that only what was found is compared. */
const markupWords = (html: string, title: string): string[] =>
  bodyWords(readHtml(html, { source: 'clipboard:', isPaste: true }).blocks, title);

/** How well two bags of words agree, 0 to 1. */
function f1(found: readonly string[], expected: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return found.length + expected.length === 0 ? 1 : (2 * common) / (found.length + expected.length);
}

function readabilityWords(html: string, title: string): string[] {
  const { document } = parseHTML(html);
  const article = new Readability(document).parse();
  return markupWords(article?.content ?? '', title);
}

interface Score {
  readonly name: string;
  readonly own: number;
  readonly readability: number;
}

function scoreOf(name: string): Score {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
  const { title } = JSON.parse(read('expected-metadata.json')) as { readonly title: string };
  const expected = markupWords(read('expected.html'), title);
  const { blocks } = readHtml(read('source.html'), { source: `/saved/${name}.html`, isPaste: false });
  return {
    name,
    own: f1(bodyWords(blocks, title), expected),
    readability: f1(readabilityWords(read('source.html'), title), expected),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

function measureExtraction(): Measured {
  if (!existsSync(folder))
    return { value: 0, limit: 1, details: ['skipped: the pages of the shared corpus are not here'] };
  const scores = readdirSync(folder).map(scoreOf);
  const [own, readability] = [
    mean(scores.map((score) => score.own)),
    mean(scores.map((score) => score.readability)),
  ];
  const line = (score: Score): string =>
    `${score.name.padEnd(14)} F1 ${score.own.toFixed(4)}, Readability ${score.readability.toFixed(4)}`;
  return {
    value: 100 * (1 - own),
    limit: Math.max(0.1, 100 * (1 - readability)),
    details: [...scores, { name: 'mean', own, readability }].map(line),
  };
}

export const extractionWorkloads: readonly Workload[] = [
  { name: 'import/extraction', unit: '%', goal: 1, run: measureExtraction },
];
