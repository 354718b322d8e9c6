/** Formats to be read by people, a row each. What they keep depends on the template, so it is told by a function. */
import { obsidianHandling, reportHandling } from '../reading/reading-contents';
import type { FormatMaker } from './format';

const reports = () => import('../reading/make-reading');
const inWords = { kept: [], handles: reportHandling };

export const readingFormats = {
  obsidian: {
    load: async () => (await import('../reading/obsidian/make-obsidian')).makeObsidian,
    kept: [],
    handles: obsidianHandling,
  },
  markdown: { load: async () => (await reports()).makeMarkdown, ...inWords },
  html: { load: async () => (await reports()).makeHtml, ...inWords },
  docx: { load: async () => (await reports()).makeDocx, ...inWords },
  odt: { load: async () => (await reports()).makeOdt, ...inWords },
  pdf: { load: async () => (await reports()).makeHtml, ...inWords },
} satisfies Readonly<Record<string, FormatMaker>>;
