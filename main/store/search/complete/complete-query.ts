/** Offers ways to go on from the caret in the search box: values for a field, fields and names for a word. */
import type { QueryArgs, QueryValue } from '../../../../shared/contract';
import type { Completion } from '../../../../shared/contract/search';
import { modes } from '../../../../shared/model/account';
import { completionAt, type QueryCompletion } from '../../../../shared/query/complete-query';
import { formatFilter } from '../../../../shared/query/format-query';
import { languageName } from '../../../../shared/query/language-code';
import {
  type DateField,
  havings,
  type NameField,
  nameFields,
  type QueryField,
  queryFields,
  searchCertainties,
  searchColours,
  searchKinds,
  searchScopes,
  searchSorts,
} from '../../../../shared/query/query';
import { wildcardTest } from '../../../../shared/query/wildcards';
import { pluck, type ReadableDB } from '../../core/sql';
import { countRowsOf, valuesOf } from '../index/read-facts';
import { everyRow, remembered, type SearchState, searchState } from '../match/search-state';
import { comparableName, factOf, type Thing, thingsOf, valueIdsOf } from '../match/things';

const offered = 10;

interface Offer {
  readonly field: QueryField;
  /** '': the field itself. */
  readonly value: string;
}

/** How often a thing is borne, by its own values; what lies below it is not added up. */
function usesOf(state: SearchState, field: NameField, { id, keys }: Thing): number {
  const own = field === 'publisher' || field === 'by' || field === 'role' ? keys : [id];
  const every = remembered(state, 'every row', () => everyRow(state));
  return valueIdsOf(state, factOf[field], own).reduce(
    (sum, value) => sum + countRowsOf(state.db, value, every),
    0,
  );
}

/** More names than these that go on as typed are not told apart by their use. */
const mostRanked = 300;

interface Named extends Offer {
  readonly startsSo: boolean;
  readonly uses: number;
}

/** Names with a word that starts as typed, or that fit its wildcards: those that start so themselves first, then by use. */
function namesStarting(state: SearchState, fields: readonly NameField[], typed: string): Named[] {
  const start = typed.trim() === '' ? '' : comparableName(typed);
  const isMeant =
    wildcardTest(typed) ?? ((name: string) => name.startsWith(start) || name.includes(` ${start}`));
  const startsSo = (thing: Thing) => thing.names.some((name) => name.startsWith(start));
  const meant = fields.flatMap((field) =>
    thingsOf(state, field)
      .filter(({ names }) => names.some(isMeant))
      .map((thing) => ({ field, thing, startsSo: startsSo(thing) })),
  );
  const ranked = meant
    .sort((a, b) => Number(b.startsSo) - Number(a.startsSo))
    .slice(0, mostRanked)
    .map(({ field, thing, startsSo: begins }) => ({
      field,
      value: thing.label,
      startsSo: begins,
      uses: usesOf(state, field, thing),
    }));
  const order = (a: Named, b: Named) =>
    Number(b.startsSo) - Number(a.startsSo) || b.uses - a.uses || (a.value < b.value ? -1 : 1);
  return ranked.sort(order).slice(0, offered);
}

/** Years there are, the last first, or the months of a year that was typed; of a range, at its end. */
function datesStarting(state: SearchState, field: DateField, given: string): string[] {
  const at = given.lastIndexOf('..') + 1;
  const [start, typed] = at > 0 ? [given.slice(0, at + 1), given.slice(at + 1)] : ['', given];
  return datesGoingOn(state, field, typed).map((value) => start + value);
}

function datesGoingOn(state: SearchState, field: DateField, typed: string): string[] {
  const length = /^\d{4}/.test(typed) ? 7 : 4;
  const known = field === 'published' ? datesPublished(state, length) : datesOfEvents(state, typed, length);
  const year = length === 7 ? [typed.slice(0, 4)] : [];
  return [...year, ...known.sort().reverse()].filter((value) => value.startsWith(typed));
}

const datesPublished = ({ db }: SearchState, length: number): string[] =>
  valuesOf(db, length === 7 ? 'month' : 'year').flatMap(({ key }) => (/^\d{4}/.test(key) ? [key] : []));

/** Reads the beginnings of events' dates in a stretch of time, by their index. */
export const eventDatesSql = `SELECT DISTINCT substr(date_earliest, 1, ?) FROM event
  WHERE date_earliest >= ? AND date_earliest < ?`;
const datesOfEvents = ({ db }: SearchState, typed: string, length: number): string[] =>
  pluck<string>(db, eventDatesSql, [length, typed || '0', `${typed || ''}~`]);

function languagesStarting({ db }: SearchState, typed: string): string[] {
  const isMeant = (tag: string) => tag.startsWith(typed) || languageName(tag).toLowerCase().startsWith(typed);
  return valuesOf(db, 'lang').flatMap(({ key }) => (key !== '' && isMeant(key) ? [key] : []));
}

/** The values of fields that have few of them. */
const listed: Partial<Record<QueryField, readonly string[]>> = {
  mode: modes,
  certainty: searchCertainties,
  has: havings,
  colour: searchColours,
  in: searchScopes,
  kind: searchKinds,
  sort: searchSorts,
  within: ['1s', '2s', '3s', '5s', '1p', '2p'],
};

const isNameField = (field: QueryField): field is NameField => nameFields.some((name) => name === field);

function valuesFor(state: SearchState, field: QueryField, typed: string): string[] {
  if (isNameField(field)) return namesStarting(state, [field], typed).map(({ value }) => value);
  const lower = typed.trim().toLowerCase();
  if (field === 'date' || field === 'published') return datesStarting(state, field, lower);
  if (field === 'lang') return languagesStarting(state, lower);
  return (listed[field] ?? []).filter((value) => value.startsWith(lower));
}

/** Fields that a name is offered for when no field was typed: a claimant is an actor, offered already. */
const namedFields = nameFields.filter((field) => field !== 'claimant');

/** A word can go on as a field, or be a name that the notebook knows. */
function offersForWord(state: SearchState, typed: string, isQuoted: boolean): Offer[] {
  if (typed.trim() === '') return [];
  const fields = queryFields
    .filter((field) => !isQuoted && field.startsWith(typed.toLowerCase()))
    .map((field) => ({ field, value: '' }));
  return [...fields, ...namesStarting(state, namedFields, typed)];
}

function taken(
  query: string,
  { replaceStart, replaceEnd, field }: QueryCompletion,
  offer: Offer,
): Completion {
  const filter = offer.value === '' ? `${offer.field}:` : formatFilter(offer.field, offer.value);
  const inserted = field === null ? filter : filter.slice(offer.field.length + 1);
  const rest = query.slice(replaceEnd);
  const space = offer.value !== '' && rest === '' ? ' ' : '';
  const before = query.slice(0, replaceStart) + inserted + space;
  return { label: filter, query: before + rest, caret: before.length };
}

/** Completions at a caret (UTF-16), best first; each with the whole query as it would become. */
export function completeQuery(
  db: ReadableDB,
  { query, caret }: QueryArgs<'completeQuery'>,
): QueryValue<'completeQuery'> {
  const at = completionAt(query, caret);
  const state = searchState(db);
  const { field } = at;
  const offers =
    field === null
      ? offersForWord(state, at.prefix, at.isQuoted)
      : valuesFor(state, field, at.prefix).map((value) => ({ field, value }));
  return offers.slice(0, offered).map((offer) => taken(query, at, offer));
}
