/** The rows of an import's report: which are shown, why things were refused, and all of it as a table. */
import type { ImportItem, ImportOutcome } from '../../../shared/contract/program/intake';
import type { CsvTable } from '../../../shared/text/csv';
import { foldForMatch } from '../../../shared/text/fold';
import { outcomes } from '../../intake/imported-words';

export interface ReportFilter {
  readonly outcome: ImportOutcome | 'all';
  /** One of {@link reasonsOf}, or `anyReason`. */
  readonly reason: string;
  /** In the name, the title or the reason. */
  readonly words: string;
}

/** No reason is as short as this. */
export const anyReason = 'any';

/** What stands in quotes or is a number is another each time, and the reason the same. */
function reasonOf({ message }: ImportItem): string {
  return message
    .replace(/“[^”]*”/g, '“…”')
    .replace(/\d[\d.,]*/g, '…')
    .trim();
}

export interface Reason {
  readonly value: string;
  readonly label: string;
}

/** Why things were refused, the most frequent first. */
export function reasonsOf(items: readonly ImportItem[]): Reason[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const reason = reasonOf(item);
    if (item.outcome === 'refused' && reason !== '') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([value, count]) => ({ value, label: `${value} (${count.toLocaleString('en')})` }));
}

/** The rows that a filter lets through, in their order. */
export function filterItems(
  items: readonly ImportItem[],
  { outcome, reason, words }: ReportFilter,
): readonly ImportItem[] {
  const wanted = foldForMatch(words);
  return items.filter(
    (item) =>
      (outcome === 'all' || item.outcome === outcome) &&
      (reason === anyReason || reasonOf(item) === reason) &&
      (wanted === '' || foldForMatch(`${item.source} ${item.title} ${item.message}`).includes(wanted)),
  );
}

const folderOf = (path: string): string => /^.*[\\/]/s.exec(path)?.[0] ?? '';

/** Where each file lies in the folder that all of them are in: files of one name are told apart by it. */
export function placesOf(items: readonly ImportItem[]): (source: string) => string {
  const folders = new Set(items.map(({ source }) => folderOf(source)).filter((folder) => folder !== ''));
  let [common = ''] = folders;
  for (const folder of folders) while (!folder.startsWith(common)) common = folderOf(common.slice(0, -1));
  return (source) => folderOf(source).slice(common.length, -1);
}

const wordOf = (outcome: ImportOutcome): string =>
  outcomes.find((one) => one.outcome === outcome)?.word ?? outcome;

/** A line a row, to paste into a mail. */
export function reportText(items: readonly ImportItem[]): string {
  return items
    .map(({ outcome, source, title, message }) =>
      [wordOf(outcome), source, title, message].filter((part) => part !== '').join(' – '),
    )
    .join('\n');
}

export function reportTable(items: readonly ImportItem[]): CsvTable {
  return {
    columns: ['outcome', 'file', 'title', 'message'],
    rows: items.map(({ outcome, source, title, message }) => [wordOf(outcome), source, title, message]),
  };
}
