/** The decisions about a passage, each one undoable command. */
import type { ReviewCase } from '../../../shared/model/review';
import type { TextRange } from '../../../shared/text/offset-types';
import { commands } from '../../client/client';
import { notifyUndoable, run } from '../../shell/notices';

/** All of its words are somewhere in the text: what is left to say is whether they are right. */
export function canConfirm({ annotation: { parts } }: ReviewCase): boolean {
  return parts.every(({ state }) => state !== 'orphan') && parts.some(({ state }) => state === 'changed');
}

export function canDetach({ annotation: { parts } }: ReviewCase): boolean {
  return parts.some(({ state }) => state === 'changed');
}

export async function attachAt(
  { annotation }: ReviewCase,
  part: number,
  { start, end }: TextRange,
): Promise<void> {
  const { id: annotationId, revisionId } = annotation;
  const done = await run(commands.attachPart({ annotationId, revisionId, part, range: { start, end } }));
  if (done !== undefined) notifyUndoable('Passage re-attached', 'attachPart');
}

export async function deletePassage({ annotation }: ReviewCase): Promise<void> {
  const done = await run(commands.trashAnnotations({ ids: [annotation.id] }));
  if (done !== undefined) notifyUndoable('Passage deleted', 'trashAnnotations');
}
