/**
 * An article of the search corpus: real sentences in paragraphs, some of them put into the mouth or the place of an entity,
 * with the passages on these words. Everything is drawn from one source of random numbers.
 */
import { countWords } from '../../../shared/text/count-words';
import type { Random } from '../../prose';
import type { CastName } from './cast-names';
import { rareName } from './sentence-pool';

/** A stretch of an article's text (UTF-16, which is code points here: nothing lies beyond the basic plane) with whom it names. */
export interface MadePassage {
  readonly start: number;
  readonly end: number;
  /** Numbers in the cast. */
  readonly entities: readonly number[];
  /** A whole sentence, on which a claim can rest; else a name alone. */
  readonly isSentence: boolean;
}

export interface MadeArticle {
  readonly paragraphs: readonly string[];
  readonly passages: readonly MadePassage[];
  readonly wordCount: number;
}

export interface Material {
  readonly sentences: readonly string[];
  readonly cast: readonly CastName[];
  /** Numbers in the cast. */
  readonly actors: readonly number[];
  readonly places: readonly number[];
}

const mentionsWanted = 20;
const wholeSentenceShare = 0.45;
const ownScriptShare = 0.12;

/** By Zipf's law: the first of the list most often. */
export function pickZipf<Thing>(random: Random, things: readonly Thing[]): Thing {
  return things[Math.floor((things.length + 1) ** random()) - 1] as Thing;
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

interface Sentence {
  readonly text: string;
  /** Where the names stand in it. */
  readonly names: readonly { readonly entity: number; readonly start: number; readonly end: number }[];
}

/** The pattern's `A`, `B` and `P` become names. */
const patterns = [
  '{A} said that {s}',
  'According to {A}, {s}',
  'In {P}, {s}',
  '{A} met {B} in {P}; {s}',
  '{A} told {B}: “{S}”',
  'As {A} and {B} agreed, {s}',
  '{A} alleged in {P} that {s}',
];

function written(random: Random, { name, own }: CastName): string {
  return own !== null && random() < ownScriptShare ? own : name;
}

function namingSentence(random: Random, { cast, actors, places }: Material, plain: string): Sentence {
  const pattern = patterns[Math.floor(random() * patterns.length)] ?? '';
  const names: { entity: number; start: number; end: number }[] = [];
  let text = '';
  for (const piece of pattern.split(/(\{\w\})/)) {
    if (piece === '{s}') text += lowered(plain);
    else if (piece === '{S}') text += plain;
    else if (!piece.startsWith('{')) text += piece;
    else {
      const entity = pickZipf(random, piece === '{P}' ? places : actors);
      const name = written(random, cast[entity] as CastName);
      names.push({ entity, start: text.length, end: text.length + name.length });
      text += name;
    }
  }
  return { text, names };
}

function passagesOf(random: Random, { text, names }: Sentence, at: number): MadePassage[] {
  if (random() < wholeSentenceShare) {
    const entities = [...new Set(names.map(({ entity }) => entity))];
    return [{ start: at, end: at + text.length, entities, isSentence: true }];
  }
  return names.map(({ entity, start, end }) => ({
    start: at + start,
    end: at + end,
    entities: [entity],
    isSentence: false,
  }));
}

/** Names and numbers that hardly another article has: these make the vocabulary grow with the archive. */
function byline(random: Random): string {
  const number = Math.floor(random() * 1e6);
  return `Reported by ${rareName(random)} and ${rareName(random)}; file ${number}.`;
}

/** Makes one of 600 to 1,000 words. */
export function makeArticle(random: Random, material: Material): MadeArticle {
  const wanted = 600 + Math.floor(random() * 400);
  const namingShare = 14 / (wanted / 26);
  const paragraphs: string[] = [];
  const passages: MadePassage[] = [];
  let words = 0;
  let at = 0;
  let mentions = 0;
  while (words < wanted) {
    let paragraph = paragraphs.length === 0 ? byline(random) : '';
    const count = 3 + Math.floor(random() * 5);
    for (let index = 0; index < count && words < wanted; index++) {
      const plain = material.sentences[Math.floor(random() * material.sentences.length)] ?? '';
      const naming = mentions < mentionsWanted && random() < namingShare;
      const sentence = naming ? namingSentence(random, material, plain) : { text: plain, names: [] };
      if (paragraph !== '') paragraph += ' ';
      if (naming) passages.push(...passagesOf(random, sentence, at + paragraph.length));
      mentions += sentence.names.length;
      paragraph += sentence.text;
      words += sentence.text.split(' ').length;
    }
    paragraphs.push(paragraph);
    at += paragraph.length + 1;
  }
  return {
    paragraphs,
    passages,
    wordCount: paragraphs.reduce((sum, paragraph) => sum + countWords(paragraph), 0),
  };
}
