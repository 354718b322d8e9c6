/** Formats for archives, and for strangers who check, a row each. */
import type { FormatMaker } from './format';

export const depositFormats = {} satisfies Readonly<Record<string, FormatMaker>>;
