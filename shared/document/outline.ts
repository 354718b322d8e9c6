import type { TextRange } from '../text/offset-types';
import type { Block } from './blocks';
import { inlineText, leafSpans } from './plain-text';

/** A heading of a content and where its words stand in the plain text (code points). */
export interface OutlineEntry extends TextRange {
  /** 1 to 4. */
  readonly level: number;
  readonly title: string;
}

const levels: Readonly<Record<string, number>> = { heading1: 1, heading2: 2, heading3: 3, heading4: 4 };

/** The headings of a content in order; those without words are left out. */
export function outlineOf(blocks: readonly Block[]): OutlineEntry[] {
  return leafSpans(blocks).flatMap(({ kind, inlines, start, end }) => {
    const level = levels[kind];
    const title = inlineText(inlines).replace(/\s+/g, ' ').trim();
    return level === undefined || title === '' ? [] : [{ level, title, start, end }];
  });
}
