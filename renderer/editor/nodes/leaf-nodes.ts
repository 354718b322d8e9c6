/** Leaf blocks that Lexical has no node for: preformatted text and captions. */
import {
  $createParagraphNode,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';

abstract class PlainLeafNode extends ElementNode {
  override updateDOM(): boolean {
    return false;
  }

  /** Enter at the end leaves the block. */
  override insertNewAfter(_selection: unknown, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  override collapseAtStart(): boolean {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }
}

export class PreformattedNode extends PlainLeafNode {
  override $config() {
    return this.config('preformatted', { extends: ElementNode });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    return document.createElement('pre');
  }
}

export class CaptionNode extends PlainLeafNode {
  override $config() {
    return this.config('caption', { extends: ElementNode });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    return document.createElement('figcaption');
  }
}

export function $isPreformattedNode(node: LexicalNode | null | undefined): node is PreformattedNode {
  return node instanceof PreformattedNode;
}

export function $isCaptionNode(node: LexicalNode | null | undefined): node is CaptionNode {
  return node instanceof CaptionNode;
}
