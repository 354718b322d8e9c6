/** The reader's commands, by key, menu or bar: on the selected words, else on the passage in focus. */
import type { CommandId } from '../../../shared/commands/command-list';
import { confirmWords, detachWords } from '../../parts/passages/decide';
import { showMoreLike } from '../../parts/passages/more-like';
import { go } from '../../shell/navigation';
import { notify } from '../../shell/notices';
import { useCommand } from '../../shell/use-command';
import { addToFocused, keepPart, stepPart } from './passages/part-actions';
import {
  copyCitation,
  deletePassages,
  greyOut,
  meantAnnotation,
  meantRange,
  stepPassage,
  wordsInView,
} from './passages/passage-actions';
import { foundParts } from './passages/passage-order';
import type { Reader } from './reader-context';
import type { PickerKind } from './reader-state';

const pickers: readonly (readonly [CommandId, PickerKind])[] = [
  ['link-actor', 'actor'],
  ['link-place', 'place'],
  ['link-event', 'event'],
  ['tag-passage', 'tag'],
  ['colour-passage', 'colour'],
  ['comment-passage', 'comment'],
];

/** Opens a form for saying something about what is meant. */
export function openPicker(reader: Reader, picker: PickerKind): void {
  const { store, surface, canChange } = reader;
  if (!canChange) return notify({ text: 'This can only be read: passages are made on the current text' });
  const range = meantRange(reader);
  if (!range) return notify({ text: 'Select words or a passage first' });
  surface.current?.reveal(range);
  store.setState({ picker });
}

/** Begins changing the ends of the passage in focus: of the part where the reader is, else of one in view. */
export function changeEnds(reader: Reader): void {
  const { store, surface, annotations, canChange } = reader;
  const { focused } = store.getState();
  const visible = wordsInView(reader);
  const annotation = annotations.find(({ id }) => id === focused[0]);
  const parts = annotation ? foundParts(annotation) : [];
  const caret = surface.current?.caretRange?.start ?? -1;
  const part =
    parts.find(({ start, end }) => start <= caret && caret <= end) ??
    parts.find(({ start, end }) => start < visible.end && end > visible.start) ??
    parts[0];
  if (!annotation || !part || !canChange) return notify({ text: 'Choose a passage first' });
  store.setState({
    ends: { annotationId: annotation.id, part: annotation.parts.indexOf(part) },
    selection: null,
  });
  surface.current?.changeEnds(parts, parts.indexOf(part));
}

/** Decides about the passage in focus, if it stands on changed words. */
function decide(reader: Reader, settle: (annotationId: string) => Promise<void>): void {
  const { focused } = reader.store.getState();
  const annotation = reader.annotations.find(({ id }) => id === focused[0]);
  if (annotation?.parts.some(({ state }) => state === 'changed')) void settle(annotation.id);
  else notify({ text: 'Choose a passage with changed words first' });
}

function moreLike(reader: Reader): void {
  const meant = meantAnnotation(reader);
  if (meant) void showMoreLike(meant.id);
  else notify({ text: 'Choose a passage first' });
}

function deleteFocused(reader: Reader): void {
  const { focused } = reader.store.getState();
  // Of several that overlap, the one that is shown first is meant.
  const [first] = focused;
  if (first && reader.canChange) void deletePassages(reader, [first]);
  else notify({ text: 'Choose a passage first' });
}

/** The revision that is shown with the current one; the current one with the one before it. */
function compareRevisions({ article, revision }: Reader): void {
  const isEarlier = revision.id !== article.currentRevisionId;
  go({ kind: 'compare', articleId: article.id, ...(isEarlier ? { fromRevisionId: revision.id } : {}) });
}

export function useReaderCommands(reader: Reader): void {
  for (const [command, picker] of pickers) {
    // oxlint-disable-next-line react/rules-of-hooks -- the table never changes
    useCommand(command, () => openPicker(reader, picker));
  }
  useCommand('cite-passage', () => void copyCitation(reader));
  useCommand('more-like', () => moreLike(reader));
  useCommand('exclude', () => void greyOut(reader), reader.canChange);
  useCommand('compare-revisions', () => compareRevisions(reader));
  useCommand('next-passage', () => stepPassage(reader, 1));
  useCommand('previous-passage', () => stepPassage(reader, -1));
  useCommand('add-part', () => keepPart(reader), reader.canChange);
  useCommand('add-to-passage', () => void addToFocused(reader), reader.canChange);
  useCommand('next-part', () => stepPart(reader));
  useCommand('change-ends', () => changeEnds(reader));
  useCommand('confirm-passage', () => decide(reader, confirmWords), reader.canChange);
  useCommand('detach-passage', () => decide(reader, detachWords), reader.canChange);
  useCommand('delete-passage', () => deleteFocused(reader));
  useCommand(
    'correct-text',
    () => reader.store.setState({ isCorrecting: true, picker: null }),
    reader.canChange,
  );
}
