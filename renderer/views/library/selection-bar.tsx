/** What can be done with the articles that are chosen. */
import { Check, CircleDashed, GitCompareArrows, Tag, Trash2 } from 'lucide-react';
import { commands } from '../../client/client';
import { type TagChoice, TagPicker } from '../../parts/tag-picker';
import { notifyUndoable, run } from '../../shell/notices';
import { runCommand } from '../../shell/use-command';
import { Button } from '../../ui/actions/button';
import { PopoverButton } from '../../ui/overlays/popover';

export const articlesWord = (count: number): string =>
  count === 1 ? '1 article' : `${count.toLocaleString('en')} articles`;

export async function trashArticles(ids: readonly string[]): Promise<void> {
  const done = await run(commands.trashArticles({ ids: [...ids] }));
  if (done !== undefined) notifyUndoable(`${articlesWord(ids.length)} moved to the trash`, 'trashArticles');
}

export function setRead(ids: readonly string[], read: boolean): void {
  void run(commands.setRead({ ids: [...ids], read }));
}

async function tagArticles(ids: readonly string[], tag: TagChoice, name: string): Promise<void> {
  const done = await run(commands.tagArticles({ articleIds: [...ids], tag }));
  if (done !== undefined) notifyUndoable(`Tagged ${articlesWord(ids.length)} “${name}”`, 'tagArticles');
}

function TagButton({ ids }: { readonly ids: readonly string[] }) {
  const trigger = (
    <Button look="quiet" icon={<Tag size={14} aria-hidden />}>
      Tag…
    </Button>
  );
  return (
    <PopoverButton label="Tag" trigger={trigger}>
      {(close) => (
        <TagPicker
          label={`Tag ${articlesWord(ids.length)}`}
          given={[]}
          onTake={close}
          onPick={(tag, name) => {
            close();
            void tagArticles(ids, tag, name);
          }}
        />
      )}
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
      data-foot-bar
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
