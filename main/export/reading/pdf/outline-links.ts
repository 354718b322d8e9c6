/**
 * Prepares a page for bookmarks: Chromium gives a place in the PDF to whatever the page links to, so each heading gets a name
 * and a link that is never shown.
 */

export interface OutlineEntry {
  /** 1 to 6. */
  readonly level: number;
  readonly title: string;
  /** The name of its place in the page, and in the PDF made of it. */
  readonly name: string;
}

const headings = /<h([1-6])((?:\s[^>]*)?)>([\s\S]*?)<\/h\1>/gi;

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of a heading, without its tags. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => references[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

/** The page with a name for each heading, and the headings in order. */
export function linkHeadings(html: string): {
  readonly html: string;
  readonly entries: readonly OutlineEntry[];
} {
  const entries: OutlineEntry[] = [];
  const named = html.replace(headings, (whole, level: string, attributes: string, inner: string) => {
    const title = wordsOf(inner);
    if (title === '') return whole;
    const name = `outline-${entries.length + 1}`;
    entries.push({ level: Number(level), title, name });
    return `<h${level}${attributes}><a id="${name}"></a>${inner}</h${level}>`;
  });
  const links = entries.map(({ name }) => `<a href="#${name}"></a>`).join('');
  const at = named.search(/<\/body>/i);
  if (at < 0 || links === '') return { html, entries: [] };
  return { html: `${named.slice(0, at)}<div hidden>${links}</div>${named.slice(at)}`, entries };
}
