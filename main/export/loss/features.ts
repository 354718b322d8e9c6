/** All features that a notebook can have and a format can lose; the rows are in the tables beside. */
import { articleFeatures, passageFeatures } from './article-features';
import { codebookFeatures, entityFeatures, noteFeatures } from './entity-features';
import { accountFeatures, eventFeatures } from './event-features';
import type { FeatureInfo } from './feature';

const table = {
  ...eventFeatures,
  ...accountFeatures,
  ...passageFeatures,
  ...articleFeatures,
  ...entityFeatures,
  ...codebookFeatures,
  ...noteFeatures,
};

export type Feature = keyof typeof table;

/** By name, most telling first. */
export const features: Readonly<Record<Feature, FeatureInfo>> = table;

/** Their names in order. */
export const featureNames = Object.keys(table) as Feature[];

/** Features that some of another bear; a format that says nothing of them handles them as that. */
export const partOf: Readonly<Partial<Record<Feature, Feature>>> = {
  'dates-without-year': 'imprecise-dates',
  'unlocated-events': 'events',
  'unlocated-places': 'places',
};
