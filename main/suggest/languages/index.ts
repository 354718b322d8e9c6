import type { CueTable } from './cue-table';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { russian } from './russian';
import { ukrainian } from './ukrainian';

/** The languages whose cue words are known. */
export const cueTables: Readonly<Record<string, CueTable>> = {
  en: english,
  de: german,
  fr: french,
  ru: russian,
  uk: ukrainian,
};
