/** Formats to be read by people, a row each. */
import type { ExportData } from '../gather/export-data';
import type { Feature } from '../loss/features';
import { type FormatMaker, oneFile } from './format';

/** What a report tells: words for people, none of it data for programs. */
const inWords: readonly Feature[] = [
  'article-titles',
  'authors',
  'publishers',
  'addresses',
  'languages',
  'published',
  'article-tags',
  'unmarked-articles',
  'quotations',
  'contexts',
  'further-parts',
  'orphans',
  'changed-words',
  'comments',
  'passage-tags',
  'mentions',
  'event-evidence',
  'actors',
  'places',
  'objects',
  'actor-kinds',
  'aliases',
  'entity-descriptions',
  'identifiers',
  'events',
  'event-types',
  'event-descriptions',
  'event-days',
  'imprecise-dates',
  'undated-events',
  'date-words',
  'event-places',
  'participants',
  'roles',
  'notes',
  'citations',
];

const html = async () => {
  const [{ reportToHtml }, { makeReport }] = await Promise.all([
    import('../report/html'),
    import('../report/make-report'),
  ]);
  return oneFile((data: ExportData) => reportToHtml(makeReport(data)));
};

export const readingFormats = {
  markdown: {
    load: async () => {
      const [{ reportToMarkdown }, { makeReport }] = await Promise.all([
        import('../report/markdown'),
        import('../report/make-report'),
      ]);
      return oneFile((data) => reportToMarkdown(makeReport(data)));
    },
    kept: [],
    asWords: inWords,
  },
  html: { load: html, kept: [], asWords: inWords },
  pdf: { load: html, kept: [], asWords: inWords },
} satisfies Readonly<Record<string, FormatMaker>>;
