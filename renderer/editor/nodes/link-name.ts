/** What a link is called for other links of the text to lead to: a state of Lexical's link node, which has no room for it. */
import type { LinkNode } from '@lexical/link';
import { $getState, $setState, createState } from 'lexical';

const nameState = createState('name', { parse: (value) => (typeof value === 'string' ? value : '') });

/** '' for a link that no other leads to. */
export const $getLinkName = (link: LinkNode): string => $getState(link, nameState);

export const $setLinkName = (link: LinkNode, name: string): LinkNode => $setState(link, nameState, name);
