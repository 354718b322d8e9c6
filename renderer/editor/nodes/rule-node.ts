/** A thematic break between blocks. */
import { $create, DecoratorNode, type LexicalNode } from 'lexical';

export class RuleNode extends DecoratorNode<null> {
  override $config() {
    return this.config('rule', { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    return document.createElement('hr');
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }
}

export function $createRuleNode(): RuleNode {
  return $create(RuleNode);
}

export function $isRuleNode(node: LexicalNode | null | undefined): node is RuleNode {
  return node instanceof RuleNode;
}
