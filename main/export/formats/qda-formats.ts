/** Formats for programs for qualitative analysis, a row each. */
import type { Feature } from '../loss/features';
import type { FormatMaker } from './format';
import { articleFeatures, eventFeatures, passageFeatures } from './kept-features';

const codebook: readonly Feature[] = ['tag-hierarchy', 'tag-colours', 'tag-descriptions', 'unused-tags'];

/** What codes, cases and variables have no place for. */
const withoutPlace: readonly Feature[] = [
  'captures',
  'orphans',
  'changed-words',
  'pages',
  'colours',
  'happened',
];

const projectFeatures = [...articleFeatures, ...passageFeatures, ...eventFeatures].filter(
  (feature) => !withoutPlace.includes(feature),
);

export const qdaFormats = {
  qdpx: {
    load: async () => (await import('../qda/make-project')).makeProject,
    kept: [
      ...projectFeatures,
      'article-texts',
      'actors',
      'places',
      'objects',
      'actor-kinds',
      'aliases',
      'entity-descriptions',
      'identifiers',
      ...codebook,
      'notes',
    ],
    asWords: ['orphans'],
  },
  qdc: {
    load: async () => (await import('../qda/make-project')).makeCodebook,
    kept: codebook,
  },
} satisfies Readonly<Record<string, FormatMaker>>;
