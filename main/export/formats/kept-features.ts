/** Features by what they are of, as the rows of formats name them. */
import type { Feature } from '../loss/features';

export const sources: readonly Feature[] = ['article-titles', 'publishers', 'addresses', 'published'];

export const passageFeatures: readonly Feature[] = [
  'quotations',
  'contexts',
  'positions',
  'further-parts',
  'orphans',
  'changed-words',
  'pages',
  'comments',
  'colours',
  'coders',
  'passage-tags',
  'mentions',
  'event-evidence',
];

export const articleFeatures: readonly Feature[] = [
  ...sources,
  'unmarked-articles',
  'authors',
  'languages',
  'published-words',
  'article-fields',
  'article-tags',
  'captures',
];

export const eventFeatures: readonly Feature[] = [
  'events',
  'event-types',
  'event-descriptions',
  'event-days',
  'imprecise-dates',
  'dates-without-year',
  'date-words',
  'undated-events',
  'event-places',
  'participants',
  'roles',
  'happened',
];

export const accountFeatures: readonly Feature[] = [
  'contradictions',
  'claimants',
  'unnamed-sources',
  'modes',
  'certainties',
  'counts',
  'outcomes',
  'preferences',
  'inferences',
  'account-comments',
  'account-evidence',
  'cues',
];

export const entityFeatures: readonly Feature[] = [
  'actors',
  'places',
  'objects',
  'actor-kinds',
  'aliases',
  'alias-kinds',
  'entity-descriptions',
  'identifiers',
  'parents',
  'coordinates',
  'place-precision',
  'place-radius',
  'coordinate-sources',
];

export const relationFeatures: readonly Feature[] = [
  'entity-relations',
  'relation-times',
  'relation-titles',
  'relation-comments',
  'event-relations',
];

export const codebookFeatures: readonly Feature[] = [
  'tag-hierarchy',
  'tag-colours',
  'tag-descriptions',
  'unused-tags',
  'type-hierarchy',
  'type-descriptions',
  'role-descriptions',
];

/** What all tables together hold. */
export const tableFeatures: readonly Feature[] = [
  ...passageFeatures,
  ...articleFeatures,
  ...eventFeatures,
  ...accountFeatures,
  ...entityFeatures,
  'merges',
  ...relationFeatures,
  ...codebookFeatures,
];
