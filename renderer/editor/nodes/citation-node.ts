/** A citation in a note: words that stand for a passage, an entity, an event or an article. One piece: deleted whole. */
import {
  $applyNodeReplacement,
  $create,
  $getState,
  $setState,
  createState,
  type EditorConfig,
  type LexicalNode,
  TextNode,
} from 'lexical';
import type { CitationTarget } from '../../../shared/document/blocks';

const targets: readonly CitationTarget[] = ['annotation', 'entity', 'event', 'article'];
const kindState = createState('citationKind', {
  parse: (value): CitationTarget => targets.find((target) => target === value) ?? 'annotation',
});
const idState = createState('citationId', { parse: (value) => (typeof value === 'string' ? value : '') });

export interface Cited {
  readonly target: CitationTarget;
  readonly targetId: string;
}

export class CitationNode extends TextNode {
  override $config() {
    return this.config('citation', {
      extends: TextNode,
      stateConfigs: [
        { flat: true, stateConfig: kindState },
        { flat: true, stateConfig: idState },
      ],
    });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config);
    const { target, targetId } = this.getCited();
    dom.dataset['citation'] = target;
    dom.dataset['targetId'] = targetId;
    dom.setAttribute('role', 'link');
    return dom;
  }

  override updateDOM(previous: this, dom: HTMLElement, config: EditorConfig): boolean {
    const { target, targetId } = this.getCited();
    const isOther = dom.dataset['citation'] !== target || dom.dataset['targetId'] !== targetId;
    return super.updateDOM(previous, dom, config) || isOther;
  }

  getCited(): Cited {
    return { target: $getState(this, kindState), targetId: $getState(this, idState) };
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isTextEntity(): true {
    return true;
  }
}

/** Makes it stand for another thing; its words stay. */
export function $citeInstead(node: CitationNode, { target, targetId }: Cited): void {
  $setState($setState(node, kindState, target), idState, targetId);
}

export function $createCitationNode({ target, targetId }: Cited, label: string): CitationNode {
  const node = $applyNodeReplacement($create(CitationNode));
  node.setTextContent(label).setMode('token');
  $citeInstead(node, { target, targetId });
  return node;
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
