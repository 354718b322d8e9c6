/** JSON written in pieces: an object around a long list whose items follow one by one. */

import type { ExportLoss } from '../../../shared/contract/exports';

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** Fields that say something: no empty words, lists or nothing. */
export function present(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, Json] =>
        field[1] !== undefined &&
        field[1] !== '' &&
        field[1] !== null &&
        !(Array.isArray(field[1]) && field[1].length === 0),
    ),
  );
}

/** An object with the list `name` as its last field, a line for each item. */
export function* jsonPieces(head: JsonObject, name: string, items: Iterable<Json>): Generator<string, void> {
  const open = JSON.stringify(head, null, 2).replace(/\n?\}$/, '');
  yield `${open}${Object.keys(head).length > 0 ? ',' : ''}\n  ${JSON.stringify(name)}: [`;
  yield* jsonItems(items, '    ');
  yield '\n  ]\n}\n';
}

/** A list as the whole file. */
export function* jsonList(items: Iterable<Json>): Generator<string, void> {
  yield '[';
  yield* jsonItems(items, '  ');
  yield '\n]\n';
}

function* jsonItems(items: Iterable<Json>, indent: string): Generator<string, void> {
  let before = '\n';
  for (const item of items) {
    yield `${before}${indent}${JSON.stringify(item)}`;
    before = ',\n';
  }
}

/** The loss report as data; nothing when nothing is lost. */
export const lossesJson = (losses: readonly ExportLoss[]): Json =>
  losses.map(({ feature, handling, count, words }) => ({ feature, handling, count, words }));
