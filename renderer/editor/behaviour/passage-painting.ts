/** Paints the passages of text nodes on their elements: a wash in the annotation's colour, heard as a mark. */
import { $getNodeByKey, $isTextNode, type LexicalEditor, TextNode } from 'lexical';
import type { Colour } from '../../../shared/model/tag';
import { $getPassages, type PassageKey } from '../nodes/passages-state';

export type ColourOf = (key: PassageKey) => Colour | null;

function paint(element: HTMLElement, keys: readonly PassageKey[], colourOf: ColourOf): void {
  const last = keys.at(-1);
  if (!last) {
    element.classList.remove('passage');
    element.removeAttribute('role');
    element.style.removeProperty('--wash');
    return;
  }
  element.classList.add('passage');
  element.setAttribute('role', 'mark');
  element.dataset['depth'] = String(Math.min(keys.length, 3));
  element.style.setProperty('--wash', `var(--mark-${colourOf(last) ?? 'yellow'})`);
}

/** Answers a function that ends it. */
export function registerPassagePainting(editor: LexicalEditor, colourOf: ColourOf): () => void {
  return editor.registerMutationListener(TextNode, (mutations) => {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of mutations) {
        const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
        const element = editor.getElementByKey(key);
        if (element && $isTextNode(node)) paint(element, $getPassages(node), colourOf);
      }
    });
  });
}
