/** Tags that are one with another: merging the shown one into another, and splitting off what was merged into it. */
import { Merge, Split } from 'lucide-react';
import type { Tag } from '../../../../shared/model/tag';
import { commands } from '../../../client/client';
import { TagPicker } from '../../../parts/tag-picker';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { PopoverButton } from '../../../ui/overlays/popover';

async function merge(tag: Tag, keep: Tag): Promise<void> {
  const done = await run(commands.mergeTags({ keepId: keep.id, mergeId: tag.id }));
  if (done !== undefined) notifyUndoable(`Merged “${tag.name}” into “${keep.name}”`, 'mergeTags');
}

async function split(id: string, name: string): Promise<void> {
  const done = await run(commands.splitTag({ id }));
  if (done !== undefined) notifyUndoable(`“${name}” is a tag of its own again`, 'splitTag');
}

interface MergeTagProps {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
}

/** Chooses the tag that the shown one becomes part of. */
export function MergeTag({ tag, tags }: MergeTagProps) {
  const pick = (choice: { readonly id: string } | { readonly name: string }, close: () => void) => {
    const keep = 'id' in choice ? tags.find(({ id }) => id === choice.id) : undefined;
    close();
    if (keep) void merge(tag, keep);
  };
  const trigger = <Button icon={<Merge size={14} aria-hidden />}>Merge into…</Button>;
  return (
    <PopoverButton label="Merge into another tag" trigger={trigger}>
      {(close) => (
        <div className="w-64 flex flex-col gap-2">
          <TagPicker
            label="Tag to keep"
            given={[tag.id]}
            onTake={() => {}}
            onPick={(choice) => pick(choice, close)}
          />
          <p className="text-xs text-muted">
            What bears “<bdi>{tag.name}</bdi>” is read as bearing the other. It can be split off again at any
            time.
          </p>
        </div>
      )}
    </PopoverButton>
  );
}

/** The tags that were merged into the shown one. */
export function MergedTags({ tag }: { readonly tag: Tag }) {
  if (tag.merged.length === 0) return null;
  return (
    <section aria-label="Merged into this tag" className="flex flex-col gap-1">
      <h3 className="text-xs text-muted">Merged into this tag</h3>
      <ul className="flex flex-col">
        {tag.merged.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2 min-w-0">
            <span className="truncate flex-1" dir="auto" title={name}>
              {name}
            </span>
            <Button
              look="quiet"
              aria-label={`Split off ${name}`}
              icon={<Split size={14} aria-hidden />}
              onPress={() => void split(id, name)}
            >
              Split off
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
