/** The column beside the hits: facets, the form that shows the same query, and the saved searches. */
import type { ReactNode } from 'react';
import { type SideTab, showSideTab, useSideTab } from '../../../../shell/frame/search/side-tab';
import { Segmented } from '../../../../ui/fields/segmented';
import { ScrollPane } from '../../../../ui/layout/scroll-pane';
import { QueryFormPane } from '../form/query-form-pane';
import { SavedList } from '../saved/saved-list';

const tabs: readonly { readonly value: SideTab; readonly label: string }[] = [
  { value: 'narrow', label: 'Narrow' },
  { value: 'form', label: 'Form' },
  { value: 'saved', label: 'Saved' },
];

interface SearchSideProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** What narrows the hits; null while there are none. */
  readonly narrow: ReactNode;
}

export function SearchSide({ query, onChange, narrow }: SearchSideProps) {
  const chosen = useSideTab((state) => state.tab);
  // Nothing is asked: there is nothing to narrow.
  const tab = chosen === 'narrow' && query.trim() === '' ? 'saved' : chosen;
  const shown = query.trim() === '' ? tabs.filter(({ value }) => value !== 'narrow') : tabs;
  return (
    <aside
      aria-label="Beside what was found"
      className="w-68 max-[1000px]:w-60 max-[820px]:w-52 shrink-0 border-e border-rule flex flex-col min-h-0"
    >
      <div className="p-2 pb-1">
        <Segmented
          label="Beside what was found"
          labelHidden
          value={tab}
          choices={shown}
          onChange={showSideTab}
        />
      </div>
      {tab === 'narrow' ? (
        narrow
      ) : (
        <ScrollPane className="p-2">
          {tab === 'form' ? <QueryFormPane query={query} onChange={onChange} /> : <SavedList query={query} />}
        </ScrollPane>
      )}
    </aside>
  );
}
