/** Pictures as articles keep them: of kinds that are known by their first bytes, whatever they are called. */

/** By their first bytes (as Latin-1). */
const kinds: readonly (readonly [type: string, magic: RegExp])[] = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['avif', /^[^]{4}ftypavi[fs]/],
];

/** The picture as a `data:` URL; null for anything else. */
export function pictureUrl(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.subarray(0, 16).toString('latin1');
  const type = kinds.find(([, magic]) => magic.test(head))?.[0];
  return type === undefined ? null : `data:image/${type};base64,${buffer.toString('base64')}`;
}
