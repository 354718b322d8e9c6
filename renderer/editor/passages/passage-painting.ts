/** Paints the passages of text nodes on their elements: a wash in the annotation's colour, heard as a mark. */
import { $getNodeByKey, $isTextNode, type LexicalEditor, TextNode } from 'lexical';
import type { Colour } from '../../../shared/model/tag';
import { $getPassages, type PassageKey } from './passages-state';

/** Null: the passage has no colour of its own. */
export type ColourOf = (key: PassageKey) => Colour | null;

const mostLayers = 3;

function paint(element: HTMLElement, keys: readonly PassageKey[], colourOf: ColourOf): void {
  element.classList.toggle('passage', keys.length > 0);
  if (keys.length === 0) {
    element.removeAttribute('role');
    delete element.dataset['layers'];
    element.style.removeProperty('--wash');
    return;
  }
  const colour = keys.map(colourOf).findLast((one) => one !== null);
  element.setAttribute('role', 'mark');
  element.dataset['layers'] = String(Math.min(keys.length, mostLayers));
  if (colour) element.style.setProperty('--wash', `var(--mark-${colour})`);
  else element.style.removeProperty('--wash');
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
