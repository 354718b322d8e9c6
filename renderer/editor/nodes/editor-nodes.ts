/** Every node an editor of articles or notes may hold: the content model, and nothing beyond it. */
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { CitationNode } from './citation-node';
import { ImageNode } from './image-node';
import { CaptionNode, PreformattedNode } from './leaf-nodes';
import { RuleNode } from './rule-node';

export const editorNodes = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  PreformattedNode,
  CaptionNode,
  ImageNode,
  RuleNode,
  CitationNode,
];
