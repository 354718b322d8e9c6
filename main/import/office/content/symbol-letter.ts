/** Signs that Word keeps as numbers in a symbol font, as letters where there is one. */

const upper = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const lower = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

const others: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
]);

/** Null where no letter is known. Symbol fonts are addressed from U+F000 on. */
export function symbolLetter(font: string, code: number): string | null {
  if (Number.isNaN(code) || code < 0x20) return null;
  if (code < 0xf000 || code > 0xf0ff) return code < 0x10ffff ? String.fromCodePoint(code) : null;
  const place = code - 0xf000;
  if (!/^symbol$/i.test(font)) return place === 0xb7 ? '•' : null;
  if (place >= 0x41 && place <= 0x5a) return upper[place - 0x41] ?? null;
  if (place >= 0x61 && place <= 0x7a) return lower[place - 0x61] ?? null;
  return place < 0x41 ? String.fromCodePoint(place) : (others.get(place) ?? null);
}
