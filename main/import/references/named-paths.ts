/**
 * A file as a list of references names it, as the paths that can be meant: lists are made on one computer and read on
 * another, by programs that each write paths in a way of their own.
 */

/** A drive of Windows (`C:`) is no scheme. */
const address = /^[a-z][a-z0-9+.-]+:/i;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `file:///C:/x` is `C:/x`, `file:///x` is `/x`, `file://server/x` is `//server/x`. */
const pathOfAddress = (url: string): string =>
  decoded(url.replace(/^file:/i, '').replace(/^\/\/\//, '/')).replace(/^\/(?=[a-z]:)/i, '');

/** The likeliest first; none for an address of the web. */
export function namedPaths(named: string): string[] {
  // Mendeley writes the sign as LaTeX does.
  const said = named.replace(/\$\\backslash\$/g, '\\').trim();
  const isFile = /^file:/i.test(said);
  if (said === '' || (address.test(said) && !isFile)) return [];
  const path = isFile ? pathOfAddress(said) : said;
  const ways = [path, path.replaceAll('\\', '/'), decoded(path)];
  // Macs give names in pieces, most others whole.
  return [...new Set(ways.flatMap((way) => [way, way.normalize('NFC'), way.normalize('NFD')]))];
}
