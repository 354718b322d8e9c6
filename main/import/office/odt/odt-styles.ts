/** What the styles of an OpenDocument text mean for its content: headings, lists, bold words, hidden words. */
import type { LeafBlock, TextMark } from '../../../../shared/document/blocks';
import { attribute, childElements, childNamed, type XmlElement } from '../../archive/xml-node';
import { leafOfStyleName } from '../content/style-names';

export interface WordStyle {
  readonly marks: readonly TextMark[];
  readonly hidden: boolean;
}

export interface OdtStyles {
  readonly leaf: (paragraphStyle: string) => LeafBlock['kind'];
  /** What the paragraph's own style (not those it is based on) sets all its words in. */
  readonly wordsOf: (paragraphStyle: string) => WordStyle;
  readonly words: (textStyle: string) => WordStyle;
  /** Whether the lists of this style have numbers on the level (from 0), signs, or nothing at all. */
  readonly list: (style: string, level: number) => 'ordered' | 'bullet' | 'none';
}

/** `roots`: of `content.xml` and `styles.xml`. */
export function readOdtStyles(roots: readonly XmlElement[]): OdtStyles {
  const groups = roots.flatMap((root) => childElements(root).filter(({ name }) => name.endsWith('styles')));
  const automatic = new Set(
    groups
      .filter(({ name }) => name === 'automatic-styles')
      .flatMap((group) => childElements(group, 'style'))
      .map(keyOf),
  );
  const styles = new Map(
    groups.flatMap((group) => childElements(group, 'style')).map((one) => [keyOf(one), one]),
  );
  const lists = new Map(
    groups.flatMap((group) => childElements(group, 'list-style')).map((one) => [attribute(one, 'name'), one]),
  );
  const chain = (family: string, name: string): XmlElement[] => chainOf(styles, family, name);
  return {
    leaf: (name) => leafOf(chain('paragraph', name)),
    wordsOf: (name) =>
      wordStyle(automatic.has(`paragraph ${name}`) ? chain('paragraph', name).slice(0, 1) : []),
    words: (name) => wordStyle(chain('text', name)),
    list: (name, level) => sortOfList(lists.get(name), level),
  };
}

const keyOf = (style: XmlElement): string => `${attribute(style, 'family')} ${attribute(style, 'name')}`;

/** Styles are based on each other; a circle of them must not hold anyone up. */
const longestChain = 20;

function chainOf(styles: ReadonlyMap<string, XmlElement>, family: string, name: string): XmlElement[] {
  const chain: XmlElement[] = [];
  let style = styles.get(`${family} ${name}`);
  while (style !== undefined && chain.length < longestChain) {
    chain.push(style);
    style = styles.get(`${family} ${attribute(style, 'parent-style-name')}`);
  }
  return chain;
}

function leafOf(chain: readonly XmlElement[]): LeafBlock['kind'] {
  for (const style of chain) {
    const leaf = leafOfStyleName(attribute(style, 'display-name') || attribute(style, 'name'));
    if (leaf !== null) return leaf;
  }
  return 'paragraph';
}

function wordStyle(chain: readonly XmlElement[]): WordStyle {
  const properties = chain.flatMap((style) => childNamed(style, 'text-properties') ?? []);
  const first = (name: string): string =>
    properties.map((one) => attribute(one, name)).find((value) => value !== '') ?? '';
  const position = first('text-position');
  const marks: (TextMark | null)[] = [
    /^(?:bold|[6-9]00)$/.test(first('font-weight')) ? 'strong' : null,
    /^(?:italic|oblique)$/.test(first('font-style')) ? 'em' : null,
    /^(?:none)?$/.test(first('text-underline-style')) ? null : 'u',
    /^(?:none)?$/.test(first('text-line-through-style')) ? null : 's',
    /^sub|^-/.test(position) ? 'sub' : null,
    /^super|^[1-9]/.test(position) ? 'sup' : null,
  ];
  return {
    marks: marks.filter((mark): mark is TextMark => mark !== null),
    hidden: first('display') === 'none',
  };
}

function sortOfList(style: XmlElement | undefined, level: number): 'ordered' | 'bullet' | 'none' {
  const levels = style === undefined ? [] : childElements(style);
  const found = levels.find((one) => attribute(one, 'level') === String(level + 1));
  if (found === undefined || !found.name.endsWith('-number')) return 'bullet';
  return attribute(found, 'num-format') === '' ? 'none' : 'ordered';
}
