/** The codebook: tags, event types and roles, each list the researcher's own; ready lists can be taken over. */
import { BookCopy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ExportMenu } from '../../parts/export/export-menu';
import { useNavigation } from '../../shell/navigation';
import type { PlaceOf, ScreenProps } from '../../shell/screen-props';
import { Button } from '../../ui/actions/button';
import { Segmented } from '../../ui/fields/segmented';
import { PageHeader } from '../../ui/layout/page-header';
import { codebookTables } from './codebook-tables';
import { ReadyListsDialog } from './ready-lists-dialog';
import { RolesPane } from './roles/roles-pane';
import { TagsPane } from './tags/tags-pane';
import { TypesPane } from './types/types-pane';

type List = NonNullable<PlaceOf<'tags'>['list']>;

const lists: readonly { readonly value: List; readonly label: string; readonly pane: () => ReactNode }[] = [
  { value: 'tags', label: 'Tags', pane: TagsPane },
  { value: 'types', label: 'Event types', pane: TypesPane },
  { value: 'roles', label: 'Roles', pane: RolesPane },
];

const exportNames: Readonly<Record<List, string>> = { tags: 'Tags', types: 'Event types', roles: 'Roles' };

export function CodebookView({ place }: ScreenProps<'tags'>) {
  const { list = 'tags' } = place;
  const [isChoosing, setIsChoosing] = useState(false);
  const Pane = lists.find(({ value }) => value === list)?.pane ?? TagsPane;
  const show = (value: List) => useNavigation.getState().replace({ kind: 'tags', list: value });
  return (
    <>
      <PageHeader title="Codebook">
        <Segmented label="List" labelHidden value={list} choices={lists} onChange={show} />
        <ExportMenu name={exportNames[list]} rows={codebookTables[list]} />
        <Button icon={<BookCopy size={14} aria-hidden />} onPress={() => setIsChoosing(true)}>
          Ready lists…
        </Button>
      </PageHeader>
      <Pane />
      {isChoosing && <ReadyListsDialog onClose={() => setIsChoosing(false)} />}
    </>
  );
}
