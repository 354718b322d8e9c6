/**
 * What a page says about its article: in JSON-LD, in `meta` elements (Open Graph, Dublin Core, citation and publishers'
 * own names), in links and times. Unknown stays unknown.
 */
import type { ArticleMetadata } from '../../../shared/model/article';
import type { ArticleLabels } from '../html/find-article';
import { webAddress } from '../html/page-links';
import { collapse, type PageDocument } from '../html/page-node';
import type { ParsedPage } from '../html/parse-page';
import { authorNames } from './author-names';
import { publishedDate } from './published-date';
import { structuredArticle } from './structured-data';

const words = (list: string): readonly string[] => list.split(/\s+/);

/** The names of `meta` elements that say something, the most trustworthy first. */
const names = {
  title: words('og:title citation_title dc.title dcterms.title twitter:title parsely-title headline'),
  author: words(
    'citation_author parsely-author author article:author dc.creator dcterms.creator byl sailthru.author',
  ),
  publisher: words(
    'og:site_name citation_journal_title dc.publisher dcterms.publisher publisher application-name',
  ),
  published: words(
    `article:published_time datepublished citation_publication_date citation_date parsely-pub-date
     og:published_time dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created sailthru.date
     pubdate publishdate publish-date publication_date date article.published`,
  ),
  language: words('og:locale content-language dc.language dcterms.language language'),
};

/** What only the whole document tells, before the article is taken out of it. */
export interface DocumentFacts {
  readonly language: string;
  /** Times that may be the day of publication, the likeliest first. */
  readonly times: readonly string[];
}

export function documentFacts(document: PageDocument): DocumentFacts {
  const language = document.documentElement.getAttribute('lang') ?? document.body.getAttribute('lang') ?? '';
  return { language, times: timesOf(document) };
}

/** `source`: where the bytes came from; a web address there is the article's own. The language is what is declared, unchecked. */
export function pageMetadata(
  page: ParsedPage,
  found: ArticleLabels & DocumentFacts,
  source: string,
): ArticleMetadata {
  const structured = structuredArticle(page.structuredData);
  const said = (kind: keyof typeof names): readonly string[] => statementsOf(page, names[kind]);
  const structuredAuthors = structured?.authors ?? [];
  return {
    title: collapse(found.title || structured?.headline || said('title')[0] || page.title),
    authors: authorNames(
      structuredAuthors.length > 0 ? structuredAuthors : authorsSaid(said('author'), found.byline),
    ),
    publisher: collapse(structured?.publisher || said('publisher')[0] || found.siteName),
    url: addressOf(page, structured?.url ?? '', source),
    language: found.language || structured?.language || said('language')[0] || '',
    published: firstDate([structured?.published ?? '', ...said('published'), ...found.times]),
    fields: {},
  };
}

/** Dublin Core is written with a colon too. */
const dotted = (name: string): string => name.replace(/^(dc|dcterms):/, '$1.');

function statementsOf(page: ParsedPage, wanted: readonly string[]): string[] {
  return wanted.flatMap((name) =>
    page.statements
      .filter((statement) => dotted(statement.name) === name)
      .map(({ content }) => collapse(content)),
  );
}

/** Only the values of the first name that says anything: the names repeat each other. An address is nobody's name. */
function authorsSaid(statements: readonly string[], byline: string): readonly string[] {
  const people = statements.filter((value) => !/^https?:\/\//i.test(value));
  return people.length > 0 ? people : [byline];
}

function addressOf(page: ParsedPage, structured: string, source: string): string {
  const own = webAddress(source, null);
  if (own !== null) return own.href;
  const statement = statementsOf(page, ['og:url', 'citation_public_url', 'dc.identifier'])[0] ?? '';
  const candidates = [
    page.links.get('canonical') ?? '',
    statement,
    structured,
    page.savedFrom,
    page.links.get('shortlink') ?? '',
  ];
  const base = webAddress(page.baseHref, null) ?? webAddress(page.savedFrom, null);
  const found = candidates.filter((href) => href !== '').map((href) => webAddress(href, base));
  return found.find((address) => address !== null && address.hostname !== 'localhost')?.href ?? '';
}

/** How WordPress and microformats mark the day of publication; comments and other articles may bear the same mark. */
const publicationClass = /(?:^|\s)(?:entry-date|post-date|published|dt-published)(?:$|\s)/;

/** A `time` that is marked as the day of publication; else the only day that is marked by class, else the page's only one. */
function timesOf(document: PageDocument): string[] {
  const times = Array.from(document.querySelectorAll('time[datetime]'));
  const valueOf = (time: (typeof times)[number]): string => time.getAttribute('datetime') ?? '';
  const marked = times.filter(
    (time) => time.hasAttribute('pubdate') || /datePublished/i.test(time.getAttribute('itemprop') ?? ''),
  );
  const classed = times.filter((time) => publicationClass.test(time.getAttribute('class') ?? ''));
  return [...marked.map(valueOf), ...onlyDay(classed.map(valueOf)), ...onlyDay(times.map(valueOf))];
}

/** None where they name several days: which is meant is not said. */
function onlyDay(times: readonly string[]): readonly string[] {
  return new Set(times.map((time) => time.slice(0, 10))).size === 1 ? times : [];
}

function firstDate(said: readonly string[]): ArticleMetadata['published'] {
  return said.map(publishedDate).find((date) => date !== null) ?? null;
}
