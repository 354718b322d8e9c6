/** The library: every article, filtered, sorted and opened; several are chosen to be tagged, marked or deleted at once. */
import { BookOpen, ChevronDown, FileDown } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { ArticleColumn } from '../../../shared/contract/articles';
import type { ArticleSummary } from '../../../shared/model/article';
import { useAnswer } from '../../client/query';
import { useRows } from '../../client/use-rows';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import type { ScreenProps } from '../../shell/screens';
import { runCommand } from '../../shell/use-command';
import { Button } from '../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../ui/actions/menu-button';
import { Spinner } from '../../ui/feedback/progress';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { VirtualTable } from '../../ui/lists/virtual-table';
import { articleColumns } from './article-columns';
import { LibraryFilters } from './library-filters';
import { setLibrary, useLibraryState } from './library-state';
import { articlesWord, SelectionBar, setRead, trashArticles } from './selection-bar';

const importRows: readonly MenuRow[] = [
  { id: 'import-files', label: 'Files…', keys: '$mod+I' },
  { id: 'import-folder', label: 'A folder…' },
  { id: 'import-paste', label: 'From the clipboard', keys: '$mod+Shift+V' },
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
      Drop text or HTML files or a whole folder anywhere on this window, or copy an article in your browser
      and paste it here with Ctrl+V. The original bytes are kept with every article.
    </EmptyState>
  );
}

function NothingMatches() {
  const clear = () => setLibrary({ filter: '', tagId: null, show: 'all' });
  return (
    <EmptyState title="No article matches" actions={<Button onPress={clear}>Show all articles</Button>}>
      The filter looks at titles, authors and publishers. To look into the texts, search with Ctrl+K.
    </EmptyState>
  );
}

interface TableProps {
  readonly rows: ReturnType<typeof useRows<'listArticles'>>;
  readonly selected: ReadonlySet<string>;
  readonly onSelectedChange: (selected: ReadonlySet<string>) => void;
}

function ArticleTable({ rows, selected, onSelectedChange }: TableProps) {
  const { sort, descending, hidden } = useLibraryState();
  const onKey = (event: KeyboardEvent, article: ArticleSummary) => {
    const ids = selected.size > 0 ? [...selected] : [article.id];
    if (event.key === 'Delete') void trashArticles(ids).then(() => onSelectedChange(new Set()));
    else if (event.key === ' ') setRead(ids, article.readAt === null);
    else if (event.key === 'Escape' && selected.size > 0) onSelectedChange(new Set());
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
      selected={selected}
      onSelectedChange={onSelectedChange}
      sort={{ column: sort, descending }}
      onSort={(next) => setLibrary({ sort: next.column as ArticleColumn, descending: next.descending })}
      onKey={onKey}
      rememberAs="library"
      autoFocus
    />
  );
}

export function LibraryView(_: ScreenProps<'library'>) {
  const { filter, tagId, show, sort, descending } = useLibraryState();
  const rows = useRows('listArticles', { filter, tagId, show, sort, descending });
  const { data: info } = useAnswer('getNotebook', {});
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const isEmpty = info?.articleCount === 0;
  const detail =
    info &&
    (info.unreadCount > 0
      ? `${articlesWord(info.articleCount)}, ${info.unreadCount} unread`
      : articlesWord(info.articleCount));
  return (
    <>
      <PageHeader title="Library" detail={isEmpty ? undefined : detail}>
        <ImportMenu />
      </PageHeader>
      {!isEmpty && <LibraryFilters />}
      {rows.error ? <ErrorMessage error={rows.error} /> : null}
      {rows.isLoading && <Spinner />}
      {isEmpty && <EmptyLibrary />}
      {!isEmpty && !rows.isLoading && rows.total === 0 && <NothingMatches />}
      {rows.total > 0 && !isEmpty && (
        <ArticleTable rows={rows} selected={selected} onSelectedChange={setSelected} />
      )}
      {selected.size > 0 && <SelectionBar ids={[...selected]} onClear={() => setSelected(new Set())} />}
    </>
  );
}
