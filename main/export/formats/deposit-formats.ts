/** Formats for archives, and for strangers who check, a row each. */

import { featureNames } from '../loss/features';
import type { FormatMaker } from './format';
import { accountFeatures, eventFeatures, passageFeatures, sources, tableFeatures } from './kept-features';

/** The user may leave out the texts of articles and the files they came as. */
const texts: FormatMaker['handles'] = (feature, options) =>
  options.texts !== false && (feature === 'article-texts' || feature === 'original-files')
    ? 'kept'
    : undefined;

const everything = [...tableFeatures, 'notes', 'citations'] as const;

/** Of events and passages all but the place on a map; of everything else what they name. */
const dossierFeatures = [
  ...passageFeatures.filter((feature) => feature !== 'colours'),
  ...sources,
  'authors',
  'languages',
  'captures',
  ...eventFeatures,
  ...accountFeatures,
  'actors',
  'places',
  'objects',
  'event-relations',
] as const;

export const depositFormats = {
  dossier: {
    load: async () => (await import('../dossier/make-dossier')).makeDossier,
    kept: dossierFeatures,
    lost: ['unlocated-places'],
    handles: texts,
  },
  'notebook-json': {
    load: async () => (await import('../deposit/notebook-json')).makeNotebookJson,
    kept: featureNames.filter((feature) => feature !== 'original-files'),
    handles: (feature, { files }) => (feature === 'original-files' && files !== false ? 'kept' : undefined),
  },
  bagit: {
    load: async () => (await import('../deposit/bagit')).makeBagIt,
    kept: everything,
    handles: texts,
  },
  'ro-crate': {
    load: async () => (await import('../deposit/ro-crate')).makeRoCrate,
    kept: everything,
    handles: texts,
  },
} satisfies Readonly<Record<string, FormatMaker>>;
