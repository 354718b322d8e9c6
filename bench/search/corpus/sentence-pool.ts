/**
 * The sentences that the search corpus is recombined from: a large corpus of speeches beside the repository where that is
 * there, else the project's own sample with made prose beside it, so that the vocabulary is not that of five articles.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeSentence, type Random, seeded } from '../../prose';

const corpus = resolve('../shared/corpora/scale/sotu.jsonl');
const sample = resolve('samples/articles');
const madeSentences = 40_000;

/** Where the sentences come from. */
export const poolName = (): 'speeches' | 'sample' => (existsSync(corpus) ? 'speeches' : 'sample');

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?]["”]?)\s+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.length > 20 && sentence.length < 400 && !/\p{Cc}/u.test(sentence));

function speeches(): readonly string[] {
  const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => sentencesOf(String((JSON.parse(line) as { readonly text: unknown }).text)));
}

function sampleAndMade(): readonly string[] {
  const names = readdirSync(sample).filter((name) => name.endsWith('.txt'));
  const real = names.flatMap((name) => sentencesOf(readFileSync(join(sample, name), 'utf8')));
  const random = seeded(41);
  return [...real, ...Array.from({ length: madeSentences }, () => makeSentence(random))];
}

/** The sentences to choose from. */
export function readSentencePool(): readonly string[] {
  return poolName() === 'speeches' ? speeches() : sampleAndMade();
}

const starts = [
  'Bel',
  'Dor',
  'Hal',
  'Ker',
  'Lem',
  'Mor',
  'Nav',
  'Os',
  'Pel',
  'Rad',
  'Sov',
  'Tam',
  'Ul',
  'Vor',
  'Wes',
  'Zer',
];
const middles = [
  'a',
  'e',
  'i',
  'o',
  'u',
  'an',
  'el',
  'in',
  'or',
  'ul',
  'ark',
  'esh',
  'ish',
  'ov',
  'und',
  'yr',
];
const ends = [
  'berg',
  'chenko',
  'dal',
  'enko',
  'feld',
  'ian',
  'idis',
  'ko',
  'lund',
  'mann',
  'nik',
  'off',
  'ski',
  'son',
  'vic',
  'yan',
];

const among = <Thing>(random: Random, things: readonly Thing[]): Thing =>
  things[Math.floor(random() * things.length)] as Thing;

/** A surname of the 65,536 (now and then with two middles: of a million) that make the vocabulary grow as in a press archive. */
export function rareName(random: Random): string {
  const middle = among(random, middles) + (random() < 0.5 ? among(random, middles) : '');
  return among(random, starts) + middle + among(random, ends);
}
