/**
 * Where links of a page may lead: web addresses, mail, and places of the page itself, which keep a name for it. Anything
 * else (scripts, data, files) keeps its words and loses its target.
 */
import { isLinkName, isSafeHref } from '../../../shared/document/normalise-blocks';
import { asElement, type PageElement, type PageNode } from './page-node';

const greatestHrefLength = 8000;

/** The base against which relative links of the page are read, or null when nothing trustworthy says. */
export function pageBase(baseHref: string, addresses: readonly string[]): URL | null {
  const known =
    addresses.map((address) => webAddress(address, null)).find((address) => address !== null) ?? null;
  return (baseHref === '' ? null : webAddress(baseHref, known)) ?? known;
}

/** The link's target as an absolute address or `#fragment`, or null where the link is not kept. */
export function safeTarget(href: string, base: URL | null): string | null {
  const trimmed = href.replace(/[\t\n\r]/g, '').trim();
  if (trimmed === '' || trimmed.length > greatestHrefLength) return null;
  if (trimmed.startsWith('#')) return trimmed.length > 1 && isSafeHref(trimmed) ? trimmed : null;
  const target = parseAddress(trimmed, base);
  if (target === null || !['http:', 'https:', 'mailto:'].includes(target.protocol)) return null;
  return isSafeHref(target.href) ? target.href : null;
}

/** The fragment that a link within the page leads to, decoded; null for a link that leads elsewhere. */
export function fragmentOf(href: string, base: URL | null): string | null {
  const target = href.startsWith('#') ? href : withinPage(href, base);
  if (target === null || target.length < 2) return null;
  try {
    return decodeURIComponent(target.slice(1));
  } catch {
    return target.slice(1);
  }
}

function withinPage(href: string, base: URL | null): string | null {
  const url = base === null ? null : webAddress(href, base);
  if (url === null || base === null || url.hash === '') return null;
  const bare = (address: URL) => address.href.slice(0, address.href.length - address.hash.length);
  return bare(url) === bare(base) ? url.hash : null;
}

/** An http or https address, or null. */
export function webAddress(address: string, base: URL | null): URL | null {
  const url = parseAddress(address.trim(), base);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

function parseAddress(address: string, base: URL | null): URL | null {
  try {
    return base === null ? new URL(address) : new URL(address, base);
  } catch {
    return null;
  }
}

const permalinkSign = /^[#¶§†∞⚓\u{1f517}]?\ufe0e?$/u;
const permalinkClass =
  /(?:^|[\s_-])(?:headerlink|header-anchor|heading-anchor|anchor|anchorjs-link|permalink|hash-link|direct-link|bookmark)(?:$|[\s_-])/i;

/** A link that a site puts to a heading, so that one can point there: a sign, no word of the text. */
export function isPermalink(link: PageElement): boolean {
  if (!(link.getAttribute('href') ?? '').includes('#')) return false;
  if (!permalinkClass.test(link.getAttribute('class') ?? '') && !isInHeading(link)) return false;
  return permalinkSign.test((link.textContent ?? '').trim()); // last: it reads all that is in the link
}

function isInHeading(link: PageElement): boolean {
  for (let node: PageNode | null = link.parentNode, steps = 0; node && steps < 4; steps += 1) {
    const element = asElement(node);
    if (element !== null && /^h[1-6]$/.test(element.localName)) return true;
    node = node.parentNode;
  }
  return false;
}

/** More than any text has footnotes. */
const mostNames = 20_000;

/** The names of the places below an element that links below it lead to, by the id on the page. */
export function linkedNames(root: PageElement, base: URL | null): ReadonlyMap<string, string> {
  const wanted = new Set<string>();
  for (const link of root.querySelectorAll('a')) {
    if (isPermalink(link)) continue;
    const fragment = fragmentOf(link.getAttribute('href') ?? '', base);
    if (fragment !== null && wanted.size < mostNames) wanted.add(fragment);
  }
  const names = new Map<string, string>();
  if (wanted.size === 0) return names;
  for (const element of root.querySelectorAll('[id]')) {
    const id = element.getAttribute('id') ?? '';
    if (wanted.has(id) && !names.has(id)) names.set(id, isLinkName(id) ? id : `place-${names.size + 1}`);
  }
  return names;
}
