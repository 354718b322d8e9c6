/** What can be done with the articles that are chosen. */
import { Check, CircleDashed, GitCompareArrows, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { notifyUndoable, run } from '../../shell/notices';
import { runCommand } from '../../shell/use-command';
import { Button } from '../../ui/actions/button';
import { ComboBox } from '../../ui/fields/combo-box';
import { PopoverButton } from '../../ui/overlays/popover';

type TagRef = { readonly id: string } | { readonly name: string };

export const articlesWord = (count: number): string =>
  count === 1 ? '1 article' : `${count.toLocaleString('en')} articles`;

export async function trashArticles(ids: readonly string[]): Promise<void> {
  const done = await run(commands.trashArticles({ ids: [...ids] }));
  if (done !== undefined) notifyUndoable(`${articlesWord(ids.length)} moved to the trash`, 'trashArticles');
}

export function setRead(ids: readonly string[], read: boolean): void {
  void run(commands.setRead({ ids: [...ids], read }));
}

async function tagArticles(ids: readonly string[], tag: TagRef, name: string): Promise<void> {
  const done = await run(commands.tagArticles({ articleIds: [...ids], tag }));
  if (done !== undefined) notifyUndoable(`Tagged ${articlesWord(ids.length)} “${name}”`, 'tagArticles');
}

function TagPicker({ ids, onDone }: { readonly ids: readonly string[]; readonly onDone: () => void }) {
  const { data: tags = [] } = useAnswer('listTags', {});
  const [text, setText] = useState('');
  const words = text.trim().toLocaleLowerCase();
  const items = tags
    .filter(({ name }) => name.toLocaleLowerCase().includes(words))
    .map(({ id, name, useCount }) => ({ id, label: name, detail: String(useCount) }));
  const give = (tag: TagRef, name: string) => {
    onDone();
    void tagArticles(ids, tag, name);
  };
  return (
    <div className="w-64">
      <ComboBox
        label={`Tag ${articlesWord(ids.length)}`}
        labelHidden
        placeholder={`Tag ${articlesWord(ids.length)}: find or create`}
        autoFocus
        items={items}
        text={text}
        onTextChange={setText}
        onPick={(id) => give({ id }, tags.find((tag) => tag.id === id)?.name ?? '')}
        onCreate={(name) => give({ name }, name)}
      />
    </div>
  );
}

function TagButton({ ids }: { readonly ids: readonly string[] }) {
  const trigger = (
    <Button look="quiet" icon={<Tag size={14} aria-hidden />}>
      Tag…
    </Button>
  );
  return (
    <PopoverButton label="Tag" trigger={trigger}>
      {(close) => <TagPicker ids={ids} onDone={close} />}
    </PopoverButton>
  );
}

interface SelectionBarProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
}

export function SelectionBar({ ids, onClear }: SelectionBarProps) {
  const trash = () => void trashArticles(ids).then(onClear);
  return (
    <div
      role="toolbar"
      aria-label="Chosen articles"
      className="flex items-center gap-1 px-4 h-9 border-t border-rule bg-sunken shrink-0"
    >
      <span className="me-2 tabular-nums">{articlesWord(ids.length)} chosen</span>
      <TagButton ids={ids} />
      <Button look="quiet" icon={<Check size={14} aria-hidden />} onPress={() => setRead(ids, true)}>
        Read
      </Button>
      <Button look="quiet" icon={<CircleDashed size={14} aria-hidden />} onPress={() => setRead(ids, false)}>
        Unread
      </Button>
      <Button look="quiet" icon={<Trash2 size={14} aria-hidden />} onPress={trash}>
        Trash
      </Button>
      {ids.length === 1 && (
        <Button
          look="quiet"
          icon={<GitCompareArrows size={14} aria-hidden />}
          onPress={() => runCommand('compare-revisions')}
        >
          Compare revisions
        </Button>
      )}
      <span className="ms-auto" />
      <Button look="quiet" onPress={onClear}>
        Clear
      </Button>
    </div>
  );
}
