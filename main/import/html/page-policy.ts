/** What of a page reaches the importer at all: the elements and attributes that pass the door. Everything else is dropped there. */

/** A set of element names, written as words. */
export function elementNames(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** Dropped with all they hold: nothing in them is the page's own words, or they run, fetch, or ask. */
export const droppedElements: ReadonlySet<string> = elementNames(
  'script style noscript template iframe frame frameset noframes object embed applet portal svg',
  'canvas audio video source track param map area link input button select option optgroup textarea',
  'datalist progress meter annotation annotation-xml noembed basefont bgsound fencedframe keygen',
  'menuitem title base meta',
);

/** Elements without an end tag: they hold nothing to drop. */
export const voidElements: ReadonlySet<string> = elementNames(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track',
  'wbr',
);

/** Kept attributes and how long a value may be; a longer one is dropped, not cut. */
export const keptAttributes: ReadonlyMap<string, number> = new Map([
  ['href', 8000],
  ['alt', 2000],
  ['class', 300],
  ['id', 200],
  ['style', 300],
  ['rel', 100],
  ['role', 50],
  ['lang', 40],
  ['dir', 10],
  ['hidden', 20],
  ['aria-hidden', 10],
  ['aria-modal', 10],
  ['colspan', 5],
  ['rowspan', 5],
  ['datetime', 60],
  ['pubdate', 60],
  ['itemprop', 100],
  ['itemtype', 200],
  ['typeof', 100],
  ['property', 200],
  ['summary', 300],
]);

/** Elements that start a new line of text. */
export const blockElements: ReadonlySet<string> = elementNames(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption',
  'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p pre',
  'search section summary table tbody td tfoot th thead tr ul xmp caption',
);

type Attributes = Readonly<Record<string, string>>;

const hasClass = ({ class: classes = '' }: Attributes, wanted: RegExp): boolean =>
  classes !== '' && classes.split(/\s+/).some((name) => wanted.test(name));

/** The link that edits a section is the site's; a formula set a second time for the eye (KaTeX, MathJax) stands beside its words. */
export function isLeftOut(name: string, attributes: Attributes): boolean {
  if (hasClass(attributes, /^mw-editsection$/)) return true;
  if (attributes['aria-hidden'] !== 'true') return false;
  return name === 'mjx-math' || hasClass(attributes, /^(?:katex-html|MathJax)$/);
}

const formulaWords = /^\{?\\(?:displaystyle|textstyle)|^\$[^$]+\$$|^\\[([].*\\[)\]]$/;

/** A formula that is a picture says in TeX what it shows: left out, its sentence would have a hole. '' for any other picture. */
export function formulaOf(attributes: Attributes): string {
  const alt = (attributes['alt'] ?? '').trim();
  const isFormula =
    hasClass(attributes, /^(?:mwe-math.*|math|tex|latex|equation|formula)$/i) || formulaWords.test(alt);
  return isFormula ? alt.replace(/^\{\\(?:display|text)style\s*([^]*)\}$/, '$1').trim() : '';
}
