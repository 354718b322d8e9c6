/**
 * The few members of the DOM that the importer uses, so that it needs neither the DOM's types nor more of a document than
 * linkedom gives.
 */

export const elementNode = 1;
export const textNode = 3;

export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  appendChild(child: PageNode): unknown;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  /** Those that are there now. */
  getElementsByTagName(name: string): Iterable<PageElement>;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
  createTextNode(text: string): PageNode;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** The node as an element, or null. */
export function asElement(node: PageNode): PageElement | null {
  return node.nodeType === elementNode ? (node as PageElement) : null;
}

/** The children of a node in order. */
export function* childrenOf(node: PageNode): Generator<PageNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}

/** Whether an element of one of these names is anywhere below. */
export function holds(parent: PageNode, names: ReadonlySet<string>): boolean {
  for (const child of childrenOf(parent)) {
    const element = asElement(child);
    if (element !== null && (names.has(element.localName) || holds(element, names))) return true;
  }
  return false;
}

/** The text of a node with white space collapsed. */
export function tidyText(node: PageNode | null): string {
  return collapse(node?.textContent ?? '');
}

/** White space as one blank each, none at the ends. No-break spaces count too: for titles and names, not for evidence. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
