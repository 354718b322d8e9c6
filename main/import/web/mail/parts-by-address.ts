/** Finds the pictures that a page shows among the other parts of its file: by `cid:`, by address, by place beside it. */
import { type PictureFinder, pictureFinder } from '../picture-finder';
import type { MimePart } from './mime-part';
import { partsOf } from './part-words';

/** `base`: the page's own address, or ''. */
export function picturesAmong(root: MimePart, base: string): PictureFinder {
  const parts = indexParts(root);
  return pictureFinder((address) => parts.get(contentKey(address))?.bytes(), base);
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
