/** Numbers as a person writes them: "23", "at least 23", "≥ 23", "20–25", "about 1,500", "more than 2.5 million". English only. */
import type { AccountValue, Comparison } from '../model/account';

type NumberValue = Extract<AccountValue, { kind: 'number' }>;

const comparisons: readonly (readonly [pattern: RegExp, comparison: Comparison])[] = [
  [/^(?:at least|no fewer than|no less than|not less than|minimum(?: of)?|>=|≥)\s*/i, '≥'],
  [/^(?:at most|up to|no more than|not more than|maximum(?: of)?|<=|≤)\s*/i, '≤'],
  [/^(?:more than|over|above|>)\s*/i, '>'],
  [/^(?:fewer than|less than|under|below|<)\s*/i, '<'],
  [/^(?:about|around|approximately|approx\.?|some|roughly|nearly|almost|circa|c\.|ca\.?|~|≈)\s*/i, '≈'],
  [/^(?:exactly|=)\s*/i, '='],
];

const multiples: Readonly<Record<string, number>> = { '': 1, hundred: 100, thousand: 1e3, million: 1e6 };
const figure = String.raw`(\d[\d,\u00a0\u202f\u2009 ]*(?:\.\d+)?)\s*(hundred|thousand|million)?`;
const range = new RegExp(`^${figure}(?:\\s*(?:–|—|-|\\.\\.|to|and)\\s*${figure})?(\\+)?$`, 'i');

function numberOf(digits: string, multiple: string): number | null {
  const groups = digits.trim().replace(/[\u00a0\u202f\u2009 ]/g, ',');
  if (groups.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(groups)) return null;
  const value = Number(groups.replaceAll(',', '')) * (multiples[multiple.toLowerCase()] ?? 1);
  return Number.isFinite(value) ? value : null;
}

function comparisonOf(text: string): readonly [Comparison, string] {
  for (const [pattern, comparison] of comparisons) {
    const match = pattern.exec(text);
    if (match) return [comparison, text.slice(match[0].length)];
  }
  return ['=', text.replace(/^between\s+/i, '')];
}

/** Reads a number, a comparison or a range; null when it is none, or ends before it begins. */
export function readNumber(text: string): NumberValue | null {
  const [comparison, rest] = comparisonOf(text.trim());
  const match = range.exec(rest.trim());
  if (!match) return null;
  const [, first = '', multiple = '', second, secondMultiple = '', plus] = match;
  const low = numberOf(first, multiple || (second === undefined ? '' : secondMultiple));
  const high = second === undefined ? null : numberOf(second, secondMultiple);
  if (low === null || (second !== undefined && (high === null || high < low))) return null;
  if (plus && (comparison !== '=' || high !== null)) return null;
  return { kind: 'number', comparison: plus ? '≥' : comparison, low, high: high === low ? null : high };
}
