/** Finds a tag of the codebook as one types, or makes a new one. */
import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CommandArgs } from '../../shared/contract';
import type { Tag } from '../../shared/model/tag';
import { foldForMatch } from '../../shared/text/fold';
import { useAnswer } from '../client/query';
import { PickerList, type PickerRow } from './picker-list';

/** A tag that exists, or one to make. */
export type TagChoice = NonNullable<CommandArgs<'annotate'>['tags']>[number];

export interface TagPickerProps {
  readonly label: string;
  /** Ids of the tags already given: they are marked. */
  readonly given: readonly string[];
  /** A tag that was given already is to be taken off. */
  readonly onTake: (id: string) => void;
  readonly onPick: (choice: TagChoice, name: string) => void;
}

const createId = '\u0000create';
const rowsShown = 40;

/** A tag's name with those above it: "event / attack". */
export function tagPath(tag: Tag, tags: readonly Tag[]): string {
  const names: string[] = [];
  for (
    let at: Tag | undefined = tag;
    at && names.length < 20;
    at = tags.find(({ id }) => id === at?.parentId)
  ) {
    names.unshift(at.name);
  }
  return names.join(' / ');
}

const dot = (tag: Tag) =>
  tag.colour && (
    <span
      aria-hidden
      className="block size-2.5 rounded-full"
      style={{ background: `var(--mark-${tag.colour})` }}
    />
  );

function rowsOf(tags: readonly Tag[], text: string, given: readonly string[]): readonly PickerRow[] {
  const words = foldForMatch(text);
  const found = tags
    .filter(({ name }) => foldForMatch(name).includes(words))
    .sort(
      (a, b) =>
        Number(foldForMatch(b.name).startsWith(words)) - Number(foldForMatch(a.name).startsWith(words)),
    );
  const rows = found.slice(0, rowsShown).map((tag) => ({
    id: tag.id,
    label: tagPath(tag, tags),
    detail: given.includes(tag.id) ? 'given: take off' : String(tag.useCount),
    icon: given.includes(tag.id) ? <Check size={14} aria-hidden /> : dot(tag),
  }));
  const isNew = words !== '' && !found.some(({ name }) => foldForMatch(name) === words);
  return isNew
    ? [...rows, { id: createId, label: `Create tag “${text.trim()}”`, icon: <Plus size={14} aria-hidden /> }]
    : rows;
}

export function TagPicker({ label, given, onTake, onPick }: TagPickerProps) {
  const [text, setText] = useState('');
  const { data: tags = [], isPending } = useAnswer('listTags', {});
  const pick = (id: string) => {
    setText('');
    const name = id === createId ? text.trim() : (tags.find((tag) => tag.id === id)?.name ?? '');
    if (id === createId) onPick({ name }, name);
    else if (given.includes(id)) onTake(id);
    else onPick({ id }, name);
  };
  return (
    <PickerList
      label={label}
      placeholder="Tag"
      text={text}
      onTextChange={setText}
      rows={rowsOf(tags, text, given)}
      isStale={isPending}
      onPick={pick}
      emptyWords="No tags yet. Type a name to make the first."
    />
  );
}
