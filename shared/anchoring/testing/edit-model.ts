/**
 * A model of editing for property tests: a text whose every character has an identity that survives moving, so that the
 * truth about a passage is known whatever is done to the text.
 */

/** A character and who it is: an original one has its index in the first text, one that was typed in has -1. */
export interface Character {
  readonly character: string;
  readonly id: number;
}

/** Random numbers that a seed repeats (mulberry32). */
export interface Random {
  /** 0 ≤ n < limit, whole. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text as characters (code points) with identities. */
export const modelOf = (text: string): Character[] =>
  Array.from(text, (character, id) => ({ character, id }));

export const textOf = (model: readonly Character[]): string => model.map((one) => one.character).join('');

const typed = (text: string): Character[] => Array.from(text, (character) => ({ character, id: -1 }));

/** Characters that are a grapheme each, whatever plain one stands beside them: those of common scripts. */
const plain =
  /^[\n -~\u00a0-\u00a8\u00aa-\u00ad\u00af-\u024f\u0400-\u0482\u048a-\u052f\u2010-\u2027\u4e00-\u9fff]$/u;

const isEdge = (grapheme: string): boolean =>
  !/^[\p{L}\p{N}\p{M}]+$/u.test(grapheme) || /\p{Script=Han}/u.test(grapheme);

/** What a character of the first plane is: of a word, an edge of words, or to be looked at with its neighbours. */
const kindOfUnit = Array.from({ length: 0x10000 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (!plain.test(character)) return 'involved';
  return isEdge(character) ? 'edge' : 'word';
});

const kindAt = (model: readonly Character[], index: number): string | undefined => {
  const character = model[index]?.character;
  return character && (character.length > 1 ? 'involved' : kindOfUnit[character.charCodeAt(0)]);
};

const edgesKnown = new Map<string, readonly number[]>();

/**
 * Edges in a stretch where marks and joiners belong to what stands before them. Each is segmented once: to segment the
 * whole text at every edit took half of the time of the tests.
 */
function edgesInside(text: string): readonly number[] {
  const known = edgesKnown.get(text);
  if (known) return known;
  const edges: number[] = [];
  let at = 0;
  for (const { segment } of segmenter.segment(text)) {
    const next = at + Array.from(segment).length;
    if (isEdge(segment)) edges.push(at, next);
    at = next;
  }
  edgesKnown.set(text, edges);
  return edges;
}

/** Word edges of a text in code points: every place where a passage or an edit may begin or end. */
export function edgesOf(model: readonly Character[]): number[] {
  const edges = [0];
  const add = (edge: number): void => {
    if (edge > (edges.at(-1) ?? 0)) edges.push(edge);
  };
  for (let index = 0; index < model.length; ) {
    let end = index + 1;
    while (kindAt(model, end) === 'involved') end++;
    if (end === index + 1 && kindAt(model, index) !== 'involved') {
      if (kindAt(model, index) === 'edge') [index, end].forEach(add);
    } else {
      for (const edge of edgesInside(textOf(model.slice(index, end)))) add(index + edge);
    }
    index = end;
  }
  add(model.length);
  return edges;
}

const invented = [
  'zorvane',
  'quibelt',
  'мрузляк',
  'ткавіць',
  'ضخغثب',
  '罘磬',
  '🛸',
  'xylk',
  'vumbrat osk',
  '— plov —',
];

interface Scene {
  readonly model: readonly Character[];
  readonly random: Random;
  readonly edges: readonly number[];
}

function stretch(
  { random, edges }: Scene,
  mostEdges: number,
): { readonly start: number; readonly end: number } {
  const first = random.below(edges.length);
  const last = Math.min(edges.length - 1, first + 1 + random.below(mostEdges));
  return { start: edges[first] ?? 0, end: edges[last] ?? 0 };
}

const splice = (
  model: readonly Character[],
  start: number,
  end: number,
  came: readonly Character[],
): Character[] => [...model.slice(0, start), ...came, ...model.slice(end)];

const wordsFrom = ({ random }: Scene): Character[] =>
  typed(` ${Array.from({ length: 1 + random.below(4) }, () => random.pick(invented)).join(' ')} `);

/** Words that stand elsewhere in the text, typed in anew. */
function copiedWords(scene: Scene): Character[] {
  const { start, end } = stretch(scene, 14);
  return typed(` ${textOf(scene.model.slice(start, end))} `);
}

function remove(scene: Scene, most: number): Character[] {
  const { start, end } = stretch(scene, most);
  return splice(scene.model, start, end, []);
}

function insert(scene: Scene, came: readonly Character[]): Character[] {
  const at = scene.random.pick(scene.edges);
  return splice(scene.model, at, at, came);
}

function replaceWords(scene: Scene, came: readonly Character[]): Character[] {
  const { start, end } = stretch(scene, 12);
  return splice(scene.model, start, end, came);
}

function moveWithin(scene: Scene, start: number, end: number): Character[] {
  const rest = splice(scene.model, start, end, []);
  const at = scene.random.pick(edgesOf(rest));
  return splice(rest, at, at, scene.model.slice(start, end));
}

function moveParagraph(scene: Scene): Character[] {
  const ends = scene.model.flatMap((one, index) => (one.character === '\n' ? [index + 1] : []));
  const starts = [0, ...ends];
  const from = scene.random.below(starts.length);
  const start = starts[from] ?? 0;
  const end = starts[from + 1] ?? scene.model.length;
  const paragraph = scene.model.slice(start, end);
  const rest = splice(scene.model, start, end, []);
  const target = scene.random.pick([
    0,
    ...rest.flatMap((one, index) => (one.character === '\n' ? [index + 1] : [])),
  ]);
  return splice(rest, target, target, paragraph);
}

function misspell({ model, random }: Scene): Character[] {
  const at = random.below(model.length);
  return splice(
    model,
    at,
    at + random.below(2),
    random.below(2) ? typed(random.pick(['e', 'я', 'ل', '人'])) : [],
  );
}

function typeset({ model, random }: Scene): Character[] {
  const [from, to] = random.pick([
    ['"', '“'],
    ['“', '"'],
    ['”', '"'],
    ['’', "'"],
    ["'", '’'],
    ['-', '–'],
    ['—', '-'],
    [' ', '\u00a0'],
  ]);
  const share = 1 + random.below(3);
  return model.map((one, index) =>
    one.character === from && index % share === 0 ? { ...one, character: to ?? '' } : one,
  );
}

function splitParagraph(scene: Scene): Character[] {
  return insert(scene, typed('\n'));
}

function joinParagraphs({ model, random }: Scene): Character[] {
  const ends = model.flatMap((one, index) => (one.character === '\n' ? [index] : []));
  if (ends.length === 0) return [...model];
  const at = random.pick(ends);
  return splice(model, at, at + 1, typed(' '));
}

/** What one edit may be, the likelier ones twice. */
const edits: readonly ((scene: Scene) => Character[])[] = [
  (scene) => remove(scene, 6),
  (scene) => remove(scene, 30),
  (scene) => remove(scene, 150),
  (scene) => insert(scene, wordsFrom(scene)),
  (scene) => insert(scene, wordsFrom(scene)),
  (scene) => insert(scene, copiedWords(scene)),
  (scene) => replaceWords(scene, wordsFrom(scene)),
  (scene) => replaceWords(scene, copiedWords(scene)),
  (scene) => {
    const { start, end } = stretch(scene, 40);
    return moveWithin(scene, start, end);
  },
  moveParagraph,
  misspell,
  misspell,
  typeset,
  splitParagraph,
  joinParagraphs,
];

/** Edges are found when an edit asks for them: not all do. */
function sceneOf(model: readonly Character[], random: Random): Scene {
  let edges: readonly number[] | null = null;
  return {
    model,
    random,
    get edges() {
      edges ??= edgesOf(model);
      return edges;
    },
  };
}

/** The text after a script of random edits. */
export function editAtRandom(first: readonly Character[], count: number, random: Random): Character[] {
  let model = [...first];
  for (let edit = 0; edit < count && model.length > 2; edit++) {
    model = random.pick(edits)(sceneOf(model, random));
  }
  return model;
}

/** What became of the characters of a range of the first text. */
export type Fate =
  | { readonly kind: 'whole' | 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'gone' };

/** The truth about a range: `whole` when all its characters stand side by side in their order. */
export function fateOf(model: readonly Character[], start: number, end: number): Fate {
  const places = model.flatMap((one, index) => (one.id >= start && one.id < end ? [index] : []));
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return { kind: 'gone' };
  const ordered = places.every(
    (place, index) => model[place]?.id === start + index && place === first + index,
  );
  const kind = ordered && places.length === end - start ? 'whole' : 'part';
  return { kind, start: first, end: last + 1 };
}
