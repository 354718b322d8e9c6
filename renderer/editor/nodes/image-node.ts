/** An embedded picture inside a line of text. */
import { $create, $getState, $setState, createState, DecoratorNode, type LexicalNode } from 'lexical';

const text = { parse: (value: unknown) => (typeof value === 'string' ? value : '') };
const srcState = createState('src', text);
const altState = createState('alt', text);

export class ImageNode extends DecoratorNode<null> {
  override $config() {
    return this.config('image', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: srcState },
        { flat: true, stateConfig: altState },
      ],
    });
  }

  override createDOM(): HTMLElement {
    const image = document.createElement('img');
    image.src = this.getSource();
    image.alt = this.getAlt();
    return image;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override decorate(): null {
    return null;
  }

  getSource(): string {
    return $getState(this, srcState);
  }

  getAlt(): string {
    return $getState(this, altState);
  }
}

export function $createImageNode(src: string, alt: string): ImageNode {
  return $setState($setState($create(ImageNode), srcState, src), altState, alt);
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
