/** XML as a small tree that does not change, and the few questions its readers ask of it. `read-xml.ts` makes it. */

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

export interface XmlAttribute {
  /** Without its prefix. */
  readonly name: string;
  /** '' without a prefix. */
  readonly namespace: string;
  readonly value: string;
}

export interface XmlElement {
  readonly kind: 'element';
  /** Without its prefix. */
  readonly name: string;
  /** The address that its prefix, or the default, stands for; '' where there is none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | XmlText;

/** The value of the first attribute of this name, or ''. `namespace`: only where its address ends like this; '' for no prefix. */
export function attribute(element: XmlElement, name: string, namespace?: string): string {
  const isMeant = (address: string): boolean =>
    namespace === undefined || (namespace === '' ? address === '' : address.endsWith(namespace));
  return element.attributes.find((one) => one.name === name && isMeant(one.namespace))?.value ?? '';
}

/** Whether the element has an attribute of this name. */
export function hasAttribute(element: XmlElement, name: string): boolean {
  return element.attributes.some((candidate) => candidate.name === name);
}

/** The elements just below, of one name or all. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child.kind === 'element' && (name === undefined || child.name === name),
  );
}

/** The first element just below of this name, or null. */
export function childNamed(element: XmlElement | null, name: string): XmlElement | null {
  for (const child of element?.children ?? [])
    if (child.kind === 'element' && child.name === name) return child;
  return null;
}

/** All elements below of this name, in order; not those within one that was found. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) =>
    child.name === name ? [child] : descendantsNamed(child, name),
  );
}

/** The words of an element and all below it, as they stand. */
export function textOf(node: XmlNode | null): string {
  if (node === null) return '';
  return node.kind === 'text' ? node.text : node.children.map(textOf).join('');
}
