/** Reads the encoding a page or an XML file says it is in. Whether the bytes agree is `decode-text.ts`'s question. */

/** Where a declaration may stand: the HTML standard looks at 1,024 bytes, real pages put it later. */
const searchedBytes = 4096;

const declarations: readonly RegExp[] = [
  /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i,
  /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/i,
];

/** The label a `meta charset`, an XML declaration or the like gives, as it is written; null when there is none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, searchedBytes)).replaceAll('\0', '');
  for (const declaration of declarations) {
    const said = declaration.exec(head)?.[1];
    if (said !== undefined) return said;
  }
  return null;
}

/** The `charset` parameter of a media type such as `text/html; charset=koi8-u`, or null. */
export function charsetOfMediaType(mediaType: string): string | null {
  return /;\s*charset\s*=\s*"?([\w.:-]{2,40})/i.exec(mediaType)?.[1] ?? null;
}
