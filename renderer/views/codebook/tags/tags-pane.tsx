/** Tags in their hierarchy with how often each is used; one at a time is looked at and changed. */
import { Plus, Tags } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { ErrorMessage } from '../../../shell/error-message';
import { run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/fields/text-field';
import { EmptyState } from '../../../ui/layout/empty-state';
import { SplitPane } from '../../../ui/layout/split-pane';
import { rowsOf } from '../../../ui/lists/row-source';
import { VirtualList } from '../../../ui/lists/virtual-list';
import { TagDetails } from './tag-details';
import { type TagRow, tagRows } from './tag-tree';

function Row({ row: { tag, depth } }: { readonly row: TagRow }) {
  const { useCount: count } = tag;
  return (
    <span
      className="flex items-center gap-2 w-full min-w-0"
      style={{ paddingInlineStart: `${depth * 18}px` }}
    >
      <span
        aria-hidden
        className="size-2.5 rounded-full shrink-0 border border-rule"
        style={{ background: tag.colour ? `var(--mark-${tag.colour})` : 'transparent' }}
      />
      <span className="truncate" dir="auto" title={tag.name}>
        {tag.name}
      </span>
      <span className="truncate text-xs text-faint flex-1 min-w-0" dir="auto">
        {tag.description}
      </span>
      <span className="text-xs text-muted tabular-nums">{count > 0 && count.toLocaleString('en')}</span>
    </span>
  );
}

const rowItem = (row: TagRow) => <Row row={row} />;

function NewTag({ onMade }: { readonly onMade: (id: string) => void }) {
  const [name, setName] = useState('');
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const made = await run(commands.createTag({ name: name.trim(), parentId: null }));
    if (!made) return;
    setName('');
    onMade(made.id);
  };
  return (
    <form className="flex gap-2" onSubmit={(event) => void make(event)}>
      <TextField label="New tag" labelHidden placeholder="New tag" value={name} onChange={setName} />
      <Button type="submit" icon={<Plus size={14} aria-hidden />}>
        Add
      </Button>
    </form>
  );
}

export function TagsPane() {
  const { data: tags, error } = useAnswer('listTags', {});
  const [currentId, setCurrentId] = useState<string | null>(null);
  const rows = tagRows(tags ?? []);
  const current = tags?.find(({ id }) => id === currentId) ?? rows[0]?.tag;
  if (error) return <ErrorMessage error={error} />;
  if (!tags) return null;
  return (
    <SplitPane
      name="tags"
      label="Width of the tag’s details"
      main={
        <div className="flex flex-col flex-1 min-h-0">
          <div className="px-4 pt-3 pb-2">
            <NewTag onMade={setCurrentId} />
          </div>
          {tags.length === 0 && (
            <EmptyState title="No tags yet" icon={<Tags size={28} aria-hidden />}>
              Tags mark what passages and articles have in common. Make one here, or while you read: choose
              words and press T.
            </EmptyState>
          )}
          {current && (
            <VirtualList
              label="Tags"
              rows={rowsOf(rows)}
              rowKey={(row) => row.tag.id}
              item={rowItem}
              currentKey={current.id}
              onOpen={(row) => setCurrentId(row.tag.id)}
            />
          )}
        </div>
      }
      side={current && <TagDetails tag={current} tags={tags} />}
    />
  );
}
