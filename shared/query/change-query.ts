/**
 * Changes a query string as the lists beside it do: a value of a field more or less, chosen or left out. The rest stays
 * as it was typed. Values are compared as search compares names.
 */
import { foldForMatch } from '../text/fold';
import { formatFilter } from './format-query';
import type { QueryField } from './query';
import { type FieldToken, type QueryToken, tokeniseQuery } from './tokenise-query';

/** What of a field is chosen (any of these), and what is left out. */
export interface FieldChoice {
  readonly chosen: readonly string[];
  readonly excluded: readonly string[];
}

/** A field as the query has it; its stretch, in UTF-16 offsets, takes in what joins it to the rest. */
interface Place {
  readonly token: FieldToken;
  readonly isNot: boolean;
  /** Neither in a group nor an alternative: a value more in its list is a choice more. */
  readonly isAlone: boolean;
  readonly start: number;
  readonly end: number;
}

const key = (value: string): string => foldForMatch(value) || value.trim().toLowerCase();

function placeOf(tokens: readonly QueryToken[], at: number, depth: number): Place | null {
  const token = tokens[at];
  if (token?.kind !== 'field') return null;
  const isNot = tokens[at - 1]?.kind === 'not';
  const before = tokens[isNot ? at - 2 : at - 1];
  const after = tokens[at + 1];
  const isAlternative = before?.kind === 'or' || after?.kind === 'or';
  const own = isNot ? (tokens[at - 1] ?? token) : token;
  return {
    token,
    isNot,
    isAlone: depth === 0 && !isAlternative,
    start: before?.kind === 'or' ? before.start : own.start,
    end: before?.kind !== 'or' && after?.kind === 'or' ? after.end : token.end,
  };
}

function placesOf(input: string, field: QueryField): Place[] {
  const tokens = tokeniseQuery(input);
  let depth = 0;
  return tokens.flatMap((token, at) => {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close' && depth > 0) depth--;
    const place = token.kind === 'field' && token.field === field ? placeOf(tokens, at, depth) : null;
    return place ? [place] : [];
  });
}

const textsOf = ({ token }: Place): string[] =>
  token.values.map(({ text }) => text.trim()).filter((text) => text !== '');
const has = (place: Place, value: string): boolean => textsOf(place).some((text) => key(text) === key(value));

/** What a query says of a field, in order, wherever in it that stands. */
export function choiceOf(input: string, field: QueryField): FieldChoice {
  const places = placesOf(input, field);
  const values = (isNot: boolean) => places.filter((place) => place.isNot === isNot).flatMap(textsOf);
  return { chosen: values(false), excluded: values(true) };
}

/** Whether a query asks for this value of a field. */
export function hasFilter(input: string, field: QueryField, value: string): boolean {
  return placesOf(input, field).some((place) => !place.isNot && has(place, value));
}

/** Whether a query leaves this value of a field out. */
export function hasExcluded(input: string, field: QueryField, value: string): boolean {
  return placesOf(input, field).some((place) => place.isNot && has(place, value));
}

const joined = (...pieces: readonly string[]): string => pieces.filter((piece) => piece !== '').join(' ');

function cut(input: string, start: number, end: number): string {
  return joined(input.slice(0, start).trimEnd(), input.slice(end).trimStart());
}

/** Without the value: out of its list, or with the whole filter where it is the only one. */
function takeOut(input: string, place: Place, value: string): string {
  const { values } = place.token;
  const at = values.findIndex(({ text }) => key(text) === key(value));
  const [gone, before, after] = [values[at], values[at - 1], values[at + 1]];
  if (!gone) return input;
  if (before) return input.slice(0, before.end) + input.slice(gone.end);
  if (after) return input.slice(0, gone.start) + input.slice(after.start);
  return cut(input, place.start, place.end);
}

function remove(input: string, field: QueryField, value: string, isNot: boolean): string {
  const place = placesOf(input, field).find((each) => each.isNot === isNot && has(each, value));
  return place ? takeOut(input, place, value) : input;
}

