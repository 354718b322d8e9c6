/**
 * Real prose of any length: sentences of real texts, shuffled by a seed and set in paragraphs. It breaks lines, repeats
 * words and costs a diff what real articles do. The sentences come from a large corpus beside the repository when that is
 * there, else from the project's own sample.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Random } from '../prose';

const corpus = resolve('../shared/corpora/scale/sotu.jsonl');
const sample = resolve('samples/articles');
/** More than any workload needs, and less than takes long to split. */
const sentencesKept = 20_000;

function corpusTexts(): readonly string[] {
  const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => String((JSON.parse(line) as { readonly text: unknown }).text));
}

function sampleTexts(): readonly string[] {
  const names = readdirSync(sample).filter((name) => name.endsWith('.txt'));
  return names.map((name) => readFileSync(join(sample, name), 'utf8'));
}

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?]["”]?)\s+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.length > 20 && sentence.length < 600);

let sentences: readonly string[] | null = null;

function allSentences(): readonly string[] {
  sentences ??= (existsSync(corpus) ? corpusTexts() : sampleTexts())
    .flatMap(sentencesOf)
    .slice(0, sentencesKept);
  return sentences;
}

/** Paragraphs of three to seven sentences with exactly so many words in all, parted by line feeds. */
export function makeRealText(random: Random, wordCount: number): string {
  const pool = allSentences();
  const paragraphs: string[] = [];
  for (let left = wordCount; left > 0; ) {
    const count = 3 + Math.floor(random() * 5);
    const words = Array.from({ length: count }, () => pool[Math.floor(random() * pool.length)] ?? '')
      .join(' ')
      .split(' ')
      .slice(0, left);
    paragraphs.push(words.join(' '));
    left -= words.length;
  }
  return paragraphs.join('\n');
}

export interface MadeRange {
  readonly start: number;
  readonly end: number;
}

/** So many stretches of 10 to 240 characters all over a text; many overlap. */
export function makeRanges(random: Random, text: string, count: number): readonly MadeRange[] {
  return Array.from({ length: count }, () => {
    const start = Math.floor(random() * (text.length - 250));
    return { start, end: start + 10 + Math.floor(random() ** 2 * 230) };
  });
}
