/** Bytes to text in an encoding that is known: nothing is guessed here, so that its reader need not load what guessing takes. */
import { canonicalLabel, decodeBytes } from './encodings';

/** The text of bytes in an encoding; one that is unknown is taken for UTF-8. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return tidyControls(decodeBytes(bytes, canonicalLabel(encoding) ?? 'utf-8'));
}

/** CR LF and CR become LF; NUL, which neither HTML nor the store can hold, becomes the replacement character. */
export function tidyControls(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return unmarked.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
}
