/** The library: every article, filtered, sorted and opened; several are chosen to be tagged, marked or deleted at once. */
import { BookOpen, ChevronDown, FileDown } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { ArticleColumn } from '../../../shared/contract/articles';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import type { ArticleSummary } from '../../../shared/model/article';
import { useAnswer } from '../../client/query';
import { readArticleSoon } from '../../client/read-ahead';
import { useRows } from '../../client/use-rows';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import { run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { runCommand, useCommand } from '../../shell/use-command';
import { Button } from '../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../ui/actions/menu-button';
import { Spinner } from '../../ui/feedback/progress';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { useStaysChosen } from '../../ui/lists/use-stays-chosen';
import { VirtualTable } from '../../ui/lists/virtual-table';
import { allArticleIds, type LibraryQuery } from './all-article-ids';
import { articleColumns } from './article-columns';
import { LibraryFilters } from './library-filters';
import { isNarrowed, setLibrary, showEveryArticle, useLibraryState } from './library-state';
import { articlesWord, SelectionBar, setRead, trashArticles } from './selection-bar';

const importRows: readonly MenuRow[] = [
  { id: 'import-files', label: 'Files…', keys: '$mod+I' },
  { id: 'import-folder', label: 'A folder…' },
  { id: 'import-paste', label: 'From the clipboard', keys: '$mod+Shift+V' },
  { id: 'watched-folder', label: 'A watched folder…' },
  { id: 'new-article', label: 'New article of my own', group: true },
];

function ImportMenu() {
  return (
    <MenuButton label="Bring in" rows={importRows} onAction={runCommand}>
      <Button look="primary" icon={<FileDown size={14} aria-hidden />}>
        Import
        <ChevronDown size={13} aria-hidden />
      </Button>
    </MenuButton>
  );
}

function EmptyLibrary() {
  return (
    <EmptyState
      title="No articles yet"
      icon={<BookOpen size={28} aria-hidden />}
      actions={
        <>
          <Button look="primary" onPress={() => runCommand('import-files')}>
            Import files…
          </Button>
          <Button onPress={() => runCommand('import-folder')}>Import a folder…</Button>
        </>
      }
    >
      Drop web pages, PDFs, documents, mails, books, web archives or a whole folder anywhere on this window,
      or copy an article in your browser and paste it here with Ctrl+V. The original bytes are kept with every
      article.
    </EmptyState>
  );
}

function NothingMatches() {
  const all = <Button onPress={showEveryArticle}>Show all articles</Button>;
  return (
    <EmptyState title="No article matches" actions={all}>
      The filter looks at titles, authors and publishers. To look into the texts, search with Ctrl+K.
    </EmptyState>
  );
}

const nothing: ReadonlySet<string> = new Set();

type ArticleRows = ReturnType<typeof useRows<'listArticles'>>;

interface TableProps {
  readonly rows: ArticleRows;
  readonly onSelectAll: () => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelectedChange: (selected: ReadonlySet<string>) => void;
}

function ArticleTable({ rows, onSelectAll, selected, onSelectedChange }: TableProps) {
  const { filter, tagId, show, sort, descending, hidden } = useLibraryState();
  const onKey = (event: KeyboardEvent, article: ArticleSummary) => {
    const ids = selected.size > 0 ? [...selected] : [article.id];
    if (event.key === 'Delete') void trashArticles(ids).then(() => onSelectedChange(nothing));
    else if (event.key === ' ') setRead(ids, article.readAt === null);
    else if (event.key === 'Escape' && selected.size > 0) onSelectedChange(nothing);
    else return;
    event.preventDefault();
  };
  return (
    <VirtualTable
      label="Articles"
      columns={articleColumns.filter(({ id }) => !hidden.includes(id))}
      rows={rows}
      rowKey={(article) => article.id}
      onOpen={(article) => go({ kind: 'article', id: article.id })}
      onActive={(article) => readArticleSoon(article.id)}
      selected={selected}
      onSelectedChange={onSelectedChange}
      onSelectAll={onSelectAll}
      sort={{ column: sort, descending }}
      onSort={(next) => setLibrary({ sort: next.column as ArticleColumn, descending: next.descending })}
      onKey={onKey}
      rememberAs={`library ${JSON.stringify([filter, tagId, show])}`}
      autoFocus
    />
  );
}

/** `shown`: how many of them a filter lets through; null without one. */
function countWords({ articleCount, unreadCount }: NotebookInfo, shown: number | null): string | undefined {
  if (articleCount === 0) return undefined;
  const articles = articlesWord(articleCount);
  if (shown !== null) return `${shown.toLocaleString('en')} of ${articles}`;
  return unreadCount > 0 ? `${articles}, ${unreadCount.toLocaleString('en')} unread` : articles;
}

/** What is chosen, until something else is shown: nobody should delete what is out of sight. */
function useSelection({ filter, tagId, show }: LibraryQuery) {
  const scope = JSON.stringify([filter, tagId, show]);
  const [chosen, setChosen] = useState({ scope, keys: nothing });
  const select = (keys: ReadonlySet<string>) => setChosen({ scope, keys });
  return [chosen.scope === scope ? chosen.keys : nothing, select] as const;
}

/** The articles that are shown, and those of them that are chosen. */
function Articles({ shown, rows }: { readonly shown: LibraryQuery; readonly rows: ArticleRows }) {
  const [selected, setSelected] = useSelection(shown);
  const selectAll = async () => {
    const ids = await run(allArticleIds(shown));
    if (ids) setSelected(ids);
  };
  const hasBar = useStaysChosen(selected.size > 0);
  const [only] = selected;
  useCommand(
    'compare-revisions',
    () => only && go({ kind: 'compare', articleId: only }),
    selected.size === 1,
  );
  if (rows.error) return <ErrorMessage error={rows.error} />;
  if (rows.isLoading) return <Spinner />;
  if (rows.total === 0) return <NothingMatches />;
  return (
    <>
      <ArticleTable
        rows={rows}
        onSelectAll={() => void selectAll()}
        selected={selected}
        onSelectedChange={setSelected}
      />
      {hasBar && <SelectionBar ids={[...selected]} onClear={() => setSelected(nothing)} />}
    </>
  );
}

export function LibraryView(_: ScreenProps<'library'>) {
  const { filter, tagId, show, sort, descending } = useLibraryState();
  const { data: info } = useAnswer('getNotebook', {});
  const shown = { filter, tagId, show, sort, descending };
  const rows = useRows('listArticles', shown);
  const isEmpty = info?.articleCount === 0;
  const found = isNarrowed(shown) && !rows.isLoading ? rows.total : null;
  return (
    <>
      <PageHeader title="Library" detail={info && countWords(info, found)}>
        <ImportMenu />
      </PageHeader>
      {!isEmpty && <LibraryFilters />}
      {isEmpty && <EmptyLibrary />}
      {!isEmpty && <Articles shown={shown} rows={rows} />}
    </>
  );
}
