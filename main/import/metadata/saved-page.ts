/**
 * What programs that save pages write into them: where the page was and when it was saved. Browsers, SingleFile (and Zotero,
 * which uses it), Save Page WE and HTTrack.
 */

export interface SavedPage {
  /** '' where it is not said. */
  readonly address: string;
  /** ISO 8601 UTC, or ''. */
  readonly time: string;
}

const longest = 2000;

/** What a comment says; null for one that says nothing of the kind. */
export function savedPageOfComment(comment: string): SavedPage | null {
  const text = comment.slice(0, 3 * longest);
  const browser = /^\s*saved from url=\(\d+\)(https?:\/\/\S{1,2000})/i.exec(text)?.[1];
  if (browser !== undefined) return { address: browser, time: '' };
  if (/^\s*page saved with singlefile/i.test(text)) return singleFile(text);
  const [, place, date = ''] =
    /^\s*mirrored from (\S{1,2000}) by httrack[^\]]{0,200}\],?\s*([^\n]{0,60}?)\s*$/i.exec(text) ?? [];
  return place === undefined ? null : { address: withScheme(place), time: timeOf(date) };
}

function singleFile(text: string): SavedPage {
  const address = /^\s*url:\s*(https?:\/\/\S{1,2000})/im.exec(text)?.[1] ?? '';
  return { address, time: timeOf(/^\s*saved date:\s*([^\n]{1,200})/im.exec(text)?.[1] ?? '') };
}

const withScheme = (place: string): string => (/^https?:/i.test(place) ? place : `http://${place}`);

/** What the page's `meta` elements say. */
export function savedPageOfStatements(
  statements: readonly { readonly name: string; readonly content: string }[],
): SavedPage {
  const said = (name: string): string => statements.find((one) => one.name === name)?.content.trim() ?? '';
  return { address: said('savepage-url'), time: timeOf(said('savepage-date')) };
}

function timeOf(said: string): string {
  const time = said.trim() === '' ? Number.NaN : Date.parse(said.trim());
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
