/** What every source says of every fact: accounts laid out by fact and by article, or by who says so. Drawing it is no part of it. */
import { claimantWords } from '../../../../shared/accounts/account-words';
import { type Fact, factsOf } from '../../../../shared/accounts/facts';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { Account } from '../../../../shared/model/account';

/** What the columns are. */
export type SourceKind = 'article' | 'speaker';

export interface Source {
  readonly key: string;
  readonly label: string;
  /** In grey below the label: publisher and date. */
  readonly detail: string;
}

export interface SourceMatrix {
  readonly rows: readonly Fact[];
  readonly columns: readonly Source[];
  /** The accounts of a row in a column, in the order they were made. */
  readonly cell: (row: Fact, column: Source) => readonly Account[];
}

const noWords: Source = { key: '', label: 'No words yet', detail: '' };

function articlesOf({ evidence }: Account): readonly Source[] {
  if (evidence.length === 0) return [noWords];
  return evidence.map(({ articleId, articleTitle, publisher, published }) => ({
    key: articleId,
    label: articleTitle || 'Untitled',
    detail: [publisher, published ? describeEdtf(published) : 'date not known'].filter(Boolean).join(', '),
  }));
}

function speakersOf(account: Account): readonly Source[] {
  const { claimant, evidence } = account;
  if (claimant.kind === 'actors')
    return claimant.actors.map(({ id, name }) => ({ key: id, label: name, detail: '' }));
  if (claimant.kind === 'narrator' && evidence.length > 0)
    return articlesOf(account).map((source) => ({
      ...source,
      detail: `the article${source.detail && `, ${source.detail}`}`,
    }));
  const label = claimantWords(account);
  return [
    { key: `${claimant.kind} ${label}`, label: claimant.kind === 'none' ? 'No source' : label, detail: '' },
  ];
}

const sourcesOf: Readonly<Record<SourceKind, (account: Account) => readonly Source[]>> = {
  article: articlesOf,
  speaker: speakersOf,
};

/** Who of an article's column says it, where it is not the article itself: “Ukrainian officials: ”. */
export function speakerIn(account: Account, column: Source): string {
  const { kind } = account.claimant;
  if (kind !== 'actors' && kind !== 'unnamed') return '';
  const who = claimantWords(account);
  return who === column.label ? '' : `${who}: `;
}

const cellKey = (fact: Pick<Account, 'fact' | 'key'>, source: string): string =>
  JSON.stringify([fact.fact, fact.key, source]);

/** Columns in the order they first appear, those without a source last. */
export function sourceMatrix(accounts: readonly Account[], kind: SourceKind): SourceMatrix {
  const columns = new Map<string, Source>();
  const cells = new Map<string, Set<Account>>();
  for (const account of accounts) {
    for (const source of sourcesOf[kind](account)) {
      if (!columns.has(source.key)) columns.set(source.key, source);
      const key = cellKey(account, source.key);
      cells.set(key, (cells.get(key) ?? new Set()).add(account));
    }
  }
  const isLast = ({ key }: Source) => key === '' || key.startsWith('none ');
  const sources = [...columns.values()];
  return {
    rows: factsOf(accounts),
    columns: [...sources.filter((source) => !isLast(source)), ...sources.filter(isLast)],
    cell: (row, column) => [...(cells.get(cellKey(row, column.key)) ?? [])],
  };
}
