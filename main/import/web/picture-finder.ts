/** Pictures that a page shows out of the same file: by the address that the page gives them, as `data:` URLs. */
import { greatestPicturesByteLength } from '../limits';
import { pictureUrl } from '../pool/pictures-beside';

/** Null where the file holds no such picture, or the page has had its share. */
export type PictureFinder = (address: string) => string | null;

/** `bytesAt`: what the file holds at an address; `base`: the page's own, or ''. One finder a page: each picture costs of its share. */
export function pictureFinder(
  bytesAt: (address: string) => Uint8Array | undefined,
  base: string,
): PictureFinder {
  let left = greatestPicturesByteLength;
  return (address) => {
    const bytes = bytesAt(address) ?? bytesAt(resolved(address, base));
    const url = bytes === undefined || bytes.byteLength > left ? null : pictureUrl(bytes);
    if (url === null || url.length > left) return null;
    left -= url.length;
    return url;
  };
}

function resolved(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}
