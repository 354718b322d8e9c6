/** A web page or pasted rich text as an article. Saved archives (MHTML, WARC) are other formats. */
import { normaliseBlocks } from '../../../shared/document/normalise-blocks';
import type { FormatReading } from '../formats/format';
import { documentFacts, pageMetadata } from '../metadata/page-metadata';
import { findArticle, takeWholePage } from './find-article';
import { pageBase } from './page-links';
import type { PageElement } from './page-node';
import { type PageContent, pageToBlocks } from './page-to-blocks';
import { type ParsedPage, type ParseOptions, parsePage } from './parse-page';

/** `isPaste`: everything was selected by a person, so nothing is looked for. */
export interface HtmlOptions {
  readonly source: string;
  readonly isPaste: boolean;
  readonly pictureBeside?: ParseOptions['pictureBeside'];
}

/** Throws `import-refused` for a page with more elements than the limit. */
export function readHtml(html: string, { source, isPaste, pictureBeside }: HtmlOptions): FormatReading {
  const xhtml = /^\s*<\?xml/.test(html);
  const parse = (): ParsedPage => parsePage(pastedPart(html), { xhtml, pictureBeside });
  const page = parse();
  const base = pageBase(page.baseHref, [source, page.savedFrom, page.links.get('canonical') ?? '']);
  const read = (root: PageElement): PageContent => pageToBlocks(root, { base, pictures: page.pictures });
  const facts = documentFacts(page.document);
  const found = isPaste
    ? takeWholePage(page, read)
    : (findArticle(page, read) ?? takeWholePage(parse(), read));
  return {
    blocks: normaliseBlocks(found.blocks),
    metadata: pageMetadata(page, { ...facts, ...found.labels }, source),
    warnings: pictureWarnings(found.missingPictures),
    ...(page.savedAt !== '' && !isPaste ? { capturedAt: page.savedAt } : {}),
  };
}

/** Word puts the notes of what was selected after it. */
const notesOfWord = /<div[^>]*mso-element:\s*footnote-list/i;

/** The clipboard of Windows marks what was selected. */
function pastedPart(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  if (start < 0 || end < start) return html;
  return notesOfWord.test(html.slice(end)) ? html.slice(start) : html.slice(start, end);
}

const mostNamed = 5;
const longestName = 80;

function pictureWarnings(descriptions: readonly string[]): string[] {
  if (descriptions.length === 0) return [];
  const count = descriptions.length === 1 ? 'One picture is' : `${descriptions.length} pictures are`;
  const named = descriptions.filter((alt) => alt !== '').slice(0, mostNamed);
  const list = named
    .map((alt) => `“${alt.length > longestName ? `${alt.slice(0, longestName)}…` : alt}”`)
    .join(', ');
  return [`${count} not in the file and left out${list === '' ? '' : `: ${list}`}.`];
}
