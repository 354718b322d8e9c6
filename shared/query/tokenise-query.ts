/** The signs of a query string with the places they stand at; what they mean together is `parse-query.ts`. */
import { type QueryField, queryFields } from './query';

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

export type QueryToken =
  | (Span & { readonly kind: 'or' | 'and' | 'not' | 'open' | 'close' })
  | (Span & { readonly kind: 'value'; readonly value: QueryValue })
  | (Span & { readonly kind: 'field'; readonly field: QueryField; readonly value: QueryValue });

const quotes = '"“”„‟«»＂';
const bareWord = new RegExp(`[^\\s()${quotes}]*`, 'y');
const quotedWords = new RegExp(`[${quotes}]([^${quotes}]*)([${quotes}]?)`, 'y');
const fieldName = new RegExp(`(${queryFields.join('|')}):`, 'iy');
const operator = /(OR|AND|NOT)(?=[\s()]|$)/y;

function matchAt(pattern: RegExp, input: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(input);
}

function readValue(input: string, start: number): QueryValue {
  const inQuotes = matchAt(quotedWords, input, start);
  if (inQuotes) {
    const [whole, text = '', closing = ''] = inQuotes;
    return { start, end: start + whole.length, text, quoted: true, closed: closing !== '' };
  }
  const text = matchAt(bareWord, input, start)?.[0] ?? '';
  return { start, end: start + text.length, text, quoted: false, closed: true };
}

const signs: Readonly<Record<string, 'open' | 'close' | 'not'>> = {
  '(': 'open',
  ')': 'close',
  '-': 'not',
  '−': 'not',
};
const operators: Readonly<Record<string, 'or' | 'and' | 'not'>> = { OR: 'or', AND: 'and', NOT: 'not' };

function readToken(input: string, start: number): QueryToken {
  const sign = signs[input.charAt(start)];
  if (sign) return { kind: sign, start, end: start + 1 };
  const word = matchAt(operator, input, start)?.[1];
  const joint = word && operators[word];
  if (word && joint) return { kind: joint, start, end: start + word.length };
  const named = matchAt(fieldName, input, start);
  const field = queryFields.find((name) => name === named?.[1]?.toLowerCase());
  const value = readValue(input, start + (named?.[0].length ?? 0));
  return field
    ? { kind: 'field', field, value, start, end: value.end }
    : { kind: 'value', value, start, end: value.end };
}

/** The tokens of a query in order. Any string has some reading; nothing is thrown. */
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
