/** What one token of a query means: words, and a field with one of its values. What joins them is `parse-query.ts`. */

import { type ParsedEdtf, parseEdtf } from '../dates/edtf';
import { modes } from '../model/account';
import { searchTokens, wordsOf } from '../text/fold';
import { languageCode } from './language-code';
import {
  type DateField,
  type DateNode,
  type Fuzziness,
  havings,
  type NearNode,
  type PhraseNode,
  type QueryField,
  type QueryNode,
  type SearchSort,
  searchCertainties,
  searchColours,
  searchKinds,
  searchScopes,
  searchSorts,
  type WithinNode,
  type WordNode,
} from './query';
import type { QueryValue } from './tokenise-query';

/** A word as it may be said back: cut where it is too long to be read. */
export const said = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

type Say = (problem: string) => void;

interface WordSigns {
  readonly bare: string;
  readonly prefix: boolean;
  /** As it was asked for: 0 is not at all. */
  readonly fuzzy: number;
}

/** Where the sign `~`, `~1` at the end of a stretch starts; its end when there is none. */
function startOfFuzzy(text: string, end: number): number {
  if (text.charAt(end - 1) === '~') return end - 1;
  return /\d/.test(text.charAt(end - 1)) && text.charAt(end - 2) === '~' ? end - 2 : end;
}

/** The signs at the end of a word, read backwards: a pattern would read a row of them again and again. */
function readSigns(text: string): WordSigns {
  let end = text.length;
  let fuzzy = 0;
  let prefix = false;
  for (;;) {
    const start = startOfFuzzy(text, end);
    if (start < end) fuzzy = Number(text.slice(start + 1, end) || '1');
    else if (text.charAt(end - 1) === '*') prefix = true;
    else return { bare: text.slice(0, end), prefix, fuzzy };
    end = start < end ? start : end - 1;
  }
}

/** Three letters can be one away, five can be two: of shorter words nearly every other would be. */
function fuzzinessOf(bare: string, tokens: readonly string[], wanted: number): Fuzziness {
  const length = tokens.length === 1 ? [...(tokens[0] ?? '')].length : 0;
  const most = length >= 5 ? 2 : length >= 3 ? 1 : 0;
  return wanted >= 2 && most === 2 ? 2 : wanted >= 1 && most >= 1 && bare !== '' ? 1 : 0;
}

const operatorWord = /^(?:OR|AND|NOT|NEAR(?:\/\d{1,9})?)$/;

function readWord(text: string, exact: boolean, say: Say): WordNode {
  const { bare, prefix, fuzzy: wanted } = readSigns(text);
  const fuzzy = fuzzinessOf(bare, searchTokens(bare), wanted);
  if (fuzzy < wanted)
    say(
      `${said(text)}: ~ takes one word, ~1 one of three letters or more, ~2 one of five; more is not searched.`,
    );
  if (fuzzy > 0 && prefix) say(`${said(text)}: * and ~ do not go together; only ~ was used.`);
  const isPrefix = prefix && fuzzy === 0;
  // Without its sign it would be read as the operator.
  const plain = !exact && !isPrefix && fuzzy === 0 && operatorWord.test(bare);
  return { kind: 'word', text: plain ? bare.toLowerCase() : bare, prefix: isPrefix, fuzzy, exact };
}

/** A word or phrase; null where it holds nothing that can be searched. */
export function readWords(value: QueryValue, exact: boolean, say: Say): WordNode | PhraseNode | null {
  if (!value.closed) say('A quotation mark is missing at the end.');
  const text = value.quoted ? value.text.trim().replace(/\s+/g, ' ') : value.text;
  if (searchTokens(text).length === 0 || (!value.quoted && searchTokens(readSigns(text).bare).length === 0)) {
    if (/[^\p{P}\p{Z}\p{C}=~|]/u.test(text)) say(`${said(text)} holds nothing that can be searched.`);
    return null;
  }
  const begun = beginningOf(text, say);
  return value.quoted ? { kind: 'phrase', text: begun, exact } : readWord(begun, exact, say);
}

/** The index looks for each word of a phrase by itself. */
const longestPhrase = 100;

function beginningOf(text: string, say: Say): string {
  if (text.length <= longestPhrase) return text;
  const last = wordsOf(text)[longestPhrase - 1];
  if (!last || searchTokens(text.slice(last.end)).length === 0) return text;
  say(`Only the first ${longestPhrase} words of ${said(text)} were searched.`);
  return text.slice(0, last.end);
}

