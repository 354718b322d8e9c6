/**
 * What came of an import, row by row: an article each, and what else needs a word. Tags, passages and notes that came in
 * as they should are counted and not listed.
 */
import { basename } from 'node:path';
import type { ImportExtras, ImportItem, ImportReport } from '../../../shared/contract/program/intake';
import type { Taken } from '../../store/intake/taken';

/** Rows that one file may have for what could not be taken of it: a file of ten thousand damaged parts has one cause. */
const mostRowsOfLost = 200;

/** Letters of a title or a reason that the report shows: some files say nothing else than one. */
const longestShown = 2000;

const shown = (words: string): string =>
  words.length > longestShown ? `${words.slice(0, longestShown).replace(/[\uD800-\uDBFF]$/, '')}…` : words;

export interface ReportOfFile {
  readonly add: (taken: Taken) => void;
  readonly refuse: (message: string) => void;
  /** There is no more of the file. */
  readonly end: () => void;
  /** Things taken of it so far. */
  readonly count: () => number;
}

export interface GrowingReport {
  readonly file: (source: string) => ReportOfFile;
  readonly refused: () => number;
  readonly report: (cancelled: boolean) => ImportReport;
}

/** With rows of their own. */
const listed: ReadonlySet<Taken['kind']> = new Set(['article', 'highlights', 'reference', 'refused']);

type Tally = { -readonly [Name in Exclude<keyof ImportExtras, 'filled'>]: number } & {
  known: number;
  listed: number;
  lost: number;
};

const emptyTally = (): Tally => ({
  passages: 0,
  changed: 0,
  tags: 0,
  notes: 0,
  entities: 0,
  events: 0,
  known: 0,
  listed: 0,
  lost: 0,
});

const amount = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`];

function extrasWords({ tags, passages, notes, entities, events, known, changed, lost }: Tally): string {
  const came = [
    ...amount(tags, 'tag', 'tags'),
    ...amount(passages, 'passage', 'passages'),
    ...amount(notes, 'note', 'notes'),
    ...amount(entities, 'actor, place or object', 'actors, places and objects'),
    ...amount(events, 'event', 'events'),
    ...amount(known, 'thing that is there already', 'things that are there already'),
  ].join(', ');
  const more = lost - mostRowsOfLost;
  return [
    came === '' ? '' : `${came}.`,
    changed === 0 ? '' : `${changedWords(changed)} See To review.`,
    more > 0 ? `${more.toLocaleString('en')} more could not be taken.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const changedWords = (count: number): string =>
  count === 1
    ? 'The words of 1 passage are not those that the file says.'
    : `The words of ${count.toLocaleString('en')} passages are not those that the file says.`;

function countIn(tally: Tally, { kind, outcome, passages, changed }: Taken): void {
  tally.passages += passages;
  tally.changed += changed;
  if (listed.has(kind)) return;
  if (outcome === 'known') tally.known += 1;
  else if (kind === 'tag' && outcome === 'imported') tally.tags += 1;
  else if (kind === 'note' && outcome === 'imported') tally.notes += 1;
  else if (kind === 'entity' && outcome === 'imported') tally.entities += 1;
  else if (kind === 'event' && outcome === 'imported') tally.events += 1;
}

/** What has no title is called after the address of its piece of the file: `…/news.csv#row=5` is "Row 5". */
function titleIn(source: string, title: string): string {
  if (!title.startsWith(source)) return title;
  const [, piece, kind, number] = /^#((\w+)=(\d+)|.+)$/.exec(title.slice(source.length)) ?? [];
  if (kind && number) return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number}`;
  return piece ?? '';
}

function rowsOf(source: string, taken: Taken): ImportItem[] {
  const { kind, outcome, articleId, passages, message, lost } = taken;
  const row = { source, articleId, title: titleIn(source, taken.title) };
  const isListed = listed.has(kind) || outcome === 'refused';
  const came = kind === 'annotation' ? [] : amount(passages, 'passage.', 'passages.');
  const own = isListed ? [{ ...row, outcome, message: [...came, message].filter(Boolean).join(' ') }] : [];
  if (kind === 'annotation') return own;
  return [...own, ...lost.map((why) => ({ ...row, outcome: 'refused' as const, message: why }))];
}

/** A report that grows with the import. */
export function createReport(): GrowingReport {
  const items: ImportItem[] = [];
  const total = emptyTally();
  const filledArticles = new Set<string>();
  let refused = 0;

  function push(row: ImportItem): void {
    items.push({ ...row, title: shown(row.title), message: shown(row.message) });
    if (row.outcome === 'refused') refused += 1;
  }

  function file(source: string): ReportOfFile {
    const tally = emptyTally();
    let count = 0;
    return {
      count: () => count,
      add: (taken) => {
        count += 1;
        countIn(tally, taken);
        countIn(total, taken);
        if (taken.filled > 0 && taken.articleId !== null) filledArticles.add(taken.articleId);
        for (const row of rowsOf(source, taken)) {
          if (row.outcome === 'refused') tally.lost += 1;
          else tally.listed += 1;
          if (row.outcome !== 'refused' || tally.lost <= mostRowsOfLost) push(row);
        }
      },
      refuse: (message) => push({ source, outcome: 'refused', articleId: null, title: '', message }),
      end: () => {
        const row = rowOfFile(source, tally);
        if (row) push(row);
      },
    };
  }

  return {
    file,
    refused: () => refused,
    report: (cancelled) => ({
      items,
      extras: {
        passages: total.passages,
        changed: total.changed,
        filled: filledArticles.size,
        tags: total.tags,
        notes: total.notes,
        entities: total.entities,
        events: total.events,
      },
      cancelled,
    }),
  };
}

const madeOf = ({ tags, notes, entities, events }: Tally): number => tags + notes + entities + events;

/** A row for the file itself, where it brought more than articles. */
function rowOfFile(source: string, tally: Tally): ImportItem | null {
  const message = extrasWords(tally);
  if (message === '') return null;
  const isNew = madeOf(tally) + tally.passages > 0;
  if (tally.listed === 1 && madeOf(tally) + tally.known === 0 && tally.changed === 0) return null;
  const outcome = isNew ? 'imported' : tally.known > 0 ? 'known' : 'refused';
  return { source, outcome, articleId: null, title: basename(source), message };
}
