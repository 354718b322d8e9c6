/** Formats for programs for qualitative analysis, a row each. */
import type { Feature } from '../loss/features';
import type { FormatMaker } from './format';

const codebook: readonly Feature[] = ['tag-hierarchy', 'tag-colours', 'tag-descriptions', 'unused-tags'];

export const qdaFormats = {
  qdpx: {
    load: async () => (await import('../qda/make-project')).makeProject,
    kept: [
      ...['article-titles', 'article-texts', 'unmarked-articles', 'authors', 'publishers', 'addresses'],
      ...['languages', 'published', 'published-words', 'article-fields', 'article-tags'],
      ...['quotations', 'contexts', 'positions', 'further-parts', 'comments', 'coders', 'passage-tags'],
      ...['mentions', 'event-evidence', 'notes'],
      ...['actors', 'places', 'objects', 'actor-kinds', 'aliases', 'entity-descriptions', 'identifiers'],
      ...['events', 'event-types', 'event-descriptions', 'event-days', 'imprecise-dates'],
      ...['dates-without-year', 'date-words', 'undated-events', 'event-places', 'participants', 'roles'],
      ...codebook,
    ] as readonly Feature[],
    asWords: ['orphans'],
  },
  qdc: {
    load: async () => (await import('../qda/make-project')).makeCodebook,
    kept: codebook,
  },
} satisfies Readonly<Record<string, FormatMaker>>;
