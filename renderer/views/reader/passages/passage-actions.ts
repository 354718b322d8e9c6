/** What a person can do with words and passages, each as one undoable command. Knows no React. */
import type { CommandArgs, CommandValue } from '../../../../shared/contract';
import type { Annotation } from '../../../../shared/model/annotation';
import type { TextRange } from '../../../../shared/text/offset-types';
import { sliceByCodePoints } from '../../../../shared/text/offsets';
import { app, commands } from '../../../client/client';
import { joinStretches } from '../../../reading/parts/join-stretches';
import { notify, notifyUndoable, run } from '../../../shell/notices';
import { nextPaint } from '../../../ui/layout/next-paint';
import type { OpenText, Reader } from '../reader-context';
import type { ReaderState } from '../reader-state';
import { paintedPassage } from '../text/painted-passages';
import { citationOf, placeIn } from './describe-passage';
import { annotationOn, foundParts, isOrphan, passageAfter } from './passage-order';

type Saying = Omit<CommandArgs<'annotate'>, 'on'>;

/** The words that are selected, with those kept beside them, in reading order. */
export function selectedParts({ store }: OpenText): readonly TextRange[] {
  const { selection, kept } = store.getState();
  return joinStretches(selection ? [...kept, selection] : kept);
}

/** The annotation that is meant: on exactly the selected words, or the focused one. */
export function meantAnnotation(reader: Reader): Annotation | undefined {
  const { annotations, store } = reader;
  const { focused } = store.getState();
  const parts = selectedParts(reader);
  if (parts.length > 0) return annotationOn(annotations, parts);
  return annotations.find(({ id }) => id === focused[0]);
}

/** The words that are meant: selected, or of the focused passage. */
export function meantRange(reader: Reader): TextRange | null {
  const { selection, kept } = reader.store.getState();
  const annotation = meantAnnotation(reader);
  const part = selection ?? kept[0] ?? (annotation && foundParts(annotation)[0]);
  return part ? { start: part.start, end: part.end } : null;
}

export function wordsOf({ revision }: OpenText, { start, end }: TextRange): string {
  return sliceByCodePoints(revision.text, start, end);
}

/** All words that are meant, those of several parts with `between` between them. */
export function meantWords(reader: Reader, between: string): string {
  return meantParts(reader)
    .map((part) => wordsOf(reader, part))
    .join(between);
}

/** The words of what is meant, part by part. */
export function meantParts(reader: Reader): readonly TextRange[] {
  const selected = selectedParts(reader);
  const annotation = meantAnnotation(reader);
  return selected.length > 0 ? selected : annotation ? foundParts(annotation) : [];
}

/** What is meant, as commands take it: selected words or a passage; null: nothing is. */
export function target(reader: Reader): CommandArgs<'annotate'>['on'] | null {
  const parts = selectedParts(reader).map(plain);
  if (parts.length > 0) return { articleId: reader.article.id, revisionId: reader.revision.id, parts };
  const annotation = meantAnnotation(reader);
  return annotation ? { annotationId: annotation.id } : null;
}

/** Says something about what is meant; its passage is the focused one afterwards. */
export async function say(reader: Reader, saying: Saying): Promise<CommandValue<'annotate'> | undefined> {
  const on = target(reader);
  if (!on) return undefined;
  const before = reader.store.getState();
  const done = await run(commands.annotate({ on, ...saying }));
  if (done) await showSaid(reader, done, before);
  return done;
}

/** What is meant: the selected words, else the passage in focus. */
type Meant = Pick<ReaderState, 'selection' | 'focused'>;

function isSameMeant(a: Meant, b: Meant): boolean {
  if (a.selection && b.selection)
    return a.selection.start === b.selection.start && a.selection.end === b.selection.end;
  return a.selection === b.selection && a.focused[0] === b.focused[0];
}

/**
 * Shows what was said about words: its passage is painted and is the one that is meant, unless something else than `before`
 * is meant by now.
 */
export async function showSaid(
  reader: Reader,
  { annotation, annotationId }: Pick<CommandValue<'annotate'>, 'annotation' | 'annotationId'>,
  before: Meant,
): Promise<void> {
  showAtOnce(reader, annotation);
  await nextPaint();
  if (!isSameMeant(reader.store.getState(), before)) return;
  reader.surface.current?.settleParts();
  reader.store.setState({ focused: [annotationId], wasSaid: true });
}

/** Paints what the file has now, as the command answered it; cards and lists come when all are read again. */
function showAtOnce({ revision, surface }: OpenText, annotation: Annotation | null): void {
  if (annotation?.revisionId === revision.id && !isOrphan(annotation))
    surface.current?.showPassage(paintedPassage(annotation));
}

