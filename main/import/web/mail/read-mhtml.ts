/** A page that a browser saved into one file (MHTML): its main part as a page, with the pictures of the other parts. */
import type { DecodedReading, FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { webAddress } from '../../html/page-links';
import { readHtml } from '../../html/read-html';
import { type MimeMessage, type MimePart, parseMessage } from './mime-part';
import { isHtmlPart, partsOf, partText } from './part-words';
import { picturesAmong } from './parts-by-address';

/** Whether a mail is a saved page: nobody sent it. */
export function isSavedPage({ root }: MimeMessage): boolean {
  const { headers } = root;
  if (headers.has('snapshot-content-location') || headers.has('content-location')) return true;
  const isRelated = root.mediaType === 'multipart/related' || root.mediaType === 'text/html';
  const from = headers.get('from') ?? '';
  return (
    isRelated &&
    !headers.has('received') &&
    !headers.has('to') &&
    (from === '' || /^"?<?saved by /i.test(from))
  );
}

/** Throws `import-refused` for a file without a page in it. */
export function readMhtml(
  input: Pick<FormatInput, 'bytes' | 'source' | 'encoding'>,
  message?: MimeMessage,
): DecodedReading {
  const { root, isTruncated } = message ?? parseMessage(input.bytes);
  const page = mainPart(root);
  if (page === null) throw refuse('There is no page in this file.');
  const address = addressOf(root, page);
  const decoded = partText(page, input.encoding);
  const source = address === '' ? input.source : address;
  const pictureBeside = picturesAmong(root, address);
  const reading = readHtml(decoded.text, { source, isPaste: false, pictureBeside });
  const cut = 'The file ends in the middle: what is after its end is missing.';
  return {
    ...reading,
    warnings: [...reading.warnings, ...(isTruncated ? [cut] : [])],
    encoding: { encoding: decoded.encoding, encodingOrigin: decoded.origin },
    capturedAt: timeOf(root.headers.get('date') ?? ''),
  };
}

/** The part that `start` names, or whose address is the file's; else the first page. */
function mainPart(root: MimePart): MimePart | null {
  const pages = [...partsOf(root)].filter(isHtmlPart);
  const start = root.parameters.get('start') ?? '';
  const location =
    root.headers.get('snapshot-content-location') ?? root.headers.get('content-location') ?? '';
  const named = start === '' ? undefined : pages.find(({ headers }) => headers.get('content-id') === start);
  const placed =
    location === '' ? undefined : pages.find(({ headers }) => headers.get('content-location') === location);
  return named ?? placed ?? pages[0] ?? null;
}

/** Where the page was on the web, or ''. */
function addressOf(root: MimePart, page: MimePart): string {
  const said = [
    root.headers.get('snapshot-content-location'),
    page.headers.get('content-location'),
    root.headers.get('content-location'),
  ];
  return said.flatMap((address) => webAddress(address ?? '', null)?.href ?? [])[0] ?? '';
}

/** ISO 8601 UTC, or undefined for what is no time. */
export function timeOf(said: string): string | undefined {
  const time = said === '' ? Number.NaN : Date.parse(said);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
