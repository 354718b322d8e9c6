/** The encodings an original can be read in, as they are called. How bytes become text is known to `main/import/decode`. */

export interface Encoding {
  /** WHATWG label where there is one, else the label iconv-lite knows. Lower case. */
  readonly label: string;
  /** For people: what the encoding was used for. */
  readonly name: string;
}

/** In the order in which a person is offered them. */
export const encodings: readonly Encoding[] = [
  { label: 'utf-8', name: 'Unicode (UTF-8)' },
  { label: 'utf-16le', name: 'Unicode (UTF-16, little endian)' },
  { label: 'utf-16be', name: 'Unicode (UTF-16, big endian)' },
  { label: 'utf-32le', name: 'Unicode (UTF-32, little endian)' },
  { label: 'utf-32be', name: 'Unicode (UTF-32, big endian)' },
  { label: 'windows-1251', name: 'Cyrillic (Windows-1251)' },
  { label: 'koi8-u', name: 'Ukrainian (KOI8-U)' },
  { label: 'koi8-r', name: 'Russian (KOI8-R)' },
  { label: 'ibm866', name: 'Cyrillic (DOS, CP866)' },
  { label: 'iso-8859-5', name: 'Cyrillic (ISO-8859-5)' },
  { label: 'x-mac-cyrillic', name: 'Cyrillic (Macintosh)' },
  { label: 'cp855', name: 'Cyrillic (DOS, CP855)' },
  { label: 'windows-1252', name: 'Western European (Windows-1252, Latin-1)' },
  { label: 'iso-8859-15', name: 'Western European (Latin-9)' },
  { label: 'macintosh', name: 'Western European (Macintosh)' },
  { label: 'cp850', name: 'Western European (DOS, CP850)' },
  { label: 'windows-1250', name: 'Central European (Windows-1250)' },
  { label: 'iso-8859-2', name: 'Central European (Latin-2)' },
  { label: 'cp852', name: 'Central European (DOS, CP852)' },
  { label: 'maccenteuro', name: 'Central European (Macintosh)' },
  { label: 'iso-8859-16', name: 'Romanian and neighbours (Latin-10)' },
  { label: 'windows-1257', name: 'Baltic (Windows-1257)' },
  { label: 'iso-8859-13', name: 'Baltic (Latin-7)' },
  { label: 'iso-8859-4', name: 'Baltic (Latin-4)' },
  { label: 'iso-8859-10', name: 'Nordic (Latin-6)' },
  { label: 'iso-8859-3', name: 'South European (Latin-3)' },
  { label: 'windows-1254', name: 'Turkish (Windows-1254)' },
  { label: 'windows-1253', name: 'Greek (Windows-1253)' },
  { label: 'iso-8859-7', name: 'Greek (ISO-8859-7)' },
  { label: 'windows-1255', name: 'Hebrew (Windows-1255)' },
  { label: 'iso-8859-8', name: 'Hebrew (ISO-8859-8)' },
  { label: 'windows-1256', name: 'Arabic (Windows-1256)' },
  { label: 'iso-8859-6', name: 'Arabic (ISO-8859-6)' },
  { label: 'windows-874', name: 'Thai (Windows-874, TIS-620)' },
  { label: 'windows-1258', name: 'Vietnamese (Windows-1258)' },
  { label: 'viscii', name: 'Vietnamese (VISCII)' },
  { label: 'gb18030', name: 'Chinese, simplified (GB18030)' },
  { label: 'big5', name: 'Chinese, traditional (Big5)' },
  { label: 'shift_jis', name: 'Japanese (Shift JIS)' },
  { label: 'euc-jp', name: 'Japanese (EUC)' },
  { label: 'iso-2022-jp', name: 'Japanese (ISO-2022)' },
  { label: 'euc-kr', name: 'Korean (EUC)' },
];
