/** Addresses of pages as they are compared: two spellings of one address, or two ways that led to it, are the same page. */

/** Parameters that say where a reader came from, not what is read. */
const tracking =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|ref|ref_src|cmpid|ocid|smid|s_cid)$/i;

/**
 * A page's address without what does not name it: scheme, `www.`, a final slash, the fragment, marks of campaigns, the
 * order of parameters. '' for what is no address of the web.
 */
export function pageAddress(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return '';
  }
  if (!/^https?:$/.test(parsed.protocol)) return '';
  const parameters = [...parsed.searchParams]
    .filter(([name]) => !tracking.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  const path = parsed.pathname.replace(/\/(index\.\w+)?$/, '');
  return `${parsed.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}`;
}
