/** Which encoding the bytes of an RTF text are in: by its own code page and by the character sets of its fonts. */

/** By the number of the code page; what is not here is `windows-` and the number. */
const codePages: ReadonlyMap<number, string> = new Map([
  [437, 'cp437'],
  [708, 'iso-8859-6'],
  [850, 'cp850'],
  [852, 'cp852'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [65001, 'utf-8'],
]);

/** The code pages of the character sets that fonts name; 0 and 1 are the document's own. */
const characterSets: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);

/** The encoding of a code page; `windows-1252` for an unknown one. */
export function encodingOfCodePage(codePage: number): string {
  const known = codePages.get(codePage);
  if (known !== undefined) return known;
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252';
}

/** The encoding of a font's character set; null: that of the document. */
export function encodingOfCharacterSet(characterSet: number): string | null {
  const codePage = characterSets.get(characterSet);
  return codePage === undefined ? null : encodingOfCodePage(codePage);
}

/** The character set of fonts that hold signs, not letters. */
export const symbolCharacterSet = 2;
