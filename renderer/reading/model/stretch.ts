import type { Utf16Offset } from '../../../shared/text/offset-types';

/** A stretch of the text on the surface in UTF-16 code units, `end` exclusive; code points end at the surface's door. */
export interface Stretch {
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
}
