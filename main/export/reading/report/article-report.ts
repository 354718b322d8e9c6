/** Articles as a report says them: what is known of them, their passages, and where these stand in their text. */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { parseContent } from '../../../../shared/document/content-html';
import type { ExportArticle, ExportData, ExportPassage } from '../../gather/export-data';
import { facts, webAddress } from './passage-report';
import type { ReportArticle, ReportFact, ReportMark, ReportPassage, ReportText } from './report';

/** The day, and the words that it was read from where they say something else. */
function publishedFact({ published, publishedWords: words }: ExportArticle): string {
  const day = published === null ? 'unknown' : describeEdtf(published);
  const isSame = words === '' || words === day || (published !== null && words.startsWith(published));
  return isSame ? day : `${day} (“${words}”)`;
}

/** A moment as people read it; the day and the minute of UTC are what was kept. */
function momentWords(moment: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(moment) ?? [];
  return day && minute ? `${describeEdtf(day)}, ${minute} UTC` : moment;
}

function articleFacts(article: ExportArticle): ReportFact[] {
  return facts(
    ['Authors', article.authors.join(', ')],
    ['Publisher', article.publisher],
    ['Published', publishedFact(article)],
    ['Captured', momentWords(article.capturedAt)],
    ['Address', article.url],
    ['Language', article.language],
    ['Tags', article.tags.join(', ')],
    ...Object.entries(article.fields),
    ['Captured from', [...new Set(article.originals.map(({ source }) => source))].join(', ')],
    ['SHA-256 of the text', article.sha256],
  );
}

/** A passage, and what the report says of it. */
export interface SaidPassage {
  readonly passage: ExportPassage;
  readonly said: ReportPassage;
}

function marksOf(passages: readonly SaidPassage[]): ReportMark[] {
  const marks = passages.flatMap(({ passage, said }) =>
    passage.parts.flatMap(({ start, end, state }, part) =>
      state === 'orphan' || start >= end ? [] : [{ start, end, part, passage: said }],
    ),
  );
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function readText(data: ExportData, article: ExportArticle, passages: readonly SaidPassage[]): ReportText {
  return { blocks: parseContent(data.contentOf(article.revisionId)), marks: marksOf(passages) };
}

export function reportArticle(
  data: ExportData,
  article: ExportArticle,
  passages: readonly SaidPassage[],
  wants: { readonly passages: boolean; readonly text: boolean },
): ReportArticle {
  return {
    id: article.id,
    title: article.title || 'Untitled article',
    language: article.language,
    url: webAddress(article.url),
    facts: articleFacts(article),
    passages: wants.passages ? passages.map(({ said }) => said) : [],
    text: wants.text ? () => readText(data, article, wants.passages ? passages : []) : null,
  };
}
