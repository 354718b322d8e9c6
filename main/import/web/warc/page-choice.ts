/**
 * Which answers of a web archive are pages that a person looked at: not their frames, advertisements, scripts and pictures.
 * The archive's list of pages decides where it has one; else what the browser asked for, and the address.
 */
import type { HttpMessage } from './http-message';

/** Why an answer is not taken, as the report counts it; null: it is a page. */
export type PassedOver = 'part' | 'frame' | 'failed' | 'unlisted' | null;

export interface Answer {
  readonly address: string;
  readonly mediaType: string;
  readonly response: HttpMessage;
  /** Where the archive keeps it. */
  readonly request: HttpMessage | null;
}

const pageTypes = /^(?:text\/html|application\/xhtml\+xml|application\/pdf|text\/plain)$/;

/** Parts that sites put into frames, and what no one reads. */
const framed =
  /^https?:\/\/(?:[^/]*\.)?(?:doubleclick\.net|googlesyndication\.com|google-analytics\.com|googletagmanager\.com|adnxs\.com|adsafeprotected\.com|criteo\.(?:com|net)|taboola\.com|outbrain\.com|amazon-adsystem\.com|scorecardresearch\.com|rubiconproject\.com|pubmatic\.com|disqus\.com\/embed|platform\.twitter\.com|(?:www\.)?facebook\.com\/(?:plugins|tr)\b|(?:www\.)?youtube(?:-nocookie)?\.com\/embed|player\.vimeo\.com|(?:www\.)?google\.com\/(?:recaptcha|maps\/embed))/i;
const unread = /\/(?:robots|ads|app-ads|security|humans)\.txt(?:$|[?#])/i;

/** `listed`: the addresses that the archive names as pages; empty: it names none. */
export function passedOver(
  { address, mediaType, response, request }: Answer,
  listed: ReadonlySet<string>,
): PassedOver {
  if (!pageTypes.test(mediaType)) return 'part';
  if (listed.size > 0 && !listed.has(withoutFragment(address))) return 'unlisted';
  if (response.status !== 200 && response.status !== null) return 'failed';
  if (listed.size > 0) return null;
  const wanted = request?.headers.get('sec-fetch-dest')?.toLowerCase() ?? 'document';
  if (
    wanted === 'iframe' ||
    wanted === 'frame' ||
    wanted === 'embed' ||
    wanted === 'object' ||
    framed.test(address)
  )
    return 'frame';
  const isFetched =
    wanted !== 'document' || request?.headers.get('x-requested-with')?.toLowerCase() === 'xmlhttprequest';
  return isFetched || unread.test(address) ? 'part' : null;
}

/** Addresses of pages are compared without what is after `#`. */
export const withoutFragment = (address: string): string => address.replace(/#[^]*$/, '');

/** What was passed over, in words; '' for nothing worth a word. */
export function passedOverInWords(counts: ReadonlyMap<Exclude<PassedOver, null>, number>): string {
  const said = [
    phrase(counts.get('frame'), 'frame or advertisement', 'frames and advertisements'),
    phrase(
      counts.get('failed'),
      'page that could not be had when it was saved',
      'pages that could not be had when they were saved',
    ),
    phrase(
      counts.get('unlisted'),
      'page that the archive does not list',
      'pages that the archive does not list',
    ),
    phrase(
      counts.get('part'),
      'picture, script or other part of pages',
      'pictures, scripts and other parts of pages',
    ),
  ].filter((words) => words !== '');
  return said.length === 0 ? '' : `Left out: ${said.join('; ')}.`;
}

function phrase(count: number | undefined, one: string, many: string): string {
  return !count ? '' : count === 1 ? `one ${one}` : `${count} ${many}`;
}
