/**
 * A file that a book calls its table of contents is often its title page too, with who made it, when, and who may copy it.
 * The lists that lead through the book are taken out; what is left is kept where it is more than a heading.
 */

/** Fewer words than these are the heading of the list. */
const fewestWords = 25;

const lists = /<(\/?)(?:ul|ol|nav|table)\b[^>]*?(\/?)>/gi;

const wordsIn = (markup: string): number => markup.replace(/<[^>]*>/g, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;

const withoutLinks = (markup: string): string => markup.replace(/<a\b[^>]*>[^]*?<\/a>/gi, ' ');

/** A list that mostly leads elsewhere leads through the book. */
const leads = (list: string): boolean => wordsIn(withoutLinks(list)) * 2 < wordsIn(list);

/** The markup without its outermost lists and tables of links, and all in them. */
function withoutLists(markup: string): string {
  let [depth, from, start, kept] = [0, 0, 0, ''];
  for (const tag of markup.matchAll(lists)) {
    const [whole, closes, isEmpty] = tag;
    if (isEmpty) continue;
    if (!closes && depth === 0) start = tag.index;
    depth = Math.max(0, depth + (closes ? -1 : 1));
    if (!closes || depth > 0) continue;
    const end = tag.index + whole.length;
    kept += markup.slice(from, leads(markup.slice(start, end)) ? start : end);
    from = end;
  }
  return kept + markup.slice(from);
}

/** What of a contents page is the book's own words, as markup; null where there is nothing of the kind. */
export function contentsPageWords(markup: string): string | null {
  const rest = withoutLists(markup);
  const body = rest.slice(Math.max(0, rest.search(/<body\b/i)));
  return wordsIn(withoutLinks(body)) >= fewestWords ? rest : null;
}
