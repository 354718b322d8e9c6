/** What can be done to many passages at once; each is one step of undo, said when it is done. */
import { create } from 'zustand';
import type { CommandArgs } from '../../../../shared/contract';
import type { Colour } from '../../../../shared/model/tag';
import { commands } from '../../../client/client';
import { notifyUndoable, run, type UndoName } from '../../../shell/notices';

/** What is being done right now, in words; null: nothing. */
export const useBulkWork = create<{ readonly words: string | null }>()(() => ({ words: null }));

export const passagesWord = (count: number): string =>
  count === 1 ? '1 passage' : `${count.toLocaleString('en')} passages`;

type Ids = readonly string[];
type TagRef = CommandArgs<'tagPassages'>['tag'];

async function change(
  name: UndoName,
  doing: string,
  work: Promise<{ readonly count: number } | null>,
  said: (count: string) => string,
  all: number,
): Promise<void> {
  useBulkWork.setState({ words: doing });
  const done = await run(work);
  useBulkWork.setState({ words: null });
  if (done !== undefined) notifyUndoable(said(passagesWord(done?.count ?? all)), name);
}

const many = (ids: Ids) => passagesWord(ids.length);

export const tagPassages = (ids: Ids, tag: TagRef) =>
  change(
    'tagPassages',
    `Tagging ${many(ids)}…`,
    commands.tagPassages({ ids: [...ids], tag }),
    (count) => `Tagged ${count}`,
    ids.length,
  );

export const untagPassages = (ids: Ids, tagId: string) =>
  change(
    'untagPassages',
    `Taking the tag off ${many(ids)}…`,
    commands.untagPassages({ ids: [...ids], tagId }),
    (count) => `Took the tag off ${count}`,
    ids.length,
  );

export const moveToTag = (ids: Ids, fromId: string, to: TagRef) =>
  change(
    'moveToTag',
    `Moving ${many(ids)}…`,
    commands.moveToTag({ ids: [...ids], fromId, to }),
    (count) => `Moved ${count} to the other tag`,
    ids.length,
  );

export const linkPassages = (ids: Ids, to: Omit<CommandArgs<'linkPassages'>, 'ids'>) =>
  change(
    'linkPassages',
    `Linking ${many(ids)}…`,
    commands.linkPassages({ ids: [...ids], ...to }),
    (count) => `Linked ${count}`,
    ids.length,
  );

export const colourPassages = (ids: Ids, colour: Colour | null) =>
  change(
    'colourPassages',
    `Colouring ${many(ids)}…`,
    commands.colourPassages({ ids: [...ids], colour }),
    (count) => `Coloured ${count}`,
    ids.length,
  );

export const trashPassages = (ids: Ids) =>
  change(
    'trashAnnotations',
    `Moving ${many(ids)} to the trash…`,
    commands.trashAnnotations({ ids: [...ids] }),
    (count) => `${count} moved to the trash`,
    ids.length,
  );
