import { $createTextNode, type LexicalEditor } from 'lexical';
import { CitationNode } from '../nodes/citation-node';

/** Where nothing can be cited, a citation that is pasted stays as its words. Answers a function that ends it. */
export function registerCitationLimits(editor: LexicalEditor, mayCite: boolean): () => void {
  if (mayCite) return () => {};
  return editor.registerNodeTransform(CitationNode, (node) => {
    node.replace($createTextNode(node.getTextContent()));
  });
}