/** The query without a chosen value (and without the OR that joined it); unchanged when it is not there. */
export function removeFilter(input: string, field: QueryField, value: string): string {
  return remove(input, field, value, false);
}

/** The query that no longer leaves a value out. */
export function removeExcluded(input: string, field: QueryField, value: string): string {
  return remove(input, field, value, true);
}

/** The query narrowed by one more filter at its end; unchanged when it is there already. */
export function addFilter(input: string, field: QueryField, value: string): string {
  return hasFilter(input, field, value) ? input : addedTo(input, field, formatFilter(field, value));
}

/** The query with the signs that its end may lack, so that what follows is not taken as words, or into a group, too. */
function closed(input: string): string {
  const tokens = tokeniseQuery(input);
  const last = tokens.at(-1);
  const value = last?.kind === 'field' ? last.values.at(-1) : last?.kind === 'value' ? last.value : undefined;
  const isOpen = value?.closed === false;
  return (isOpen ? `${input}"` : input.trimEnd()) + ')'.repeat(groupsOf(tokens).open);
}

/** How many groups are open at the end; whether something in none of them would take in what follows. */
function groupsOf(tokens: readonly QueryToken[]): { readonly open: number; readonly hasWithin: boolean } {
  let open = 0;
  let hasWithin = false;
  for (const token of tokens) {
    if (token.kind === 'open') open++;
    else if (token.kind === 'close' && open > 0) open--;
    hasWithin ||= open === 0 && token.kind === 'field' && token.field === 'within';
  }
  return { open, hasWithin };
}

/** Says where or for what is looked: of `within:` it is no part. */
const frames: readonly QueryField[] = ['kind', 'in', 'sort'];

/** The query as a part of a longer one: in parentheses where what follows would change its meaning. */
function asPart(input: string, field: QueryField | null): string {
  const part = closed(input);
  const tokens = tokeniseQuery(part);
  const last = tokens.at(-1)?.kind;
  const isUnfinished = last === 'or' || last === 'and' || last === 'not' || last === 'near';
  const takesIn = (field === null || !frames.includes(field)) && groupsOf(tokens).hasWithin;
  return isUnfinished || takesIn ? `(${part})` : part;
}

/** The query narrowed by a piece at its end. */
export function addPiece(input: string, piece: string): string {
  return joined(asPart(input, null), piece);
}

/** Narrowed by a filter: at the end, but a role before an actor that it would belong to there. */
function addedTo(input: string, field: QueryField, filter: string): string {
  const part = asPart(input, field);
  const last = tokeniseQuery(part).at(-1);
  const isActors = field === 'role' && last?.kind === 'field' && last.field === 'actor';
  return isActors ? joined(filter, part) : joined(part, filter);
}

function extend(input: string, place: Place, value: string, field: QueryField): string {
  const end = place.token.end;
  return `${input.slice(0, end)},${formatFilter(field, value).slice(field.length + 1)}${input.slice(end)}`;
}

function addToList(typed: string, field: QueryField, value: string, isNot: boolean): string {
  const input = closed(typed);
  const place = placesOf(input, field).findLast((each) => each.isAlone && each.isNot === isNot);
  if (place) return extend(input, place, value, field);
  return addedTo(input, field, (isNot ? '-' : '') + formatFilter(field, value));
}

/** With a value among those that are chosen of a field: any of them will do. No longer left out, if it was. */
export function chooseValue(input: string, field: QueryField, value: string): string {
  const rest = removeExcluded(input, field, value);
  return hasFilter(rest, field, value) ? rest : addToList(rest, field, value, false);
}

/** With a value left out of what is found; no longer chosen, if it was. */
export function excludeValue(input: string, field: QueryField, value: string): string {
  const rest = removeFilter(input, field, value);
  return hasExcluded(rest, field, value) ? rest : addToList(rest, field, value, true);
}

/** The query without anything of a field, or only without what is chosen of it, or left out. */
export function withoutField(input: string, field: QueryField, only?: 'chosen' | 'excluded'): string {
  const places = placesOf(input, field).filter((each) => !only || each.isNot === (only === 'excluded'));
  return places.reduceRight((rest, { start, end }) => cut(rest, start, end), input);
}
