import type { QueryField } from './query';
import { tokeniseQuery } from './tokenise-query';

/** What is being typed at a caret, and what a chosen completion replaces (UTF-16 offsets in the input). */
export interface QueryCompletion {
  /** Null: a word, or the beginning of a field's name. */
  readonly field: QueryField | null;
  /** What was typed of it before the caret, without quotation marks. */
  readonly prefix: string;
  /** For a field, the stretch of its value with its quotation marks; put `formatFilter(…)`'s value part there. */
  readonly replaceStart: number;
  readonly replaceEnd: number;
}

/** What can be completed at a caret (UTF-16 offset). */
export function completionAt(input: string, caret: number): QueryCompletion {
  const token = tokeniseQuery(input).find(
    (candidate) =>
      (candidate.kind === 'field' && candidate.value.start <= caret && caret <= candidate.end) ||
      (candidate.kind === 'value' && candidate.start < caret && caret <= candidate.end),
  );
  if (token?.kind !== 'field' && token?.kind !== 'value') {
    return { field: null, prefix: '', replaceStart: caret, replaceEnd: caret };
  }
  const { value } = token;
  const textStart = value.start + (value.quoted ? 1 : 0);
  return {
    field: token.kind === 'field' ? token.field : null,
    prefix: input.slice(textStart, Math.max(textStart, Math.min(caret, textStart + value.text.length))),
    replaceStart: value.start,
    replaceEnd: value.end,
  };
}
