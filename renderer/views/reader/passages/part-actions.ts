/** What a person can do with the parts of a passage, each as one undoable command. Knows no React. */
import type { Annotation } from '../../../../shared/model/annotation';
import { commands } from '../../../client/client';
import { joinStretches } from '../../../reading/parts/join-stretches';
import { notify, notifyUndoable, run } from '../../../shell/notices';
import type { OpenText, Reader } from '../reader-context';
import { selectedParts, setParts, wordsOf } from './passage-actions';
import { foundParts } from './passage-order';

/** Keeps the selected words as a part; the next words that are selected are another. */
export function keepPart(reader: Reader): void {
  const { surface, store } = reader;
  if (!surface.current?.keepPart()) return notify({ text: 'Select words first' });
  store.setState({ wasSaid: false });
  const { kept } = store.getState();
  const last = kept.at(-1);
  surface.current.say(`Part ${kept.length}: ${last ? wordsOf(reader, last) : ''}. Select the next words.`);
}

/** Adds the selected words to the passage in focus; those that touch a part lengthen it. */
export async function addToFocused(reader: Reader): Promise<void> {
  const { annotations, store, surface } = reader;
  const [focused] = store.getState().focused;
  const annotation = annotations.find(({ id }) => id === focused);
  const added = selectedParts(reader);
  if (!annotation || added.length === 0)
    return notify({ text: 'Choose a passage, then select the words to add to it' });
  const parts = joinStretches(added, foundParts(annotation));
  if (!(await setParts(reader, annotation, parts))) return;
  surface.current?.giveUpParts();
  store.setState({ focused: [annotation.id], selection: null, kept: [] });
  notifyUndoable(
    parts.length > 1 ? `Words added: a passage in ${parts.length} parts` : 'Words added to the passage',
    'setParts',
  );
}

/** Takes a part off a passage that has others. */
export async function removePart(text: OpenText, annotation: Annotation, part: number): Promise<void> {
  const args = { annotationId: annotation.id, revisionId: text.revision.id, part };
  if ((await run(commands.removePart(args))) === undefined) return;
  notifyUndoable('Part removed', 'removePart');
  document.getElementById(`passage-${annotation.id}`)?.focus();
}

/** Shows the next part of the passage in focus; after the last, the first. */
export function stepPart(reader: Reader): void {
  const { annotations, store, surface } = reader;
  const annotation = annotations.find(({ id }) => id === store.getState().focused[0]);
  const parts = annotation ? foundParts(annotation) : [];
  const caret = surface.current?.caretRange?.start ?? 0;
  const next = parts.find(({ start }) => start > caret) ?? parts[0];
  if (!next || parts.length < 2) return notify({ text: 'Choose a passage in several parts first' });
  surface.current?.reveal(next);
  surface.current?.placeCaret(next);
  surface.current?.flash(next);
  surface.current?.say(`Part ${parts.indexOf(next) + 1} of ${parts.length}: ${wordsOf(reader, next)}`);
}
