/** Puts a tag on every passage, or on every article, that was found: one step of undo. */
import { Tag } from 'lucide-react';
import { useState } from 'react';
import type { SearchResult } from '../../../../../shared/contract/search';
import { commands } from '../../../../client/client';
import { useAnswer } from '../../../../client/query';
import { type TagChoice, TagPicker } from '../../../../parts/tag-picker';
import { notifyUndoable, run } from '../../../../shell/notices';
import { askedNow, useAsked } from '../../../../shell/settings';
import { Button } from '../../../../ui/actions/button';
import { Segmented } from '../../../../ui/fields/segmented';
import { PopoverButton } from '../../../../ui/overlays/popover';

const kinds = ['passage', 'article'] as const;
type Kind = (typeof kinds)[number];

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const wordsOf: Readonly<Record<Kind, (count: number) => string>> = {
  passage: (count) => counted(count, 'passage', 'passages'),
  article: (count) => counted(count, 'article', 'articles'),
};

async function idOf(tag: TagChoice): Promise<string | undefined> {
  if ('id' in tag) return tag.id;
  return (await run(commands.createTag({ name: tag.name, parentId: null })))?.id;
}

async function tagAll(query: string, kind: Kind, tag: TagChoice): Promise<void> {
  const id = await idOf(tag);
  const done = id && (await run(commands.tagFound({ ...askedNow(query), kinds: [kind], tagIds: [id] })));
  if (!done) return;
  const count = kind === 'passage' ? done.passages : done.articles;
  notifyUndoable(`Tagged ${wordsOf[kind](count)}`, 'tagFound');
}

interface TagFoundProps {
  readonly query: string;
  readonly result: SearchResult;
}

function Panel({ query, result, close }: TagFoundProps & { readonly close: () => void }) {
  // What is shown may stand for a word that is still being typed: what is tagged is counted as it will be found.
  const exact = useAnswer('search', { ...useAsked(query), offset: 0, limit: 1, only: 'hits' });
  const totals = exact.data && !exact.isPlaceholderData ? exact.data.totals : result.totals;
  const possible = kinds.filter((kind) => totals[kind] > 0);
  const [chosen, setChosen] = useState<Kind>(possible[0] ?? 'passage');
  const pick = (tag: TagChoice) => {
    close();
    void tagAll(query, chosen, tag);
  };
  return (
    <div className="flex flex-col gap-2">
      {possible.length > 1 && (
        <Segmented
          label="What is tagged"
          labelHidden
          value={chosen}
          choices={possible.map((value) => ({ value, label: wordsOf[value](totals[value]) }))}
          onChange={setChosen}
        />
      )}
      <TagPicker
        label={`Tag ${wordsOf[chosen](totals[chosen])}`}
        given={[]}
        onTake={(id) => pick({ id })}
        onPick={pick}
      />
    </div>
  );
}

/** Only passages and articles can bear a tag. */
export function TagFound(props: TagFoundProps) {
  const { totals, isCounted } = props.result;
  const isPossible = isCounted && kinds.some((kind) => totals[kind] > 0);
  return (
    <PopoverButton
      label="Tag all that was found"
      trigger={
        <Button look="quiet" icon={<Tag size={14} aria-hidden />} isDisabled={!isPossible}>
          <span className="max-[1000px]:sr-only">Tag all…</span>
        </Button>
      }
    >
      {(close) => <Panel {...props} close={close} />}
    </PopoverButton>
  );
}
