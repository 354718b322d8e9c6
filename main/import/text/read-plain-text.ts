/**
 * Plain text as an article. Every word stays in the content, the headline too: what is recognised only decides which
 * paragraphs are set as headings and what the title is.
 */
import type { Block, LeafBlock } from '../../../shared/document/blocks';
import { inlineText } from '../../../shared/document/plain-text';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import type { FormatReading } from '../formats/format';

/** The article in a text with LF line ends. */
export function readPlainText(text: string): FormatReading {
  const leaves = textToBlocks(text).filter((block): block is LeafBlock => 'inlines' in block);
  const lines = leaves.map((leaf) => inlineText(leaf.inlines));
  const first = lines[0] ?? '';
  const hasTitle = isHeadline(first, lines[1]) || isTitleLine(first, lines[1]);
  const blocks = leaves.map((leaf, at): Block => {
    if (at === 0) return hasTitle ? { ...leaf, kind: 'heading1' } : leaf;
    return isHeadline(lines[at] ?? '', lines[at + 1]) ? { ...leaf, kind: 'heading2' } : leaf;
  });
  return { blocks, metadata: metadataOf(hasTitle ? first.trim() : ''), warnings: [] };
}

function metadataOf(title: string): FormatReading['metadata'] {
  return { title, authors: [], publisher: '', url: '', language: '', published: null, fields: {} };
}

const longestTitle = 200;
const longestHeading = 80;
const shortestParagraph = 120;

/** The first line of a file may be longer than a heading, and stand over a text of short paragraphs. */
function isTitleLine(line: string, next: string | undefined): boolean {
  return (
    next !== undefined &&
    line.length <= longestTitle &&
    isWorded(line) &&
    !/[.!…:;,。！：；，、]["”»)」』]?$/.test(line.trim())
  );
}

/**
 * A short line alone, without a sentence's end, over a paragraph of some length, that reads like a title: most words of
 * weight start with a capital, or (in languages that do not do so) it is followed by a long paragraph.
 */
function isHeadline(line: string, next: string | undefined): boolean {
  if (next === undefined || line.length > longestHeading || next.length < shortestParagraph) return false;
  if (/[.!…:;,"”»)\]。！：；，、」』]$/.test(line.trim()) || !isWorded(line) || isCredit(line)) return false;
  return capitalShare(line) > 0.6 || next.length > 2 * shortestParagraph;
}

/** Some characters of a script that puts no spaces between words. */
const unspacedWords = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{3}/u;

/** Two words or more, starting with a capital, a digit or a quotation mark, on one line. */
function isWorded(line: string): boolean {
  const isSeveral = line.trim().split(/\s+/).length > 1 || unspacedWords.test(line);
  return isSeveral && !line.includes('\n') && /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“„«¿¡(「『《【]/u.test(line.trim());
}

/** A label with a colon or an agency after a slash credits a picture; it heads nothing. */
function isCredit(line: string): boolean {
  return /^\p{L}+(?:\s\p{L}+)?\s*:|\/\s*\p{Lu}{2,}|[|©@]|https?:/u.test(line);
}

function capitalShare(line: string): number {
  const weighty = line.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  const capitals = weighty.filter((word) => /^[\p{Lu}\p{Lt}]/u.test(word));
  return weighty.length === 0 ? 0 : capitals.length / weighty.length;
}
