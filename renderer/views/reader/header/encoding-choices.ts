import type { Choice } from '../../../ui/fields/select';

/** Encodings that originals can be read in, by label; `main/import/decode` knows the same. */
const encodings: readonly (readonly [string, string])[] = [
  ['utf-8', 'Unicode (UTF-8)'],
  ['utf-16le', 'Unicode (UTF-16, little endian)'],
  ['utf-16be', 'Unicode (UTF-16, big endian)'],
  ['utf-32le', 'Unicode (UTF-32, little endian)'],
  ['utf-32be', 'Unicode (UTF-32, big endian)'],
  ['windows-1251', 'Cyrillic (Windows-1251)'],
  ['koi8-u', 'Ukrainian (KOI8-U)'],
  ['koi8-r', 'Russian (KOI8-R)'],
  ['ibm866', 'Cyrillic (DOS, CP866)'],
  ['iso-8859-5', 'Cyrillic (ISO-8859-5)'],
  ['x-mac-cyrillic', 'Cyrillic (Macintosh)'],
  ['cp855', 'Cyrillic (DOS, CP855)'],
  ['windows-1252', 'Western European (Windows-1252, Latin-1)'],
  ['iso-8859-15', 'Western European (Latin-9)'],
  ['macintosh', 'Western European (Macintosh)'],
  ['cp850', 'Western European (DOS, CP850)'],
  ['windows-1250', 'Central European (Windows-1250)'],
  ['iso-8859-2', 'Central European (Latin-2)'],
  ['cp852', 'Central European (DOS, CP852)'],
  ['maccenteuro', 'Central European (Macintosh)'],
  ['iso-8859-16', 'Romanian and neighbours (Latin-10)'],
  ['windows-1257', 'Baltic (Windows-1257)'],
  ['iso-8859-13', 'Baltic (Latin-7)'],
  ['iso-8859-4', 'Baltic (Latin-4)'],
  ['iso-8859-10', 'Nordic (Latin-6)'],
  ['iso-8859-3', 'South European (Latin-3)'],
  ['windows-1254', 'Turkish (Windows-1254)'],
  ['windows-1253', 'Greek (Windows-1253)'],
  ['iso-8859-7', 'Greek (ISO-8859-7)'],
  ['windows-1255', 'Hebrew (Windows-1255)'],
  ['iso-8859-8', 'Hebrew (ISO-8859-8)'],
  ['windows-1256', 'Arabic (Windows-1256)'],
  ['iso-8859-6', 'Arabic (ISO-8859-6)'],
  ['windows-874', 'Thai (Windows-874, TIS-620)'],
  ['windows-1258', 'Vietnamese (Windows-1258)'],
  ['viscii', 'Vietnamese (VISCII)'],
  ['gb18030', 'Chinese, simplified (GB18030)'],
  ['big5', 'Chinese, traditional (Big5)'],
  ['shift_jis', 'Japanese (Shift JIS)'],
  ['euc-jp', 'Japanese (EUC)'],
  ['iso-2022-jp', 'Japanese (ISO-2022)'],
  ['euc-kr', 'Korean (EUC)'],
];

/** What an original can be read as; the present one is always among them. */
export function encodingChoices(current: string): readonly Choice<string>[] {
  const known = encodings.some(([value]) => value === current);
  const all = known ? encodings : [[current, current] as const, ...encodings];
  return all.map(([value, label]) => ({ value, label }));
}