/** Says something about one annotation, whatever is selected. */
export async function sayAbout(annotationId: string, saying: Saying): Promise<void> {
  await run(commands.annotate({ on: { annotationId }, ...saying }));
}

/** Makes a passage the one that is meant and brings it into view. */
export function focusPassage(text: OpenText, annotation: Annotation): void {
  const { store, surface } = text;
  const part = foundParts(annotation)[0];
  surface.current?.clearSelection();
  store.setState({ focused: [annotation.id], selection: null });
  if (!part) return;
  surface.current?.reveal(part);
  surface.current?.placeCaret(part);
}

/** The words in view now: the store hears of scrolling only when it has been drawn, and keys can be faster. */
export const wordsInView = ({ surface, store }: OpenText): TextRange =>
  surface.current?.visibleRange ?? store.getState().visible;

/** Goes to the next (1) or previous (-1) passage from where the reader is. */
export function stepPassage(reader: Reader, step: 1 | -1): void {
  const { focused, selection } = reader.store.getState();
  const { start } = selection ?? wordsInView(reader);
  const from = { id: step === 1 ? focused.at(-1) : focused[0], offset: start };
  const next = passageAfter(reader.annotations, from, step);
  if (next) focusPassage(reader, next);
  else notify({ text: step === 1 ? 'No further passage' : 'No earlier passage' });
}

export async function deletePassages(text: OpenText, ids: readonly string[]): Promise<void> {
  const done = await run(commands.trashAnnotations({ ids: [...ids] }));
  if (done === undefined) return;
  text.store.setState(({ focused }) => ({ focused: focused.filter((id) => !ids.includes(id)) }));
  notifyUndoable(ids.length === 1 ? 'Passage deleted' : `${ids.length} passages deleted`, 'trashAnnotations');
}

const plain = ({ start, end }: TextRange) => ({ start, end });

/** Gives a passage these parts in the text; those that stay where they are keep their state. */
export async function setParts(
  text: OpenText,
  annotation: Annotation,
  parts: readonly TextRange[],
): Promise<boolean> {
  const args = { annotationId: annotation.id, revisionId: text.revision.id, parts: parts.map(plain) };
  return (await run(commands.setParts(args))) !== undefined;
}

/** Gives the parts of a passage other ends. */
export async function saveEnds(
  text: OpenText,
  annotation: Annotation,
  parts: readonly TextRange[],
): Promise<void> {
  if (await setParts(text, annotation, parts)) notifyUndoable('Ends changed', 'setParts');
}

/** Puts the first part that has no words, or others than its own, on the selected ones; the other parts stay. */
export async function reattach(text: OpenText, annotation: Annotation): Promise<void> {
  const { selection } = text.store.getState();
  if (!selection) return notify({ text: 'Select the words it belongs to first' });
  const states = annotation.parts.map(({ state }) => state);
  const part = states.includes('orphan') ? states.indexOf('orphan') : states.indexOf('changed');
  const on = { annotationId: annotation.id, revisionId: text.revision.id };
  const done = await run(commands.attachPart({ ...on, part: Math.max(0, part), range: plain(selection) }));
  if (done === undefined) return;
  text.surface.current?.clearSelection();
  text.store.setState({ focused: [annotation.id] });
  notifyUndoable('Passage re-attached', 'attachPart');
}

export async function copyCitation(reader: Reader): Promise<void> {
  const range = meantRange(reader);
  if (!range) return notify({ text: 'Select words or a passage first' });
  const place = placeIn(reader.revision, range.start);
  await run(app.copyText({ text: citationOf(meantWords(reader, ' … '), reader.article, place) }));
  notify({ text: 'The quote and its source were copied' });
}

/** Greys the selected words out; words that are greyed come back, so that the keyboard can do both. */
export async function greyOut(reader: Reader): Promise<void> {
  const { selection } = reader.store.getState();
  if (!selection) return notify({ text: 'Select the words that are not evidence first' });
  const greyed = reader.article.exclusions.find(
    ({ state, start, end }) => state !== 'kept' && start <= selection.start && end >= selection.end,
  );
  if (greyed) return bringBack(reader, greyed.id);
  const range = plain(selection);
  const done = await run(commands.setExclusion({ articleId: reader.article.id, range, state: 'excluded' }));
  if (!done) return;
  reader.surface.current?.clearSelection();
  notifyUndoable('Greyed out: not evidence, not searched', 'setExclusion');
}

export async function bringBack(reader: Reader, exclusionId: string): Promise<void> {
  const exclusion = reader.article.exclusions.find(({ id }) => id === exclusionId);
  if (!exclusion) return;
  const range = plain(exclusion);
  const done = await run(commands.setExclusion({ articleId: reader.article.id, range, state: 'kept' }));
  if (done) notifyUndoable('Brought back as evidence', 'setExclusion');
}
