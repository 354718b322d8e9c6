import { describe, expect, it } from 'vitest';
import { addOutline } from './add-outline';
import { linkHeadings } from './outline-links';

/** A PDF of one page with places by name, as Chromium writes them. */
function smallPdf(names: readonly string[]): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Dests 4 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< ${names.map((name, index) => `/${name} [3 0 R /XYZ 0 ${800 - index * 20} 0]`).join('\n')} >>`,
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = pdf.length;
  pdf += `xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer\n<</Size 5\n/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

const page =
  '<html><body><h1>Все &amp; all</h1><h2 dir="auto">One</h2><p>x</p><h2>Two <b>bold</b></h2><h3></h3></body></html>';

describe('bookmarks', () => {
  it('are the headings of the page, each with a name and a link to it', () => {
    const { html, entries } = linkHeadings(page);
    expect(entries.map(({ level, title }) => [level, title])).toEqual([
      [1, 'Все & all'],
      [2, 'One'],
      [2, 'Two bold'],
    ]);
    for (const { name } of entries) {
      expect(html).toContain(`<a id="${name}"></a>`);
      expect(html).toContain(`<a href="#${name}"></a>`);
    }
  });

  it('are added at the end of the file, and read by a reader of PDFs', async () => {
    const { entries } = linkHeadings(page);
    const before = smallPdf(entries.map(({ name }) => name));
    const after = addOutline(before, entries);
    expect(Buffer.from(after).subarray(0, before.length).equals(before)).toBe(true);
    const { getDocumentProxy } = await import('unpdf');
    const outline = await (await getDocumentProxy(new Uint8Array(after))).getOutline();
    expect(outline).toMatchObject([
      { title: 'Все & all', dest: 'outline-1', items: [{ title: 'One' }, { title: 'Two bold' }] },
    ]);
  });

  it('are left out where the file has no places for them, or is not as expected', () => {
    const { entries } = linkHeadings(page);
    const bare = smallPdf(['other']);
    expect(addOutline(bare, entries)).toBe(bare);
    const odd = Buffer.from('%PDF-1.5 nothing that is known');
    expect(addOutline(odd, entries)).toBe(odd);
  });
});
