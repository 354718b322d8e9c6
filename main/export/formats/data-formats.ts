/** Formats to be read by programs, a row each. */
import type { FormatMaker } from './format';

export const dataFormats = {
  'csv-passages': {
    load: async () => (await import('../data/csv')).makePassagesCsv,
    kept: [],
  },
  'csv-events': {
    load: async () => (await import('../data/csv')).makeEventsCsv,
    kept: [],
  },
  w3c: {
    load: async () => (await import('../data/web-annotation')).makeWebAnnotations,
    kept: [],
  },
} satisfies Readonly<Record<string, FormatMaker>>;
