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
  /** By words and language: what is looked for, and which words of texts a match can begin with. */
  readonly sought: WeakMap<object, Map<string | null, Sought>>;
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
    sought: new WeakMap(),
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

/** The things that have a word with which a match can begin; of NEAR, of any of its operands. */
export function candidates(ground: Ground, node: WordsNode): Set<RawRow> {
  const found = new Set<RawRow>();
  for (const operand of node.kind === 'near' ? node.operands : [node]) {
    // A word that begins a match in some language, if not in that of the thing, is looked at more closely.
    const sought = ['en', 'de', 'fr', 'ru', 'uk', null].flatMap((one) => seek(ground, operand, one) ?? []);
    for (const [token, rows] of ground.having)
      if (sought.some(({ canBegin }) => canBegin(token))) for (const row of rows) found.add(row);
  }
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
    const length = sought?.canBegin(token) ? sought.lengthAt(tokens, from) : 0;
    return length > 0 ? [{ from, to: from + length }] : [];
  });
}

/** A word or phrase as it is looked for in texts of a language. */
interface Sought {
  readonly canBegin: (token: string) => boolean;
  readonly lengthAt: (tokens: readonly string[], from: number) => number;
}

/** What is looked for; null where it holds nothing that can be. Each is made ready once. */
function seek(
  { names, sought }: Ground,
  node: Exclude<WordsNode, { readonly kind: 'near' }>,
  language: string | null,
): Sought | null {
  const byLanguage = sought.get(node) ?? new Map<string | null, Sought>();
  sought.set(node, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const rules = { names, stems: true };
  const asked = askedWords(rules, node);
  if (!asked) return null;
  const [first = ''] = asked.tokens;
  const lengthAt = (tokens: readonly string[], from: number) =>
    wordsMatchedAt(rules, asked, tokens, from, language);
  const begins = new Map<string, boolean>();
  const canBegin = (token: string): boolean => {
    const can =
      begins.get(token) ??
      (token.startsWith(first) ||
        asked.otherNames.some((name) => name.tokens[0] === token) ||
        lengthAt([token], 0) > 0);
    begins.set(token, can);
    return can;
  };
  const made = { canBegin, lengthAt };
  byLanguage.set(language, made);
  return made;
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
