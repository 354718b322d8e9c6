/** A page that Safari saved (.webarchive): its main part as a page, with the pictures of the other parts. Frames are left out. */
import type { DecodedReading, FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { readHtml } from '../../html/read-html';
import { declaredEncoding } from '../../text/decode/declared-encoding';
import { decodeText } from '../../text/decode/decode-text';
import { type PictureFinder, pictureFinder } from '../picture-finder';
import { type PlistValue, readBinaryPlist } from './binary-plist';

/** Throws `import-refused` for what holds no page. */
export function readWebarchive({ bytes, encoding }: Pick<FormatInput, 'bytes' | 'encoding'>): DecodedReading {
  const archive = readBinaryPlist(bytes);
  const main = member(archive, 'WebMainResource');
  const data = member(main, 'WebResourceData');
  if (!(data instanceof Uint8Array)) throw refuse('There is no page in this file.');
  const said = member(main, 'WebResourceTextEncodingName');
  const decoded = decodeText(data, {
    chosen: encoding,
    declared: typeof said === 'string' ? said : declaredEncoding(data),
  });
  const address = wordsOf(member(main, 'WebResourceURL'));
  const reading = readHtml(decoded.text, {
    source: address,
    isPaste: false,
    pictureBeside: pictures(archive, address),
  });
  return { ...reading, encoding: { encoding: decoded.encoding, encodingOrigin: decoded.origin } };
}

function member(value: PlistValue | undefined, name: string): PlistValue | undefined {
  return value instanceof Map ? (value as ReadonlyMap<string, PlistValue>).get(name) : undefined;
}

const wordsOf = (value: PlistValue | undefined): string => (typeof value === 'string' ? value : '');

function pictures(archive: PlistValue, base: string): PictureFinder {
  const parts = member(archive, 'WebSubresources');
  const list: readonly PlistValue[] = Array.isArray(parts) ? parts : [];
  const byAddress = new Map(
    list.map((part) => [wordsOf(member(part, 'WebResourceURL')), member(part, 'WebResourceData')]),
  );
  return pictureFinder((address) => {
    const found = byAddress.get(address);
    return found instanceof Uint8Array ? found : undefined;
  }, base);
}
