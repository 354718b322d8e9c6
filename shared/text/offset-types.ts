/**
 * A place in a text counted in Unicode code points from its start, as the W3C Web Annotation model, REFI-QDA and
 * SQLite's `substr` count. The only kind of offset in files, across the bridge and in exports.
 */
export type CodePointOffset = number & { readonly unit: 'code point' };

/** A place in a JavaScript string, counted in UTF-16 code units. Lives only next to the text surfaces of the window. */
export type Utf16Offset = number & { readonly unit: 'UTF-16 code unit' };

/** A stretch of a text in code points, `end` exclusive. */
export interface TextRange {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}
