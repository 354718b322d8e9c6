/** Formats to be read by programs, a row each: what makes it, and what it keeps. `truth.test.ts` holds the rows to what is written. */
import type { FormatMaker } from './format';
import {
  accountFeatures,
  articleFeatures,
  entityFeatures,
  eventFeatures,
  passageFeatures,
  relationFeatures,
  sources,
  tableFeatures,
} from './kept-features';

/** What `casebook annotate` reads back from it, and no more. */
const w3cFeatures = [
  ...passageFeatures.filter((feature) => feature !== 'pages'),
  ...sources,
  'authors',
  'languages',
  'article-texts',
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
  'date-words',
  'event-places',
  'participants',
  'roles',
] as const;

/** Of an article all but how it was captured. */
const referenceFeatures = articleFeatures.filter((feature) => feature !== 'captures');

/** What of a passage FollowTheMoney has no words for. */
const withoutPlaces: readonly string[] = ['contexts', 'positions', 'colours'];

export const dataFormats = {
  xlsx: {
    load: async () => (await import('../data/tables/xlsx')).makeXlsx,
    kept: tableFeatures,
  },
  csv: {
    load: async () => (await import('../data/tables/csv')).makeCsvFolder,
    kept: tableFeatures,
  },
  'csv-passages': {
    load: async () => (await import('../data/tables/csv')).makePassagesCsv,
    kept: [...passageFeatures, ...sources],
    asWords: ['actors', 'places', 'objects', 'events'],
    lost: ['unlocated-events', 'unlocated-places'],
  },
  'csv-events': {
    load: async () => (await import('../data/tables/csv')).makeEventsCsv,
    kept: eventFeatures,
    asWords: ['contradictions', 'actors', 'places', 'event-evidence'],
    lost: ['unlocated-places'],
  },
  w3c: {
    load: async () => (await import('../data/web-annotation')).makeWebAnnotations,
    kept: w3cFeatures,
    lost: ['unlocated-events', 'unlocated-places', 'dates-without-year'],
  },
  followthemoney: {
    load: async () => (await import('../data/follow-the-money/follow-the-money')).makeFollowTheMoney,
    kept: [
      ...articleFeatures.filter((feature) => feature !== 'captures'),
      ...entityFeatures,
      ...eventFeatures,
      ...relationFeatures,
      'quotations',
      'mentions',
      'event-evidence',
      'passage-tags',
    ],
    asWords: [
      'captures',
      ...accountFeatures,
      ...passageFeatures.filter((feature) => !withoutPlaces.includes(feature)),
    ],
    handles: (feature, { texts }) => (feature === 'article-texts' && texts !== false ? 'kept' : undefined),
  },
  acled: {
    load: async () => (await import('../data/tables/acled')).makeAcled,
    kept: [...eventFeatures, 'type-hierarchy', 'publishers', 'event-evidence', 'coordinates'],
    asWords: [
      'counts',
      'claimants',
      'unnamed-sources',
      'modes',
      'actors',
      'places',
      'parents',
      'place-precision',
      'place-radius',
    ],
  },
  gexf: {
    load: async () => (await import('../data/graph/gexf')).makeGexf,
    kept: [
      ...entityFeatures.filter((feature) => feature !== 'alias-kinds'),
      ...eventFeatures,
      ...relationFeatures,
    ],
    asWords: ['mentions', 'claimants', 'modes', 'certainties'],
  },
  graphml: {
    load: async () => (await import('../data/graph/graphml')).makeGraphml,
    kept: [
      ...entityFeatures.filter((feature) => feature !== 'alias-kinds'),
      ...eventFeatures,
      ...relationFeatures,
    ],
    asWords: ['mentions', 'claimants', 'modes', 'certainties'],
  },
  timelinejs: {
    load: async () => (await import('../data/time/timeline-js')).makeTimelineJs,
    kept: ['events', 'event-days', 'event-types'],
    asWords: [
      'imprecise-dates',
      'date-words',
      'event-descriptions',
      'event-places',
      'participants',
      'roles',
      'happened',
      'actors',
      'places',
      'quotations',
      'event-evidence',
    ],
    lost: ['dates-without-year', 'unlocated-places'],
  },
  icalendar: {
    load: async () => (await import('../data/time/icalendar')).makeICalendar,
    kept: ['events', 'event-days', 'event-types', 'event-descriptions', 'event-places', 'happened'],
    asWords: ['date-words', 'participants', 'roles', 'actors', 'places'],
    lost: ['imprecise-dates', 'dates-without-year', 'unlocated-places'],
  },
  geojson: {
    load: async () => (await import('../data/places/geojson')).makeGeoJson,
    kept: [
      'places',
      'coordinates',
      'place-precision',
      'place-radius',
      'coordinate-sources',
      'parents',
      ...eventFeatures,
      'event-evidence',
    ],
    asWords: ['actors'],
  },
  kml: {
    load: async () => (await import('../data/places/kml')).makeKml,
    kept: [
      'places',
      'coordinates',
      'place-precision',
      'place-radius',
      'coordinate-sources',
      ...eventFeatures,
      'event-evidence',
    ],
    asWords: ['actors'],
    lost: ['unlocated-events', 'unlocated-places'],
  },
  'csl-json': {
    load: async () => (await import('../data/references/csl')).makeCslJson,
    kept: referenceFeatures,
  },
  bibtex: {
    load: async () => (await import('../data/references/bibtex')).makeBibTex,
    kept: referenceFeatures,
  },
  ris: {
    load: async () => (await import('../data/references/ris')).makeRis,
    kept: referenceFeatures,
  },
  brat: {
    load: async () => (await import('../data/brat/brat')).makeBrat,
    kept: [
      ...passageFeatures.filter((feature) => !['orphans', 'pages', 'coders'].includes(feature)),
      'article-texts',
      'unmarked-articles',
      'tag-hierarchy',
      'tag-colours',
      'unused-tags',
    ],
    asWords: ['article-titles', 'actors', 'places', 'objects', 'events'],
    lost: ['unlocated-events', 'unlocated-places'],
  },
} satisfies Readonly<Record<string, FormatMaker>>;
