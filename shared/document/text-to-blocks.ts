import type { Block, Inline } from './blocks';
import { normaliseInlines } from './normalise-blocks';

/**
 * Plain text as content: paragraphs are parted by blank lines (or a form feed), a single line end inside of a paragraph
 * is a break. Line ends of every kind are understood. Always at least one paragraph.
 */
export function textToBlocks(text: string): Block[] {
  const paragraphs = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u0085/g, '\n')
    .replace(/[\f\u2029]/g, '\n\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd())
    .filter((paragraph) => paragraph.trim() !== '');
  const inlines = (paragraph: string): Inline[] =>
    normaliseInlines([{ kind: 'text', text: paragraph, marks: [] }]);
  return (paragraphs.length === 0 ? [''] : paragraphs).map((paragraph) => ({
    kind: 'paragraph',
    inlines: inlines(paragraph),
  }));
}
