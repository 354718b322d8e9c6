/** Counts that words give: the number and what is counted. What befell people has one name in every language, so that counts meet. */
import type { AccountValue } from '../../shared/model/account';
import type { CueTable } from './languages/cue-table';
import { findNumbers } from './numbers/find-numbers';
import { known } from './patterns';
import type { TextRange16 } from './text-range';

export interface FoundCount extends TextRange16 {
  /** What is counted. */
  readonly key: string;
  readonly value: Extract<AccountValue, { kind: 'number' }>;
}

const mostWords = 4;

/** What is said first: "seven were killed and twenty injured" tells of the seven that they were killed. */
function fateIn(words: string, table: CueTable): string | undefined {
  const found = table.fates.flatMap(([pattern, fate]) => {
    const at = known(pattern).exec(words)?.index;
    return at === undefined ? [] : [{ at, fate }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.fate;
}

/** The words behind a number, up to where something else begins. */
function countedWords(after: string, table: CueTable): string {
  const upTo = after.search(/[.,;:!?"“”„«»()\d\n]|\s[–—]/u);
  const words = (upTo < 0 ? after : after.slice(0, upTo)).trim().split(/\s+/u);
  const stop = words.findIndex((word) => known(table.endsCounted, '^', '$').test(word));
  const most = words.some((word) => /^(?:and|und|et|и|та|і)$/u.test(word)) ? mostWords + 1 : mostWords;
  const kept = words.slice(0, Math.min(stop < 0 ? words.length : stop, most));
  // Nothing comes after an "and" at the end.
  return kept.join(' ').replace(/\s(?:and|und|et|и|та|і)$/u, '');
}

/** What befell those counted: said right behind ("23 people were injured") or right before ("killing 12"). */
function fateOf(
  text: string,
  number: TextRange16,
  sentence: TextRange16,
  table: CueTable,
): string | undefined {
  const after = text.slice(number.end, Math.min(sentence.end, number.end + 60));
  const stop = after.search(/[,;:.!?\d]/u);
  const near = stop < 0 ? after : after.slice(0, stop);
  // Of "killed two and wounded three" what follows tells of the three.
  const found = /^\s*(?:and|und|et|и|та|і)\s/u.test(near) ? undefined : fateIn(near, table);
  const counted = countedWords(near, table);
  const isOfPeople =
    counted === '' || known(table.people).test(counted) || fateIn(counted, table) !== undefined;
  if (found && isOfPeople) return found;
  const before = text.slice(Math.max(sentence.start, number.start - 40), number.start);
  const joined = known(
    table.fates.map(([pattern]) => pattern).join('|'),
    '',
    '\\s*(?:and\\s+\\p{L}+\\s*)?$',
  ).exec(before);
  return joined && isOfPeople ? fateIn(joined[0], table) : undefined;
}

/** The counts of a stretch of a sentence. */
export function findCounts(
  text: string,
  range: TextRange16,
  sentence: TextRange16,
  table: CueTable,
): FoundCount[] {
  return findNumbers(text.slice(range.start, range.end)).flatMap(({ start, end, value, isArticle }) => {
    const number = { start: range.start + start, end: range.start + end };
    const counted = countedWords(text.slice(number.end, sentence.end), table);
    const key = fateOf(text, number, sentence, table) ?? (isArticle ? '' : counted);
    return key === '' ? [] : [{ ...number, key, value }];
  });
}
