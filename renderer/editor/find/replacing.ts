/** Replaces what a finding has found in an editor: each press is one step of its undo. */
import { HISTORY_PUSH_TAG, type LexicalEditor, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { Replacement } from '../../../shared/find/find-in-text';
import { $readEditorText } from './editor-text';
import type { FindSession } from './find-session';
import { $replaceMatches } from './replace-matches';

/** The field keeps the focus: the caret's place in the text is not the browser's business now. */
const tags = [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG];

/** Null: the text is another than was looked through. */
function apply(editor: LexicalEditor, matches: readonly Replacement[], text: string): number | null {
  let count: number | null = null;
  const $apply = () => {
    if ($readEditorText().text === text) count = $replaceMatches(matches);
  };
  editor.update($apply, { discrete: true, tag: tags });
  return count;
}

const wordsNow = (editor: LexicalEditor): string =>
  editor.getEditorState().read(() => $readEditorText().text);

/** Replaces every match in one step; answers how many, or null where that could not be done. */
export async function replaceAll(
  editor: LexicalEditor,
  session: FindSession,
  template: string,
): Promise<number | null> {
  const text = wordsNow(editor);
  const matches = await session.replacements(template);
  const count = matches && apply(editor, matches, text);
  await session.again();
  return count;
}

/** Replaces the match that is meant and goes on to the next after it. */
export async function replaceCurrent(
  editor: LexicalEditor,
  session: FindSession,
  template: string,
): Promise<number | null> {
  const meant = session.currentMatch;
  const text = wordsNow(editor);
  const matches = await session.replacements(template);
  const match = matches?.find(({ start, end }) => start === meant?.start && end === meant.end);
  const count = match ? apply(editor, [match], text) : null;
  // A citation stays as it is and is passed over.
  await session.again(
    match ? match.start + (count === 0 ? match.end - match.start : match.put.length) : undefined,
  );
  return count;
}
