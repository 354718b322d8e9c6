/** One tag: name, what it is for, colour, and where it stands among the others. Each change is kept when the field is left. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { CommandArgs } from '../../../../shared/contract';
import { type Colour, colours, type Tag } from '../../../../shared/model/tag';
import { commands } from '../../../client/client';
import { go } from '../../../shell/navigation';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { Select } from '../../../ui/fields/select';
import { labelLook, TextArea, TextField } from '../../../ui/fields/text-field';
import { MergedTags, MergeTag } from './merged-tags';
import { tagRows, withDescendants } from './tag-tree';

const none = 'none';

function update(args: CommandArgs<'updateTag'>): void {
  void run(commands.updateTag(args));
}

function ColourChoice({ tag }: { readonly tag: Tag }) {
  const choose = (value: string) =>
    update({ id: tag.id, colour: colours.find((colour) => colour === value) ?? null });
  return (
    <RadioGroup
      value={tag.colour ?? none}
      onChange={choose}
      orientation="horizontal"
      className="flex flex-col gap-1"
    >
      <Label className={labelLook}>Colour</Label>
      <div className="flex gap-1.5">
        {[none, ...colours].map((colour) => (
          <Swatch key={colour} colour={colour as Colour | typeof none} />
        ))}
      </div>
    </RadioGroup>
  );
}

function Swatch({ colour }: { readonly colour: Colour | typeof none }) {
  return (
    <Radio
      value={colour}
      aria-label={colour}
      className="size-6 rounded-full border border-rule selected:outline-2 selected:outline-ink selected:outline-offset-1 data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent flex items-center justify-center"
      style={{ background: colour === none ? 'var(--raised)' : `var(--mark-${colour})` }}
    >
      {colour === none && <span aria-hidden className="w-4 h-px bg-faint -rotate-45" />}
    </Radio>
  );
}

function ParentChoice({ tag, tags }: { readonly tag: Tag; readonly tags: readonly Tag[] }) {
  const own = withDescendants(tags, tag.id);
  const possible = tagRows(tags).filter((row) => !own.has(row.tag.id));
  const choices = [
    { value: none, label: 'At the top' },
    ...possible.map((row) => ({ value: row.tag.id, label: `${'– '.repeat(row.depth)}${row.tag.name}` })),
  ];
  return (
    <Select
      label="Below"
      value={tag.parentId ?? none}
      choices={choices}
      onChange={(value) => update({ id: tag.id, parentId: value === none ? null : value })}
    />
  );
}

async function trash(tag: Tag): Promise<void> {
  const done = await run(commands.trashTag({ id: tag.id }));
  if (done !== undefined) notifyUndoable(`Tag “${tag.name}” moved to the trash`, 'trashTag');
}

function Fields({ tag }: { readonly tag: Tag }) {
  const [name, setName] = useState(tag.name);
  const [description, setDescription] = useState(tag.description);
  const keepName = () => {
    const words = name.trim();
    if (words === '') setName(tag.name);
    else if (words !== tag.name) update({ id: tag.id, name: words });
  };
  const keepDescription = () => {
    if (description !== tag.description) update({ id: tag.id, description });
  };
  return (
    <>
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        onBlur={keepName}
        onKeyDown={(event) => event.key === 'Enter' && keepName()}
      />
      <TextArea
        label="What it is for"
        placeholder="When to use this tag, and when not"
        value={description}
        onChange={setDescription}
        onBlur={keepDescription}
      />
    </>
  );
}

export function TagDetails({ tag, tags }: { readonly tag: Tag; readonly tags: readonly Tag[] }) {
  const { useCount: count } = tag;
  const uses = count === 1 ? '1 use' : `${count.toLocaleString('en')} uses`;
  return (
    <section aria-label={`Tag ${tag.name}`} className="flex flex-col gap-4 p-4 overflow-auto">
      <Fields key={`${tag.id} ${tag.name} ${tag.description}`} tag={tag} />
      <ColourChoice tag={tag} />
      <ParentChoice tag={tag} tags={tags} />
      <MergedTags tag={tag} />
      <div className="flex items-center flex-wrap gap-2 pt-3 border-t border-rule">
        <Button onPress={() => go({ kind: 'search', query: `tag:"${tag.name}"` })}>Show {uses}</Button>
        <Button onPress={() => go({ kind: 'passages', filters: { tagIds: [tag.id] } })}>Quotations</Button>
        <MergeTag tag={tag} tags={tags} />
        <span className="ms-auto" />
        <Button look="danger" icon={<Trash2 size={14} aria-hidden />} onPress={() => void trash(tag)}>
          Delete
        </Button>
      </div>
    </section>
  );
}
