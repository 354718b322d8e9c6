import { $createRangeSelection, $getNodeByKey, $isTextNode, $setSelection } from 'lexical';
import type { FoundStretch } from '../../../shared/find/find-in-text';
import { $readEditorText, lineAt, piecesWithin } from './editor-text';

/** Selects a stretch of the editor's words. To be called inside `editor.update`. */
export function $selectMatch(match: FoundStretch): void {
  const line = lineAt($readEditorText(), match.start);
  const pieces = line ? piecesWithin(line, match).filter(({ key }) => $isTextNode($getNodeByKey(key))) : [];
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return;
  const selection = $createRangeSelection();
  selection.anchor.set(first.key, Math.max(0, match.start - first.start), 'text');
  selection.focus.set(last.key, Math.min(last.end, match.end) - last.start, 'text');
  $setSelection(selection);
}
