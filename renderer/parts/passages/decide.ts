/** What a researcher decides about a passage on changed words, each one undoable command. */
import { commands } from '../../client/client';
import { notifyUndoable, run } from '../../shell/notices';

export async function confirmWords(annotationId: string): Promise<void> {
  const done = await run(commands.confirmAnchor({ annotationId }));
  if (done !== undefined) notifyUndoable('Confirmed: the earlier quote is kept', 'confirmAnchor');
}

export async function detachWords(annotationId: string): Promise<void> {
  const done = await run(commands.detachAnchor({ annotationId }));
  if (done !== undefined) notifyUndoable('Detached: the passage stands on no words', 'detachAnchor');
}
