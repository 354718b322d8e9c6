/** The columns of the library, a row each. */
import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleColumn } from '../../../shared/contract/articles';
import type { ArticleSummary } from '../../../shared/model/article';
import type { Column } from '../../ui/lists/virtual-table';

const unknown = <span className="text-faint">–</span>;

/** The day in the researcher's own time zone, as it sorts. */
function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString('sv-SE');
}

function Title({ article }: { readonly article: ArticleSummary }) {
  const { title, authors, tags, readAt } = article;
  return (
    <span
      className="flex items-center gap-2 min-w-0"
      title={[title, authors.join(', ')].filter(Boolean).join('\n')}
    >
      <span className={`truncate ${readAt ? '' : 'font-semibold'}`} dir="auto">
        {title || 'Untitled'}
      </span>
      {tags.map((tag) => (
        <span
          key={tag.id}
          className="shrink-0 inline-flex max-[1000px]:hidden items-center gap-1 text-[11px] text-muted max-w-28"
        >
          <span
            aria-hidden
            className="size-1.5 rounded-full"
            style={{ background: tag.colour ? `var(--mark-${tag.colour})` : 'var(--faint)' }}
          />
          <span className="truncate">{tag.name}</span>
        </span>
      ))}
    </span>
  );
}

const many = (count: number, one: string, more: string) =>
  count === 1 ? `1 passage ${one}` : `${count} passages ${more}`;

/** What waits for the researcher in an article, in words. */
function reviewWords({ orphanCount, changedCount }: ArticleSummary): string {
  return [
    ...(orphanCount > 0 ? [many(orphanCount, 'has lost its words', 'have lost their words')] : []),
    ...(changedCount > 0 ? [many(changedCount, 'has changed words', 'have changed words')] : []),
  ].join(', ');
}

function Passages({ article }: { readonly article: ArticleSummary }) {
  const { passageCount } = article;
  const waiting = article.orphanCount + article.changedCount;
  const warning = reviewWords(article);
  return (
    <span className="inline-flex items-center gap-1">
      {waiting > 0 && (
        <span title={warning} className="inline-flex items-center gap-0.5 text-warning text-xs">
          <TriangleAlert size={12} role="img" aria-label={warning} />
          <span aria-hidden>{waiting.toLocaleString('en')}</span>
        </span>
      )}
      {passageCount > 0 ? passageCount.toLocaleString('en') : unknown}
    </span>
  );
}

const cells: Readonly<Record<ArticleColumn, (article: ArticleSummary) => ReactNode>> = {
  title: (article) => <Title article={article} />,
  publisher: ({ publisher }) =>
    publisher ? (
      <span title={publisher} dir="auto">
        {publisher}
      </span>
    ) : (
      unknown
    ),
  published: ({ published }) => (published ? <span title={published.words}>{published.edtf}</span> : unknown),
  capturedAt: ({ capturedAt }) => (
    <span title={new Date(capturedAt).toLocaleString('en-GB')}>{dayOf(capturedAt)}</span>
  ),
  readAt: ({ readAt }) =>
    readAt ? (
      <Check size={14} role="img" aria-label={`read on ${dayOf(readAt)}`} className="text-muted" />
    ) : (
      <span className="sr-only">unread</span>
    ),
  passageCount: (article) => <Passages article={article} />,
  wordCount: ({ wordCount }) => wordCount.toLocaleString('en'),
};

interface ColumnRow {
  readonly id: ArticleColumn;
  readonly label: string;
  readonly track: string;
  readonly align?: 'end';
}

const rows: readonly ColumnRow[] = [
  { id: 'title', label: 'Title', track: 'minmax(9rem, 1fr)' },
  { id: 'publisher', label: 'Publisher', track: 'minmax(4rem, 0.35fr)' },
  { id: 'published', label: 'Published', track: '6.25rem' },
  { id: 'capturedAt', label: 'Captured', track: '6.25rem' },
  { id: 'readAt', label: 'Read', track: '3rem' },
  { id: 'passageCount', label: 'Passages', track: '5.25rem', align: 'end' },
  { id: 'wordCount', label: 'Words', track: '4.75rem', align: 'end' },
];

export const articleColumns: readonly (Column<ArticleSummary> & { readonly id: ArticleColumn })[] = rows.map(
  (row) => ({
    ...row,
    sortable: true,
    cell: cells[row.id],
  }),
);
