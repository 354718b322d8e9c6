/** Where links of a page may lead: web addresses and mail. Anything else (scripts, data, files) keeps its words and loses its target. */
import { isSafeHref } from '../../../shared/document/normalise-blocks';

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
