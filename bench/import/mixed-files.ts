/** A thousand files as they lie in a researcher's folder: pages, texts, mails, office documents, books and PDFs, of some 900 words. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookPage, docxOf, epubOf, odtOf, paragraph } from '../../main/import/office/testing/office-samples';
import { sampleLines, samplePdf } from '../../main/import/pdf/pdf-samples';
import { makeName, makeText, seeded } from '../prose';

const wordsOfFile = 900;

interface Story {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A page as news sites make them: an article among navigation, teasers and scripts. */
export function makePage(seed: number): string {
  const random = seeded(seed);
  const links = Array.from(
    { length: 60 },
    (_, index) => `<li><a href="/section/${index}">${makeName(random)}</a></li>`,
  ).join('');
  const paragraphs = makeText(random, 870)
    .split('\n')
    .map((text) => `<p class="body-text">${text}</p>`)
    .join('\n');
  const title = makeName(random);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="article:published_time" content="2025-07-04T10:00:00Z"><script>var data = ${JSON.stringify({ links })};</script>
<style>.body-text { margin: 0 }</style></head><body><header><nav><ul>${links}</ul></nav></header>
<main><article><h1>${title}</h1>${paragraphs}</article><aside><ul>${links}</ul></aside></main><footer><ul>${links}</ul></footer></body></html>`;
}

function storyOf(seed: number): Story {
  const random = seeded(seed);
  return { title: makeName(random), paragraphs: makeText(random, wordsOfFile).split('\n') };
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const mail = ({ title, paragraphs }: Story): string =>
  `From: a@b.example\r\nSubject: ${title}\r\nDate: Fri, 04 Jul 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${paragraphs.join('\r\n\r\n')}\r\n`;

/** Lines of at most 90 letters, 50 to a page. */
function pdf({ paragraphs }: Story): Uint8Array {
  const lines = paragraphs.flatMap((text) => text.match(/\S.{0,89}(?=\s|$)/g) ?? []);
  const pages = Array.from({ length: Math.ceil(lines.length / 50) }, (_, page) => ({
    texts: sampleLines(lines.slice(page * 50, page * 50 + 50), { y: 660 }),
  }));
  return samplePdf(pages);
}

/** How many in a hundred are of which kind. */
const kinds: readonly (readonly [
  share: number,
  extension: string,
  make: (seed: number) => string | Uint8Array,
])[] = [
  [45, 'html', makePage],
  [15, 'txt', (seed) => storyOf(seed).paragraphs.join('\n\n')],
  [8, 'md', (seed) => `# ${storyOf(seed).title}\n\n${storyOf(seed).paragraphs.join('\n\n')}\n`],
  [8, 'eml', (seed) => mail(storyOf(seed))],
  [
    10,
    'docx',
    (seed) =>
      docxOf(
        storyOf(seed)
          .paragraphs.map((text) => paragraph(escaped(text)))
          .join(''),
      ),
  ],
  [
    4,
    'odt',
    (seed) =>
      odtOf(
        storyOf(seed)
          .paragraphs.map((text) => `<text:p>${escaped(text)}</text:p>`)
          .join(''),
      ),
  ],
  [
    2,
    'epub',
    (seed) =>
      epubOf({
        'a.xhtml': bookPage(
          storyOf(seed)
            .paragraphs.map((text) => `<p>${escaped(text)}</p>`)
            .join(''),
        ),
      }),
  ],
  [8, 'pdf', (seed) => pdf(storyOf(seed))],
];

/** Writes so many files, kinds mixed; answers their paths. The same every time. */
export function writeMixedFiles(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true });
  const hundred = kinds.flatMap(([share, extension, make]) =>
    Array.from({ length: share }, () => ({ extension, make })),
  );
  return Array.from({ length: count }, (_, index) => {
    const kind = hundred[(index * 37) % 100];
    if (!kind) throw new Error('the shares are not a hundred');
    const path = join(folder, `${index}.${kind.extension}`);
    writeFileSync(path, kind.make(index + 1));
    return path;
  });
}
