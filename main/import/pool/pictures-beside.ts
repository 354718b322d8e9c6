/**
 * Pictures that a browser saved beside a page (`page_files/…`), as `data:` URLs. Only files in the page's own folder or
 * below, only of kinds that are known by their first bytes, and no more than an article has.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { greatestPicturesByteLength } from '../limits';

/** A picture by the address that the page gives it; null where there is none to be had. */
export type PictureBeside = (address: string) => string | null;

/** By their first bytes (as Latin-1). */
const kinds: readonly (readonly [type: string, magic: RegExp])[] = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['avif', /^[^]{4}ftypavi[fs]/],
];

function pathOf(folder: string, address: string): string | null {
  if (/^(?:[a-z][\w+.-]*:|\/|\\|#)/i.test(address)) return null;
  try {
    const path = realpathSync(join(folder, decodeURIComponent(address.replace(/[?#].*$/, ''))));
    const within = relative(folder, path);
    return within === '' || within.startsWith(`..${sep}`) || within === '..' || /^[a-z]:/i.test(within)
      ? null
      : path;
  } catch {
    return null;
  }
}

function dataUrl(path: string, mostBytes: number): string | null {
  const { size } = statSync(path);
  if (size > mostBytes) return null;
  return pictureUrl(readFileSync(path));
}

/** The bytes of a picture as a `data:` URL; null for a kind that is not known. */
export function pictureUrl(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.subarray(0, 16).toString('latin1');
  const type = kinds.find(([, magic]) => magic.test(head))?.[0];
  return type === undefined ? null : `data:image/${type};base64,${buffer.toString('base64')}`;
}

/** Looks beside the page of this path. */
export function picturesBeside(pagePath: string): PictureBeside {
  let left = greatestPicturesByteLength;
  return (address) => {
    try {
      const path = pathOf(realpathSync(dirname(pagePath)), address.trim());
      const found = path === null ? null : dataUrl(path, left);
      left -= found?.length ?? 0;
      return found;
    } catch {
      return null;
    }
  };
}
