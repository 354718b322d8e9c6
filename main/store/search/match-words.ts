/** Asks the full-text index for rows with given words. The words are folded tokens, so no query can break its syntax. */
import { type HitKind, hitKinds } from '../../../shared/contract/search';
import type { PhraseNode, SearchScope, WordNode } from '../../../shared/query/query';
import { searchTokens } from '../../../shared/text/fold';
import { type ReadableDB, rawDatabase } from '../core/sql';

/** Tokens that stand side by side; with `prefix`, the last is the beginning of a word. */
export interface Term {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
}

/** A word or phrase of a query as the index has it; null when it holds nothing that is indexed. */
export function termOf(node: WordNode | PhraseNode): Term | null {
  const tokens = searchTokens(node.text);
  return tokens.length > 0 ? { tokens, prefix: node.kind === 'word' && node.prefix } : null;
}

/** The same for terms that mean the same. */
export function termKey({ tokens, prefix }: Term): string {
  return `${tokens.join(' ')}${prefix ? '*' : ''}`;
}

/** Each term once. */
export function distinctTerms(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [termKey(term), term])).values()];
}

interface Place {
  readonly columns: string;
  readonly kinds: readonly HitKind[];
}

/** Where each scope looks: columns of the index and kinds of row. */
const places: Readonly<Record<SearchScope, Place>> = {
  title: { columns: '{title}', kinds: hitKinds },
  text: { columns: '{body}', kinds: ['article', 'passage'] },
  note: { columns: '{title body}', kinds: ['note'] },
  comment: { columns: '{comment}', kinds: ['passage'] },
};
const everywhere: Place = { columns: '{title body comment}', kinds: hitKinds };

function expressionOf(terms: readonly Term[], operator: 'AND' | 'OR'): string {
  const phrases = terms.map(({ tokens, prefix }) => `"${tokens.join(' ')}"${prefix ? ' *' : ''}`);
  return phrases.join(` ${operator} `);
}

/**
 * A word in a title weighs more than one in a comment, and that more than one in a text. `bm25` is negative, the more
 * relevant the lower.
 */
export const matchSql =
  'SELECT rowid, bm25(search_index, 6.0, 1.0, 2.0) FROM search_index WHERE search_index MATCH ?';

/** Calls `found` with each row that has all (or any) of the terms in one of the scopes, and how relevant it is (higher: more). */
export function matchWords(
  db: ReadableDB,
  asked: {
    readonly terms: readonly Term[];
    readonly operator: 'AND' | 'OR';
    readonly scopes: readonly SearchScope[];
  },
  kinds: Uint8Array,
  found: (row: number, relevance: number) => void,
): void {
  const statement = rawDatabase(db).prepare<[string], [number, number]>(matchSql).raw();
  const expression = expressionOf(asked.terms, asked.operator);
  const looked = asked.scopes.length > 0 ? asked.scopes.map((scope) => places[scope]) : [everywhere];
  for (const place of looked) {
    const allowed = new Set(place.kinds.map((kind) => hitKinds.indexOf(kind)));
    for (const [row, rank] of statement.all(`${place.columns} : (${expression})`)) {
      if (allowed.has(kinds[row] ?? 255)) found(row, -rank);
    }
  }
}
