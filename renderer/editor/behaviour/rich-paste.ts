/**
 * Pasting from other programs: their HTML goes through the importer's cleaning and comes back as content, so that nothing
 * gets into a text that could not be imported. Words copied in an editor of Casebook are Lexical's own business.
 */
import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $isTableNode } from '@lexical/table';
import { $findMatchingParent } from '@lexical/utils';
import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type BaseSelection,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  type LexicalNode,
  PASTE_COMMAND,
  PASTE_TAG,
  type PointType,
} from 'lexical';
import type { Block } from '../../../shared/document/blocks';
import { parseContent } from '../../../shared/document/content-html';
import { leafSpans } from '../../../shared/document/plain-text';
import { app } from '../../client/client';
import { reportError } from '../../shell/notices';
import { $nodesOf } from '../content/content-to-editor';
import { $removeSelected } from './remove-selected';
import { blocksOfWord } from './word-lists';

const ownType = 'application/x-lexical-editor';

/** The cleaned content of HTML; null when there are no words in it. */
async function cleanedContent(html: string): Promise<readonly Block[] | null> {
  const { content } = await app.readPasted({ html });
  if (content === '') return null;
  return blocksOfWord(html, parseContent(content));
}

/** A heading, a list or a table is not run into the words before the caret. */
function $beginBlock(selection: BaseSelection): void {
  if (!$isRangeSelection(selection)) return;
  const block = $findMatchingParent(
    selection.anchor.getNode(),
    (node) => $isElementNode(node) && !node.isInline(),
  );
  if (block && block.getTextContentSize() > 0) selection.insertParagraph();
}

/** Words of one paragraph are put into the line; in a table cell there is only room for paragraphs. */
function $insertBlocks(editor: LexicalEditor, blocks: readonly Block[]): void {
  $removeSelected();
  const selection = $getSelection();
  if (!selection) return;
  const place = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
  const isInTable = place !== null && $findMatchingParent(place, $isTableNode) !== null;
  const fitting: readonly Block[] = isInTable
    ? leafSpans(blocks).map(({ inlines }) => ({ kind: 'paragraph', inlines }))
    : blocks;
  const nodes = $nodesOf(fitting);
  const [only] = nodes;
  const isOneLine = nodes.length === 1 && fitting[0]?.kind === 'paragraph' && $isElementNode(only);
  const inserted: LexicalNode[] = isOneLine ? only.getChildren() : nodes;
  if (fitting[0]?.kind !== 'paragraph') $beginBlock(selection);
  $insertGeneratedNodes(editor, inserted, selection);
}

const $isThere = ({ key, offset }: PointType): boolean => {
  const node = $getNodeByKey(key);
  if ($isTextNode(node)) return offset <= node.getTextContentSize();
  return $isElementNode(node) && offset <= node.getChildrenSize();
};

/** Words go in where they were pasted, though the caret may have gone on while they were cleaned. */
function $atPlace(place: BaseSelection | null, insert: () => void): void {
  const now = $getSelection();
  const hasMoved = !(place && now && place.is(now));
  const canReturn = $isRangeSelection(place) && $isThere(place.anchor) && $isThere(place.focus);
  if (!hasMoved || !canReturn) return insert();
  $setSelection(place.clone());
  insert();
  $setSelection(now?.clone() ?? null);
}

async function pasteCleaned(
  editor: LexicalEditor,
  place: BaseSelection | null,
  { html, text }: { readonly html: string; readonly text: string },
): Promise<void> {
  const blocks = await cleanedContent(html);
  const $insert = () => {
    const selection = $getSelection();
    if (blocks) $insertBlocks(editor, blocks);
    else if ($isRangeSelection(selection)) selection.insertRawText(text);
  };
  editor.update(() => $atPlace(place, $insert), { tag: PASTE_TAG });
}

/** Answers a function that ends it. */
export function registerRichPaste(editor: LexicalEditor): () => void {
  // What cleans is started now, so that the first paste does not wait for it.
  app.readPasted({ html: '<p>ready</p>' }).catch(reportError);
  return editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const data = event instanceof ClipboardEvent ? event.clipboardData : null;
      const html = data?.getData('text/html') ?? '';
      if (!data || html === '' || data.getData(ownType) !== '') return false;
      event.preventDefault();
      const place = $getSelection()?.clone() ?? null;
      pasteCleaned(editor, place, { html, text: data.getData('text/plain') }).catch(reportError);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
