/** Finds the pictures that a page shows among the other parts of its file: by `cid:`, by address, by place beside it. */
import { greatestPicturesByteLength } from '../../limits';
import { pictureUrl } from '../../pool/pictures-beside';
import type { MimePart } from './mime-part';
import { partsOf } from './part-words';

/** A picture as a `data:` URL by the address that the page gives it; null where the file holds none. Each costs of one allowance. */
export type PictureFinder = (address: string) => string | null;

/** `base`: the page's own address, or ''. */
export function picturesAmong(root: MimePart, base: string): PictureFinder {
  const parts = indexParts(root);
  let left = greatestPicturesByteLength;
  return (address) => {
    const part = parts.get(contentKey(address)) ?? parts.get(resolved(address, base));
    const url = part === undefined ? null : pictureUrl(part.bytes());
    if (url === null || url.length > left) return null;
    left -= url.length;
    return url;
  };
}

function indexParts(root: MimePart): ReadonlyMap<string, MimePart> {
  const parts = new Map<string, MimePart>();
  for (const part of partsOf(root)) {
    const id = (part.headers.get('content-id') ?? '').replace(/^\s*<|>\s*$/g, '');
    const location = (part.headers.get('content-location') ?? '').trim();
    if (id !== '' && !parts.has(`cid:${id}`)) parts.set(`cid:${id}`, part);
    if (location !== '' && !parts.has(location)) parts.set(location, part);
  }
  return parts;
}

function contentKey(address: string): string {
  const id = /^cid:([^]*)$/i.exec(address)?.[1];
  if (id === undefined) return address;
  try {
    return `cid:${decodeURIComponent(id)}`;
  } catch {
    return `cid:${id}`;
  }
}

function resolved(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}
