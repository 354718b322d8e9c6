/** PDFs for tests, made of lines at places of pages: every one is ours, and small. Not part of the program. */

/** Words at a place, in points from the lower left corner, as PDF counts. */
export interface SampleText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Of the letters; 10 when not given. */
  readonly size?: number;
  readonly isMonospaced?: boolean;
  /** Turned by a quarter, so that the line runs upwards. */
  readonly isTurned?: boolean;
}

export interface SamplePage {
  readonly texts: readonly SampleText[];
  readonly links?: readonly {
    readonly rect: readonly [number, number, number, number];
    readonly url: string;
  }[];
  readonly hasPicture?: boolean;
  /** Flate data that stand for the page's words. */
  readonly packed?: string;
}

export interface SampleOptions {
  /** As the file's list of facts has them. */
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  /** Front pages with small roman numbers before the others. */
  readonly romanPages?: number;
  readonly isEncrypted?: boolean;
  /** Run when the file is opened, by programs that do so. */
  readonly script?: string;
  readonly attachment?: string;
  /** What letters of the usual font mean, where it is not what they are. */
  readonly meanings?: Readonly<Record<string, string>>;
}

const escaped = (text: string): string =>
  Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 63;
    if (letter === '•') return '\\225';
    return /[()\\]/.test(letter)
      ? `\\${letter}`
      : code < 128
        ? letter
        : `\\${(code & 255).toString(8).padStart(3, '0')}`;
  }).join('');

function drawn({ x, y, text, size = 10, isMonospaced, isTurned }: SampleText): string {
  const matrix = isTurned ? `0 1 -1 0 ${x} ${y}` : `1 0 0 1 ${x} ${y}`;
  return `BT /${isMonospaced ? 'F2' : 'F1'} ${size} Tf ${matrix} Tm (${escaped(text)}) Tj ET`;
}

const stream = (dictionary: string, data: string): string =>
  `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;

const font = (name: string, meanings = ''): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding ${meanings} >>`;

/** A table from letters to what they mean. */
function meaningsOf(meanings: Readonly<Record<string, string>>): string {
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const rows = Object.entries(meanings).map(
    ([letter, meaning]) => `<${letter.charCodeAt(0).toString(16)}> <${hex(meaning)}>`,
  );
  const range = '1 begincodespacerange <00> <ff> endcodespacerange';
  return `begincmap ${range} ${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar endcmap`;
}

/** The file's objects, from 1: catalog, page tree, two fonts, a picture, facts; then content, links and page of each page. */
function objectsOf(pages: readonly SamplePage[], options: SampleOptions): string[] {
  const { info = {}, language, romanPages = 0, script, attachment, meanings } = options;
  const first = 7;
  const pageNumber = (index: number) => first + index * 2 + 1;
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ');
  const labels = romanPages > 0 ? `/PageLabels << /Nums [0 << /S /r >> ${romanPages} << /S /D >>] >>` : '';
  const action = script === undefined ? '' : `/OpenAction << /S /JavaScript /JS (${escaped(script)}) >>`;
  const files =
    attachment === undefined
      ? ''
      : `/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (${escaped(attachment)}) /EF << /F 5 0 R >> >>] >> >>`;
  const facts = Object.entries(info).map(([name, value]) => `/${name} (${escaped(value)})`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${language ? `/Lang (${language})` : ''} ${labels} ${action} ${files} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica', meanings && `/ToUnicode ${first + 2 * pages.length} 0 R`),
    font('Courier'),
    stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'A',
    ),
    `<< ${facts.join(' ')} >>`,
  ];
  for (const { texts, links = [], hasPicture, packed } of pages) {
    const picture = hasPicture ? 'q 400 0 0 600 50 50 cm /P Do Q\n' : '';
    const drawing = picture + texts.map(drawn).join('\n');
    objects.push(packed === undefined ? stream('', drawing) : stream('/Filter /FlateDecode', packed));
    const annotations = links.map(
      ({ rect, url }) =>
        `<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /A << /S /URI /URI (${url}) >> >>`,
    );
    const resources = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /P 5 0 R >> >>';
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] ${resources} /Contents ${objects.length} 0 R /Annots [${annotations.join(' ')}] >>`,
    );
  }
  if (meanings) objects.push(stream('', meaningsOf(meanings)));
  return objects;
}

/** The bytes of a PDF. Letters beyond Latin-1 become others. */
export function samplePdf(pages: readonly SamplePage[], options: SampleOptions = {}): Uint8Array {
  const objects = objectsOf(pages, options);
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const locked = options.isEncrypted
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<41> <41>]`
    : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n`;
  file += `<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R ${locked} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

/** Lines below each other. */
export function sampleLines(
  lines: readonly string[],
  at: Partial<SampleText> & { readonly step?: number } = {},
): SampleText[] {
  const { x = 50, y = 600, step = 12, ...rest } = at;
  return lines.map((text, index) => ({ ...rest, x, y: y - index * step, text }));
}
