/** The facts of whole units, with numbers for values and rows: what is stored of them, and what a check compares that with. */
import type { ReadableDB } from '../../../core/sql';
import { rowOfItem } from '../items/refresh-items';
import type { UnitFacts } from '../stored/facts-record';
import type { BorneValue, NumberOf } from '../stored/value-ids';
import { type ArticleFacts, passageValues, sharedOf } from './article-facts';
import { entityFacts, eventFacts, noteFacts, tagFacts } from './event-facts';

/** What nothing bears. */
export const noFacts: UnitFacts = { own: [], shared: [], parts: new Map() };

/** The numbers of values, ascending and each once. */
function numbered(numberOf: NumberOf, values: readonly BorneValue[]): number[] {
  return [...new Set(values.map(numberOf))].sort((a, b) => a - b);
}

/** What passages of a revision's article bear themselves, by id. */
export function passageNumbers(
  db: ReadableDB,
  numberOf: NumberOf,
  revisionId: string,
  passages: readonly string[],
): Map<string, readonly number[]> {
  const numbers = new Map<string, readonly number[]>();
  for (const [passage, values] of passageValues(db, revisionId, passages))
    numbers.set(passage, numbered(numberOf, values));
  return numbers;
}

/** An article with its passages: it bears what any of them bears, but for their kind. */
export function articleUnit(
  numberOf: NumberOf,
  { own, shared }: ArticleFacts,
  parts: ReadonlyMap<number, readonly number[]>,
): UnitFacts {
  const kinds = new Set(['passage', 'comment'].map((key) => numberOf({ field: 'kind', key })));
  const borne = new Set(own.map(numberOf));
  for (const values of parts.values()) for (const value of values) if (!kinds.has(value)) borne.add(value);
  return { own: [...borne].sort((a, b) => a - b), shared: numbered(numberOf, shared), parts };
}

/** An event with its accounts; null when it is gone. */
export function eventUnit(db: ReadableDB, numberOf: NumberOf, id: string): UnitFacts | null {
  const facts = eventFacts(db, id, (articleId) => sharedOf(db, articleId));
  if (!facts) return null;
  const parts = new Map<number, readonly number[]>();
  for (const [account, values] of facts.accounts)
    parts.set(rowOfItem(db, 'account', account) ?? 0, numbered(numberOf, values));
  return { own: numbered(numberOf, facts.own), shared: [], parts };
}

const factsAlone = { note: noteFacts, entity: entityFacts, tag: tagFacts };

/** Kinds of things that are units without parts. */
export type KindAlone = keyof typeof factsAlone;

/** A thing that stands alone; null when it is gone. */
export function unitAlone(db: ReadableDB, numberOf: NumberOf, kind: KindAlone, id: string): UnitFacts | null {
  const values = factsAlone[kind](db, id);
  return values && { own: numbered(numberOf, values), shared: [], parts: new Map() };
}
