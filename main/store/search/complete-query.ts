/** Offers ways to go on from the caret in the search box: names for a field, fields and names for a word. */
import type { QueryArgs, QueryValue } from '../../../shared/contract';
import type { Completion } from '../../../shared/contract/search';
import { completionAt, type QueryCompletion } from '../../../shared/query/complete-query';
import { formatFilter } from '../../../shared/query/format-query';
import { type QueryField, queryFields, searchKinds, searchScopes } from '../../../shared/query/query';
import type { ReadableDB } from '../core/sql';
import { comparableName, type LinkedField, linkedFields, type SearchRows, searchRows } from './search-rows';

const offered = 10;

interface Offer {
  readonly field: QueryField;
  readonly value: string;
}

interface Named {
  readonly field: LinkedField;
  readonly value: string;
  readonly startsSo: boolean;
  readonly uses: number;
}

/** Names with a word that starts as typed: those that start so themselves first, then by how often they occur. */
function namesStarting(rows: SearchRows, fields: readonly LinkedField[], prefix: string): Named[] {
  const typed = comparableName(prefix);
  const named = fields.flatMap((field) =>
    rows.values[field]
      .filter(({ names }) => names.some((name) => name.startsWith(typed) || name.includes(` ${typed}`)))
      .map(({ label, names, own }) => ({
        field,
        value: label,
        startsSo: names.some((name) => name.startsWith(typed)),
        uses: own.length,
      })),
  );
  const order = (a: Named, b: Named) =>
    Number(b.startsSo) - Number(a.startsSo) || b.uses - a.uses || (a.value < b.value ? -1 : 1);
  return named.sort(order).slice(0, offered);
}

function isLinkedField(field: QueryField): field is LinkedField {
  return linkedFields.some((name) => name === field);
}

function valuesFor(rows: SearchRows, field: QueryField, prefix: string): string[] {
  if (isLinkedField(field)) return namesStarting(rows, [field], prefix).map(({ value }) => value);
  const known =
    field === 'in'
      ? searchScopes
      : field === 'kind'
        ? searchKinds
        : rows.years.map(({ label }) => label).sort();
  return known.filter((value) => value.startsWith(prefix.toLowerCase())).slice(0, offered);
}

/** A word can go on as a field, or be a name that the notebook knows. */
function offersForWord(rows: SearchRows, prefix: string): Offer[] {
  if (prefix === '') return [];
  const fields = queryFields
    .filter((field) => field.startsWith(prefix.toLowerCase()))
    .map((field) => ({ field, value: '' }));
  const names = namesStarting(rows, linkedFields, prefix);
  return [...fields, ...names].slice(0, offered);
}

function taken(
  query: string,
  { replaceStart, replaceEnd, field }: QueryCompletion,
  offer: Offer,
): Completion {
  const filter = offer.value === '' ? `${offer.field}:` : formatFilter(offer.field, offer.value);
  const label = filter;
  const inserted = field === null ? filter : filter.slice(offer.field.length + 1);
  const rest = query.slice(replaceEnd);
  const space = offer.value !== '' && rest === '' ? ' ' : '';
  const before = query.slice(0, replaceStart) + inserted + space;
  return { label, query: before + rest, caret: before.length };
}

/** Completions at a caret (UTF-16), best first; each with the whole query as it would become. */
export function completeQuery(
  db: ReadableDB,
  { query, caret }: QueryArgs<'completeQuery'>,
): QueryValue<'completeQuery'> {
  const at = completionAt(query, caret);
  const rows = searchRows(db);
  const { field } = at;
  const offers =
    field === null
      ? offersForWord(rows, at.prefix)
      : valuesFor(rows, field, at.prefix).map((value) => ({ field, value }));
  return offers.map((offer) => taken(query, at, offer));
}
