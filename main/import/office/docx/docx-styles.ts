/** What the styles of a Word document mean for its content: which paragraph is a heading, which words are bold. */
import type { LeafBlock, TextMark } from '../../../../shared/document/blocks';
import { attribute, childElements, childNamed, type XmlElement } from '../../archive/xml-node';
import { headingKind } from '../content/office-block';
import { leafOfStyleName } from '../content/style-names';

export interface ParagraphMeaning {
  readonly leaf: LeafBlock['kind'];
  /** `w:numPr` of the style, or null. */
  readonly numbering: XmlElement | null;
}

export interface DocxStyles {
  readonly paragraph: (id: string) => ParagraphMeaning;
  readonly run: (id: string) => readonly TextMark[];
}

/** `root`: of `styles.xml`, or null where there is none. */
export function readStyles(root: XmlElement | null): DocxStyles {
  const styles = new Map(
    (root === null ? [] : childElements(root, 'style')).map((style) => [attribute(style, 'styleId'), style]),
  );
  const paragraphs = new Map<string, ParagraphMeaning>();
  return {
    paragraph: (id) => {
      const known = paragraphs.get(id) ?? paragraphMeaning(chainOf(styles, id), id);
      paragraphs.set(id, known);
      return known;
    },
    run: (id) => chainOf(styles, id).flatMap((style) => marksOf(childNamed(style, 'rPr'))),
  };
}

/** Styles are based on each other; a circle of them must not hold anyone up. */
const longestChain = 20;

/** A style and what it is based on. */
function chainOf(styles: ReadonlyMap<string, XmlElement>, id: string): XmlElement[] {
  const chain: XmlElement[] = [];
  let style = styles.get(id);
  while (style !== undefined && chain.length < longestChain) {
    chain.push(style);
    const base = childNamed(style, 'basedOn');
    style = base === null ? undefined : styles.get(attribute(base, 'val'));
  }
  return chain;
}

function paragraphMeaning(chain: readonly XmlElement[], id: string): ParagraphMeaning {
  const leaves = chain.map(leafOfStyle).filter((leaf): leaf is LeafBlock['kind'] => leaf !== null);
  const numberings = chain.map((style) => childNamed(childNamed(style, 'pPr'), 'numPr'));
  return {
    leaf: leaves[0] ?? (chain.length === 0 ? leafOfStyleName(id) : null) ?? 'paragraph',
    numbering: numberings.find((numbering) => numbering !== null) ?? null,
  };
}

function leafOfStyle(style: XmlElement): LeafBlock['kind'] | null {
  const name = childNamed(style, 'name');
  const named = leafOfStyleName(name === null ? attribute(style, 'styleId') : attribute(name, 'val'));
  return named ?? leafOfOutline(childNamed(style, 'pPr'));
}

/** The level of an outline that paragraph properties give; 9 is body text. */
export function leafOfOutline(properties: XmlElement | null): LeafBlock['kind'] | null {
  const outline = childNamed(properties, 'outlineLvl');
  const level = outline === null ? Number.NaN : Number.parseInt(attribute(outline, 'val'), 10);
  return level >= 0 && level < 9 ? headingKind(level + 1) : null;
}

/** A property that is on by being there, unless it says otherwise. */
export function isOn(properties: XmlElement | null, name: string): boolean {
  const property = childNamed(properties, name);
  return property !== null && !/^(?:0|false|off|none)$/i.test(attribute(property, 'val'));
}

const toggles: readonly (readonly [name: string, mark: TextMark])[] = [
  ['b', 'strong'],
  ['i', 'em'],
  ['u', 'u'],
  ['strike', 's'],
  ['dstrike', 's'],
];

/** How run properties set words. */
export function marksOf(properties: XmlElement | null): TextMark[] {
  const raised = childNamed(properties, 'vertAlign');
  const position = raised === null ? '' : attribute(raised, 'val');
  return [
    ...toggles.filter(([name]) => isOn(properties, name)).map(([, mark]) => mark),
    ...(position === 'superscript' ? (['sup'] as const) : []),
    ...(position === 'subscript' ? (['sub'] as const) : []),
  ];
}

/** Whether the properties speak of a mark at all: what they turn off, the style does not turn on. */
export function marksTurnedOff(properties: XmlElement | null): TextMark[] {
  return toggles
    .filter(([name]) => childNamed(properties, name) !== null && !isOn(properties, name))
    .map(([, mark]) => mark);
}
