/** The signs of a query string with the places they stand at; what they mean together is `parse-query.ts`. */
import { type DateField, dateFields, type QueryField, queryFields } from './query';

/** A stretch of the input, UTF-16 offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value that may be in quotes; the span of a quoted one includes them. */
export interface QueryValue extends Span {
  readonly text: string;
  readonly quoted: boolean;
  /** False when a quote is missing at the end. */
  readonly closed: boolean;
}

/** A field with the values of its list, `field:a,"b c"`: one at least, though it may be empty. */
export interface FieldToken extends Span {
  readonly kind: 'field';
  readonly field: QueryField;
  readonly values: readonly [QueryValue, ...QueryValue[]];
  /** The first of them. */
  readonly value: QueryValue;
}

export type QueryToken =
  | (Span & { readonly kind: 'or' | 'and' | 'not' | 'open' | 'close' })
  /** Null: no distance was given; `isClear` is false where what stands for it is no number. */
  | (Span & { readonly kind: 'near'; readonly distance: number | null; readonly isClear: boolean })
  /** Words; `exact`: with `=` before them. The span includes that sign. */
  | (Span & { readonly kind: 'value'; readonly value: QueryValue; readonly exact: boolean })
  | FieldToken;

const quotes = '"“”„‟«»＂';
const bareWord = new RegExp(`[^\\s()|${quotes}]*`, 'y');
const bareItem = new RegExp(`[^\\s()|,${quotes}]*`, 'y');
/** A date may hold commas in its brackets: `[1667,1668]`. */
const bareDate = new RegExp(`(?:[[{][^\\s()|${quotes}\\]}]*|[^\\s()|,${quotes}[{])*`, 'y');
const quotedWords = new RegExp(`[${quotes}]([^${quotes}]*)([${quotes}]?)`, 'y');

const otherFieldNames: Readonly<Record<string, QueryField>> = {
  author: 'by',
  color: 'colour',
  language: 'lang',
};
const fieldName = new RegExp(`(${[...queryFields, ...Object.keys(otherFieldNames)].join('|')}):`, 'iy');
const operator = /(OR|AND|NOT|NEAR)(?:(?<=NEAR)\/([^\s()|]*))?(?=[\s()|]|$)/y;

function matchAt(pattern: RegExp, input: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(input);
}

function readValue(input: string, start: number, bare: RegExp): QueryValue {
  const inQuotes = matchAt(quotedWords, input, start);
  if (inQuotes) {
    const [whole, text = '', closing = ''] = inQuotes;
    return { start, end: start + whole.length, text, quoted: true, closed: closing !== '' };
  }
  const text = matchAt(bare, input, start)?.[0] ?? '';
  return { start, end: start + text.length, text, quoted: false, closed: true };
}

const isDateField = (field: QueryField): field is DateField => dateFields.some((name) => name === field);

/** The items of a list: a comma with nothing between it and the next item, or at the end. */
function readField(input: string, start: number): FieldToken | null {
  const name = matchAt(fieldName, input, start)?.[1]?.toLowerCase() ?? '';
  const field = queryFields.find((each) => each === name) ?? otherFieldNames[name];
  if (!field) return null;
  const bare = isDateField(field) ? bareDate : bareItem;
  const first = readValue(input, start + name.length + 1, bare);
  const more: QueryValue[] = [];
  let end = first.end;
  while (input.charAt(end) === ',') {
    const value = readValue(input, end + 1, bare);
    more.push(value);
    end = value.end;
  }
  return { kind: 'field', field, values: [first, ...more], value: first, start, end };
}

const signs: Readonly<Record<string, 'open' | 'close' | 'not' | 'or'>> = {
  '(': 'open',
  ')': 'close',
  '-': 'not',
  '−': 'not',
  '|': 'or',
};
const operators: Readonly<Record<string, 'or' | 'and' | 'not'>> = { OR: 'or', AND: 'and', NOT: 'not' };

function readOperator(input: string, start: number): QueryToken | null {
  const found = matchAt(operator, input, start);
  if (!found) return null;
  const [whole, word = '', given] = found;
  const end = start + whole.length;
  const kind = operators[word];
  if (kind) return { kind, start, end };
  const isNumber = given !== undefined && /^\d{1,9}$/.test(given);
  return {
    kind: 'near',
    start,
    end,
    distance: isNumber ? Number(given) : null,
    isClear: isNumber || given === undefined,
  };
}

function readWords(input: string, start: number): QueryToken {
  const exact = input.charAt(start) === '=';
  const value = readValue(input, start + (exact ? 1 : 0), bareWord);
  return { kind: 'value', value, exact, start, end: value.end };
}

/** A dash with a space behind it is one of a text: “Talks falter - The Guardian”. */
const isDash = (input: string, at: number): boolean => /^[-−]\s/.test(input.slice(at, at + 2));

function readToken(input: string, start: number): QueryToken {
  const sign = signs[input.charAt(start)];
  if (sign && !isDash(input, start)) return { kind: sign, start, end: start + 1 };
  return readOperator(input, start) ?? readField(input, start) ?? readWords(input, start);
}

/** The tokens of a query in order. Any string has some reading, in linear time; nothing is thrown. */
export function tokeniseQuery(input: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < input.length) {
    if (/\s/.test(input.charAt(at))) {
      at++;
      continue;
    }
    const token = readToken(input, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}
