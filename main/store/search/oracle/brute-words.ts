/** Where words stand in the texts of a notebook that is read as it is, and which things have them. */
import type { NameField, QueryNode } from '../../../../shared/query/query';
import type { ReadableDB } from '../../core/sql';
import type { KnownNames } from '../words/known-names';
import { readKnownNames } from '../words/read-known-names';
import { askedWords, wordsMatchedAt } from '../words/token-matches';
import type { RawRow, RawRows } from './raw-rows';

type Rows = ReadonlySet<RawRow>;
export type WordsNode = Extract<QueryNode, { readonly kind: 'word' | 'phrase' | 'near' }>;

/** Something that a filter can name. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** A notebook to be asked. */
export interface Ground {
  readonly db: ReadableDB;
  readonly raw: RawRows;
  readonly names: KnownNames;
  readonly known: Map<string, Rows>;
  /** What is known of words that were asked for, by the words themselves: many queries ask for the same. */
  readonly asked: Map<string, Asked>;
  /** The same by the node of a query. */
  readonly askedBy: WeakMap<WordsNode, Asked>;
  /** The things that have a word, by the word. */
  readonly having: ReadonlyMap<string, readonly RawRow[]>;
  readonly named: Map<NameField, readonly Named[]>;
}

export function groundOf(db: ReadableDB, raw: RawRows): Ground {
  return {
    db,
    raw,
    names: readKnownNames(db),
    known: new Map(),
    asked: new Map(),
    askedBy: new WeakMap(),
    having: rowsByWord(raw),
    named: new Map(),
  };
}

function rowsByWord({ rows }: RawRows): Map<string, RawRow[]> {
  const having = new Map<string, RawRow[]>();
  for (const row of rows)
    for (const token of new Set([...row.title, ...row.body, ...row.comment])) {
      const list = having.get(token);
      if (list) list.push(row);
      else having.set(token, [row]);
    }
  return having;
}

/** What is known of words that were asked for. */
interface Asked {
  /** By language, what is looked for; null where it holds nothing that can be. */
  readonly sought: Map<string | null, Sought | null>;
  readonly runs: Map<RawRow, readonly Run[]>;
  candidates: Rows | null;
}

function askedOf({ asked, askedBy }: Ground, node: WordsNode): Asked {
  const known = askedBy.get(node);
  if (known) return known;
  const key = JSON.stringify(node);
  const made = asked.get(key) ?? { sought: new Map(), runs: new Map(), candidates: null };
  asked.set(key, made);
  askedBy.set(node, made);
  return made;
}

/** The things that have a word with which a match can begin; of NEAR, of any of its operands. */
export function candidates(ground: Ground, node: WordsNode): Rows {
  const asked = askedOf(ground, node);
  asked.candidates ??= findCandidates(ground, node);
  return asked.candidates;
}

function findCandidates(ground: Ground, node: WordsNode): Rows {
  const found = new Set<RawRow>();
  // A word that begins a match in some language, if not in that of the thing, is looked at more closely.
  for (const operand of node.kind === 'near' ? node.operands : [node])
    for (const language of ['en', 'de', 'fr', 'ru', 'uk', null])
      for (const token of seek(ground, operand, language)?.beginnings ?? [])
        for (const row of ground.having.get(token) ?? []) found.add(row);
  return found;
}

/** The places of words in what a thing is about. */
export function runsInBody(ground: Ground, row: RawRow, node: WordsNode): readonly Run[] {
  const { runs } = askedOf(ground, node);
  const found = runs.get(row) ?? runsIn(ground, row.body, node, row.language);
  runs.set(row, found);
  return found;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Every place where words stand in a text, by the rule for one text. */
export function runsIn(
  ground: Ground,
  tokens: readonly string[],
  node: WordsNode,
  language: string | null,
): Run[] {
  if (node.kind === 'near') return nearRuns(ground, tokens, node, language);
  const sought = seek(ground, node, language);
  return tokens.flatMap((token, from) => {
    const length = sought?.beginnings.has(token) ? sought.lengthAt(tokens, from) : 0;
    return length > 0 ? [{ from, to: from + length }] : [];
  });
}

/** A word or phrase as it is looked for in texts of a language. */
interface Sought {
  /** The words of texts with which a match can begin. */
  readonly beginnings: ReadonlySet<string>;
  readonly lengthAt: (tokens: readonly string[], from: number) => number;
}

/** What is looked for; null where it holds nothing that can be. Each is made ready once. */
function seek(
  ground: Ground,
  node: Exclude<WordsNode, { readonly kind: 'near' }>,
  language: string | null,
): Sought | null {
  const { sought } = askedOf(ground, node);
  const known = sought.get(language);
  if (known !== undefined) return known;
  const made = makeReady(ground, node, language);
  sought.set(language, made);
  return made;
}

function makeReady(
  { names, having }: Ground,
  node: Exclude<WordsNode, { readonly kind: 'near' }>,
  language: string | null,
): Sought | null {
  const rules = { names, stems: true };
  const asked = askedWords(rules, node);
  if (!asked) return null;
  const [first = ''] = asked.tokens;
  const lengthAt = (tokens: readonly string[], from: number) =>
    wordsMatchedAt(rules, asked, tokens, from, language);
  const canBegin = (token: string): boolean =>
    token.startsWith(first) ||
    asked.otherNames.some((name) => name.tokens[0] === token) ||
    lengthAt([token], 0) > 0;
  return { beginnings: new Set([...having.keys()].filter(canBegin)), lengthAt };
}

function nearRuns(
  ground: Ground,
  tokens: readonly string[],
  { operands, distance }: Extract<QueryNode, { readonly kind: 'near' }>,
  language: string | null,
): Run[] {
  const lists = operands
    .filter((operand) => seek(ground, operand, language) !== null)
    .map((operand) => runsIn(ground, tokens, operand, language));
  const chosen = lists.reduce<Run[][]>(
    (sofar, list) => sofar.flatMap((one) => list.map((run) => [...one, run])),
    [[]],
  );
  return chosen.flatMap((runs) => {
    if (runs.length === 0) return [];
    const firstEnd = Math.min(...runs.map(({ to }) => to));
    const lastStart = Math.max(...runs.map(({ from }) => from));
    if (lastStart - firstEnd > distance) return [];
    return [{ from: Math.min(...runs.map(({ from }) => from)), to: Math.max(...runs.map(({ to }) => to)) }];
  });
}

const columnsOfScope: Readonly<
  Record<string, readonly (readonly ['title' | 'body' | 'comment', string | null])[]>
> = {
  title: [['title', null]],
  text: [
    ['body', 'article'],
    ['body', 'passage'],
  ],
  note: [
    ['title', 'note'],
    ['body', 'note'],
  ],
  comment: [['comment', 'passage']],
};
const everywhere = ['title', 'body', 'comment'].map((column) => [column as 'title', null] as const);

/** Whether a thing has words where they are looked for. */
export function hasWords(ground: Ground, row: RawRow, node: WordsNode, scopes: ReadonlySet<string>): boolean {
  const columns =
    scopes.size === 0 ? everywhere : [...scopes].flatMap((scope) => columnsOfScope[scope] ?? []);
  return columns.some(
    ([column, kind]) =>
      (kind === null || kind === row.kind) && runsIn(ground, row[column], node, row.language).length > 0,
  );
}
