/** The decisions about a passage, each one undoable command. */
import type { ReviewCase } from '../../../shared/model/review';
import type { TextRange } from '../../../shared/text/offset-types';
import { commands } from '../../client/client';
import { notifyUndoable, run } from '../../shell/notices';

/** Some of its words are not as they were quoted: to say is whether they are right. */
export function hasChangedWords({ annotation: { parts } }: ReviewCase): boolean {
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

/** The passage goes on without a part whose words are gone. */
export async function takeOff({ annotation }: ReviewCase, part: number): Promise<void> {
  const { id: annotationId, revisionId } = annotation;
  const done = await run(commands.removePart({ annotationId, revisionId, part }));
  if (done !== undefined) notifyUndoable('Part removed', 'removePart');
}

export async function deletePassage({ annotation }: ReviewCase): Promise<void> {
  const done = await run(commands.trashAnnotations({ ids: [annotation.id] }));
  if (done !== undefined) notifyUndoable('Passage deleted', 'trashAnnotations');
}
