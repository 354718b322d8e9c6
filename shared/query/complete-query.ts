import type { QueryField } from './query';
import { type QueryToken, type QueryValue, tokeniseQuery } from './tokenise-query';

/** What is being typed at a caret, and what a chosen completion replaces (UTF-16 offsets in the input). */
export interface QueryCompletion {
  /** Null: a word, or the beginning of a field's name. */
  readonly field: QueryField | null;
  /** What was typed of it before the caret, without quotation marks. */
  readonly prefix: string;
  /** A quotation mark stands before it: then it is no beginning of a field's name. */
  readonly isQuoted: boolean;
  /** For a field, the stretch of one value with its quotation marks; put `formatFilter(…)`'s value part there. */
  readonly replaceStart: number;
  readonly replaceEnd: number;
}

function valueAt(token: QueryToken, caret: number): QueryValue | undefined {
  if (token.kind === 'field') return token.values.find(({ start, end }) => start <= caret && caret <= end);
  if (token.kind !== 'value') return undefined;
  return token.value.start < caret && caret <= token.end ? token.value : undefined;
}

/** What can be completed at a caret (UTF-16 offset). */
export function completionAt(input: string, caret: number): QueryCompletion {
  for (const token of tokeniseQuery(input)) {
    const value = valueAt(token, caret);
    if (!value) continue;
    const textStart = value.start + (value.quoted ? 1 : 0);
    return {
      field: token.kind === 'field' ? token.field : null,
      prefix: input.slice(textStart, Math.max(textStart, Math.min(caret, textStart + value.text.length))),
      isQuoted: value.quoted,
      // The sign of an exact word goes too: before a field it would make words of it.
      replaceStart: token.kind === 'value' ? token.start : value.start,
      replaceEnd: value.end,
    };
  }
  return { field: null, prefix: '', isQuoted: false, replaceStart: caret, replaceEnd: caret };
}
