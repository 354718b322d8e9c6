/**
 * The pictures that a web archive holds, by their addresses: read before its pages, since a picture comes after the page
 * that shows it. No more is held than fits a thread; the pictures beyond are named as missing.
 */
import { createByteReader } from './byte-reader';
import { bodyOf, parseHttpMessage } from './http-message';
import { inflated, type WarcBytes } from './inflated';
import { addressOf, type WarcRecord, warcRecords } from './warc-records';

const megabyte = 1024 * 1024;
const greatestPicture = 8 * megabyte;
const greatestTotal = 256 * megabyte;

/** Throws `import-refused` for an archive that unpacks beyond the limit. */
export async function warcPictures(archive: WarcBytes): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  const reader = createByteReader(inflated(archive, { isBroken: false }));
  let left = greatestTotal;
  for await (const record of warcRecords(reader, { ending: 'whole' })) {
    const picture = await pictureOf(record);
    if (picture === null || picture.byteLength > left) continue;
    left -= picture.byteLength;
    pictures.set(addressOf(record), picture);
  }
  return pictures;
}

async function pictureOf(record: WarcRecord): Promise<Uint8Array | null> {
  if (record.byteLength > greatestPicture || (record.kind !== 'response' && record.kind !== 'resource'))
    return null;
  if (record.kind === 'resource' && !isPicture(record.headers.get('content-type'))) return null;
  const block = await record.block();
  if (block === null || record.kind === 'resource') return block;
  const response = parseHttpMessage(block);
  return response?.status === 200 && isPicture(response.headers.get('content-type'))
    ? bodyOf(response)
    : null;
}

const isPicture = (type: string | undefined): boolean => /^image\/(?!svg)/i.test(type ?? '');
