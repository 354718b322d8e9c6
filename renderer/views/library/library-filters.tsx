import { SlidersHorizontal } from 'lucide-react';
import { useAnswer } from '../../client/query';
import { IconButton } from '../../ui/actions/button';
import { MenuButton } from '../../ui/actions/menu-button';
import { Segmented } from '../../ui/fields/segmented';
import { Select } from '../../ui/fields/select';
import { SearchField } from '../../ui/fields/text-field';
import { articleColumns } from './article-columns';
import { type Show, setLibrary, toggleColumn, useLibraryState } from './library-state';

const shows: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
  { value: 'review', label: 'To review' },
  { value: 'undated', label: 'Undated' },
];

function TagFilter() {
  const { data: tags = [] } = useAnswer('listTags', {});
  const tagId = useLibraryState((state) => state.tagId);
  const choices = [
    { value: '', label: 'Any tag' },
    ...tags.map(({ id, name }) => ({ value: id, label: name })),
  ];
  if (tags.length === 0) return null;
  return (
    <div className="w-36">
      <Select
        label="Tag"
        labelHidden
        value={tagId ?? ''}
        choices={choices}
        onChange={(value) => setLibrary({ tagId: value || null })}
      />
    </div>
  );
}

function ColumnMenu() {
  const hidden = useLibraryState((state) => state.hidden);
  const rows = articleColumns
    .filter(({ id }) => id !== 'title')
    .map(({ id, label }) => ({ id, label, checked: !hidden.includes(id) }));
  const toggle = (chosen: string) => {
    const column = articleColumns.find(({ id }) => id === chosen);
    if (column) toggleColumn(column.id);
  };
  return (
    <MenuButton label="Columns" rows={rows} onAction={toggle}>
      <IconButton label="Columns" icon={<SlidersHorizontal size={15} />} />
    </MenuButton>
  );
}

/** What of the library is shown. */
export function LibraryFilters() {
  const { filter, show } = useLibraryState();
  return (
    <div className="flex items-center gap-2 px-4 h-10 border-b border-rule shrink-0">
      <div className="w-60 min-w-32">
        <SearchField
          label="Filter the library"
          placeholder="Title, author or publisher"
          value={filter}
          onChange={(value) => setLibrary({ filter: value })}
        />
      </div>
      <Segmented
        label="Show"
        labelHidden
        value={show}
        choices={shows}
        onChange={(value) => setLibrary({ show: value })}
      />
      <TagFilter />
      <div className="ms-auto">
        <ColumnMenu />
      </div>
    </div>
  );
}