/** `a..b` with either side open, or one EDTF date; a range that runs backwards is turned round. */
function readDate(field: DateField, value: string): DateNode | null {
  const [from = '', to, more] = /[[{]/.test(value) ? [value] : value.split('..');
  if (more !== undefined) return null;
  if (to === undefined) {
    const date = parseEdtf(value);
    return date && { kind: 'date', field, value, earliest: date.earliest, latest: date.latest };
  }
  const first = from === '' ? null : parseEdtf(from);
  const last = to === '' ? null : parseEdtf(to);
  if ((from !== '' && !first) || (to !== '' && !last) || (!first && !last)) return null;
  const runs = { kind: 'date', field, value } as const;
  if (first && last && runsBackwards(first, last))
    return { ...runs, value: `${to}..${from}`, earliest: last.earliest, latest: first.latest };
  return { ...runs, earliest: first?.earliest ?? null, latest: last?.latest ?? null };
}

/** Whether all of the one is later than all of the other. */
const runsBackwards = (first: ParsedEdtf, last: ParsedEdtf): boolean =>
  first.earliest !== null && last.latest !== null && last.latest < first.earliest;

/** One of a list, also with an `s` too many or too few: `kind:articles`, `mode:claim`. */
function oneOf<Value extends string>(list: readonly Value[], given: string): Value | undefined {
  const lower = given.toLowerCase();
  return (
    list.find((each) => each === lower) ?? list.find((each) => each === `${lower}s` || `${each}s` === lower)
  );
}

type ValueReader = (value: string) => QueryNode | null;

const named =
  (field: Exclude<QueryField, DateField> & Extract<QueryNode, { kind: 'name' }>['field']): ValueReader =>
  (value) => ({ kind: 'name', field, value });

const listed =
  (field: 'mode' | 'certainty' | 'has' | 'colour', list: readonly string[]): ValueReader =>
  (given) => {
    const value = oneOf(list, given);
    return value === undefined ? null : { kind: 'value', field, value };
  };

/** What one value of each field means; null where the field does not know it. */
const valueReaders: Readonly<Record<Exclude<QueryField, 'sort' | 'within'>, ValueReader>> = {
  actor: (value) => ({ kind: 'actor', value, roles: [] }),
  event: named('event'),
  place: named('place'),
  tag: named('tag'),
  publisher: named('publisher'),
  claimant: named('claimant'),
  type: named('type'),
  by: named('by'),
  role: named('role'),
  mode: listed('mode', modes),
  certainty: listed('certainty', searchCertainties),
  has: listed('has', havings),
  colour: listed('colour', searchColours),
  lang: (given) => {
    const value = languageCode(given);
    return value === null ? null : { kind: 'value', field: 'lang', value };
  },
  date: (value) => readDate('date', value),
  published: (value) => readDate('published', value),
  in: (given) => {
    const scope = oneOf(searchScopes, given);
    return scope ? { kind: 'scope', scope } : null;
  },
  kind: (given) => {
    const value = oneOf(searchKinds, given === 'entities' ? 'entity' : given);
    return value ? { kind: 'kind', value } : null;
  },
};

const dates = 'takes a date such as 2025, 2025-07 or 2025-07-03, or a range such as 2025-01..2025-06';
const fieldHelp: Partial<Record<QueryField, string>> = {
  in: `in: knows ${searchScopes.join(', ')}.`,
  kind: `kind: knows ${searchKinds.join(', ')}.`,
  mode: `mode: knows ${modes.join(', ')}.`,
  certainty: `certainty: knows ${searchCertainties.join(', ')}.`,
  has: `has: knows ${havings.join(', ')}.`,
  colour: `colour: knows ${searchColours.join(', ')}.`,
  lang: 'lang: takes a language such as en, de or uk.',
  date: `date: ${dates}.`,
  published: `published: ${dates}.`,
};

/** What a field with one value means; a value that it does not know is taken as words. */
export function readFieldValue(
  field: Exclude<QueryField, 'sort' | 'within'>,
  value: string,
  say: Say,
): QueryNode | null {
  const node = valueReaders[field](value);
  if (node?.kind === 'date' && node.value !== value)
    say(`${field}: ${said(value)} runs backwards; it was read as ${said(node.value)}.`);
  if (node) return node;
  const text = beginningOf(`${field} ${value}`, say);
  say(`${fieldHelp[field] ?? `${field}: does not know this.`} ${said(value)} was searched as words.`);
  return searchTokens(text).length > 0 ? { kind: 'phrase', text, exact: false } : null;
}

/** An order; null where there is none of this name. */
export function readSort(value: string, say: Say): SearchSort | null {
  const sort = oneOf(searchSorts, value);
  if (!sort) say(`sort: knows ${searchSorts.join(', ')}. ${said(value)} was left out.`);
  return sort ?? null;
}

/** How far apart at most: `2s` (sentences in a row), `1p` (paragraphs). */
export type Span = Pick<WithinNode, 'size' | 'unit'>;

/** More sentences than this are a text, not a place in it. */
const mostApart = 100;

/** What stands after `within:`; null where it is no span. */
export function readSpan(value: string, say: Say): Span | null {
  const [, digits = '', unit] = /^(\d{0,4})(s|p)[a-z]*$/i.exec(value) ?? [];
  if (unit) {
    const asked = Number(digits || '1');
    const size = Math.max(1, Math.min(mostApart, asked));
    if (size !== asked) say(`within: takes 1 to ${mostApart}; ${said(value)} was read as ${size}${unit}.`);
    return { size, unit: unit.toLowerCase() === 's' ? 'sentence' : 'paragraph' };
  }
  say(`within: takes sentences or paragraphs, such as 2s or 1p. ${said(value)} was left out.`);
  return null;
}

/** Words between the operands of `NEAR` where no number stands. */
export const usualDistance = 10;
const mostDistance = 1000;

/** How many words may stand between at most. */
export function distanceOf(
  { distance, isClear }: { readonly distance: number | null; readonly isClear: boolean },
  say: Say,
): NearNode['distance'] {
  if (!isClear) say(`NEAR/ takes a number of words, such as NEAR/5; ${usualDistance} was used.`);
  if (distance !== null && distance > mostDistance) say(`NEAR/ goes up to ${mostDistance} words.`);
  return Math.min(mostDistance, distance ?? usualDistance);
}

/** What looks like a field with a value, but is none; addresses and times do not. */
const unknownField = /^(\p{L}{2,}):(?!\/\/)/u;

/** Says that words were searched where a field may have been meant: `title:x`, or `title:` with a quotation mark behind it. */
export function sayIfNoField(
  { text, quoted, end }: QueryValue,
  next: { readonly kind: string; readonly start: number } | undefined,
  say: Say,
): void {
  const [sign, name] = (!quoted && unknownField.exec(text)) || [];
  const hasValue = sign && (text.length > sign.length || (next?.kind === 'value' && next.start === end));
  if (hasValue) say(`There is no field “${name}:”; it was searched as words.`);
}
