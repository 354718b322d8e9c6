/**
 * An SVG drawing of the window as a file of its own: the styles that the window's sheets and theme give it are written
 * into it, in the light theme's colours on white paper, and what only the window needs is left out. HTML inside of a
 * drawing (`foreignObject`) is left out too: few programs read it.
 */

/** What a drawn element may get from a style sheet. The inherited ones are written only where they change. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'direction',
] as const;
const own: Readonly<Record<string, string>> = { opacity: '1', 'unicode-bidi': 'normal' };

/** What SVG itself starts from. */
const initial: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  direction: 'ltr',
};

/** Does something while the window counts as light and still; nothing is painted in between. */
function inLightTheme<Value>(work: () => Value): Value {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  const still = document.createElement('style');
  still.textContent = '* { transition: none !important; animation: none !important; }';
  document.head.append(still);
  root.dataset['theme'] = 'light';
  try {
    return work();
  } finally {
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    still.remove();
  }
}

type Styles = Readonly<Record<string, string>>;

/** Writes the styles of an element into its copy; answers what its children inherit. */
function writeStyles(from: Element, to: Element, above: Styles): Styles {
  const computed = getComputedStyle(from);
  const styles = Object.fromEntries(inherited.map((name) => [name, computed.getPropertyValue(name)]));
  for (const name of inherited) {
    to.removeAttribute(name);
    if (styles[name] !== above[name]) to.setAttribute(name, styles[name] ?? '');
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = computed.getPropertyValue(name);
    to.removeAttribute(name);
    if (value !== usual) to.setAttribute(name, value);
  }
  return styles;
}

const isHidden = (element: Element): boolean => {
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
};

const onlyOfWindow = /^(class|style|tabindex|role|id|aria-.*|data-.*|on.*)$/;

/** What is drawn through its id: gradients, clips, arrow heads. */
const referred = 'defs, clipPath, linearGradient, radialGradient, marker, mask, pattern';

function cleanAttributes(from: Element, to: Element): void {
  for (const { name } of Array.from(to.attributes)) if (onlyOfWindow.test(name)) to.removeAttribute(name);
  if (from.id !== '' && from.closest(referred)) to.id = from.id;
}

function copy(from: Element, above: Styles): Element | null {
  if (from.localName === 'foreignObject' || isHidden(from)) return null;
  const to = from.cloneNode(false) as Element;
  cleanAttributes(from, to);
  const styles = writeStyles(from, to, above);
  for (const child of Array.from(from.childNodes)) {
    const copied = child instanceof Element ? copy(child, styles) : child.cloneNode(true);
    if (copied) to.append(copied);
  }
  return to;
}

function paperUnder(svg: Element, width: number, height: number): void {
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const [x = '0', y = '0', w = String(width), h = String(height)] =
    svg.getAttribute('viewBox')?.split(/[\s,]+/) ?? [];
  for (const [name, value] of Object.entries({ x, y, width: w, height: h, fill: '#ffffff', stroke: 'none' }))
    paper.setAttribute(name, value);
  svg.prepend(paper);
}

/** The drawing as the text of an SVG file, as large as it is on the screen (CSS pixels). */
export function standaloneSvg(drawing: SVGSVGElement): string {
  const { width, height } = drawing.getBoundingClientRect();
  const svg = inLightTheme(() => copy(drawing, initial));
  if (!svg) throw new Error('There is nothing to be seen of this drawing.');
  if (!svg.hasAttribute('viewBox')) svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  paperUnder(svg, width, height);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}
