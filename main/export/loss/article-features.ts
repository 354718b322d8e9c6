/** Features of articles and passages: what may be known of them, and what may be said of their words. */
import type { ExportArticle, ExportData, ExportPart, ExportPassage } from '../gather/export-data';
import { feature, namesWhere } from './feature';

const ofArticles = (holds?: (article: ExportArticle) => boolean) =>
  namesWhere(
    ({ articles }) => articles,
    ({ title }: ExportArticle) => title,
    holds,
  );

const wordsOf = ({ parts }: ExportPassage): string => parts.map(({ words }) => words).join(' … ');
const ofPassages = (holds?: (passage: ExportPassage) => boolean) =>
  namesWhere(({ passages }) => passages, wordsOf, holds);
const ofParts = (holds: (part: ExportPart) => boolean) => ofPassages(({ parts }) => parts.some(holds));

function withoutPassages({ articles, passages }: ExportData): string[] {
  const marked = new Set(passages.map(({ articleId }) => articleId));
  return articles.flatMap(({ id, title }) => (marked.has(id) ? [] : title));
}

const eachOf = <Item>(items: (article: ExportArticle) => readonly Item[]) =>
  namesWhere(
    ({ articles }) => articles.flatMap((article) => items(article).map(() => article.title)),
    (title: string) => title,
  );

export const articleFeatures = {
  'article-titles': feature('title of an article', 'titles of articles', ofArticles()),
  'article-texts': feature('whole text of an article', 'whole texts of articles', ofArticles()),
  'unmarked-articles': feature('article without passages', 'articles without passages', withoutPassages),
  authors: feature(
    'article with its authors',
    'articles with their authors',
    ofArticles(({ authors }) => authors.length > 0),
  ),
  publishers: feature(
    'publisher of an article',
    'publishers of articles',
    ofArticles(({ publisher }) => publisher !== ''),
  ),
  addresses: feature(
    'address of an article',
    'addresses of articles',
    ofArticles(({ url }) => url !== ''),
  ),
  languages: feature(
    'language of an article',
    'languages of articles',
    ofArticles(({ language }) => language !== ''),
  ),
  published: feature(
    'date of publication',
    'dates of publication',
    ofArticles(({ published }) => published !== null),
  ),
  'published-words': feature(
    'date of publication in words',
    'dates of publication in words',
    ofArticles(({ publishedWords }) => publishedWords !== ''),
  ),
  'article-fields': feature(
    'field of your own of an article',
    'fields of your own of articles',
    eachOf(({ fields }) => Object.keys(fields)),
  ),
  'article-tags': feature(
    'tag of an article',
    'tags of articles',
    eachOf(({ tags }) => tags),
  ),
  captures: feature(
    'record of where and when an article was captured',
    'records of where and when articles were captured',
    eachOf(({ originals }) => originals),
  ),
  'original-files': feature(
    'original file of an article',
    'original files of articles',
    eachOf(({ originals }) => originals),
  ),
  'earlier-revisions': feature(
    'earlier state of a text',
    'earlier states of texts',
    eachOf(({ earlierRevisions }) => Array.from({ length: earlierRevisions })),
  ),
} as const;

export const passageFeatures = {
  quotations: feature('quotation', 'quotations', ofPassages()),
  contexts: feature(
    'sentence around a quotation',
    'sentences around quotations',
    ofParts(({ before, after }) => before !== '' || after !== ''),
  ),
  positions: feature('place of a quotation in its text', 'places of quotations in their texts', ofPassages()),
  'further-parts': feature(
    'passage in several parts',
    'passages in several parts',
    ofPassages(({ parts }) => parts.length > 1),
  ),
  orphans: feature(
    'passage whose words are gone',
    'passages whose words are gone',
    ofParts(({ state }) => state === 'orphan'),
  ),
  'changed-words': feature(
    'passage whose words have changed',
    'passages whose words have changed',
    ofParts(({ state }) => state === 'changed'),
  ),
  pages: feature(
    'page or chapter of a quotation',
    'pages or chapters of quotations',
    ofParts(({ locator }) => locator !== ''),
  ),
  comments: feature(
    'comment',
    'comments',
    ofPassages(({ comment }) => comment !== ''),
  ),
  colours: feature(
    'colour of a passage',
    'colours of passages',
    ofPassages(({ colour }) => colour !== null),
  ),
  coders: feature(
    'name of who marked a passage',
    'names of who marked passages',
    ofPassages(({ coder }) => coder !== ''),
  ),
  'passage-tags': feature(
    'tagged passage',
    'tagged passages',
    ofPassages(({ tags }) => tags.length > 0),
  ),
  mentions: feature(
    'passage linked to actors, places or objects',
    'passages linked to actors, places or objects',
    ofPassages(({ entities }) => entities.length > 0),
  ),
  'event-evidence': feature(
    'passage in evidence of an event',
    'passages in evidence of events',
    ofPassages(({ events }) => events.length > 0),
  ),
} as const;
