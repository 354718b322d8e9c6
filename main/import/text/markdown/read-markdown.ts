/**
 * Markdown (CommonMark with tables, task lists, strikethrough, footnotes and bare addresses, as GitHub has them, and
 * Obsidian's links) as an article. A text too large or too deeply nested for that is kept as it is written.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { inlineText } from '../../../../shared/document/plain-text';
import type { FormatInput, FormatReading } from '../../formats/format';
import { readHtml } from '../../html/read-html';
import { readPlainText } from '../read-plain-text';
import { splitFrontMatter } from './front-matter';
import { frontMetadata } from './front-metadata';
import { markdownHtml } from './markdown-html';

/** Characters; the parser takes some seconds for a million. */
const greatestMarkdownLength = 2_000_000;
const deepestNesting = 50;

/** `text`: with LF line ends. */
export function readMarkdown(
  text: string,
  { source, pictureBeside }: Pick<FormatInput, 'source' | 'pictureBeside'>,
): FormatReading {
  const { values, rest } = splitFrontMatter(text);
  const { metadata, tags } = frontMetadata(values);
  const read = isTooMuch(rest) ? asWritten(rest) : asMarkdown(rest, source, pictureBeside);
  return { ...read, metadata: { ...metadata, title: metadata.title || headlineOf(read.blocks) }, tags };
}

function isTooMuch(text: string): boolean {
  return (
    text.length > greatestMarkdownLength || nesting.test(text) || text.split(/\n[ \t]*\n/).some(holdsTooMany)
  );
}

/** Quotes and lists in quotes and lists on one line, or far to the right: the parser's time grows with the square of the depth. */
const nesting = new RegExp(
  `^(?:[ \\t]{0,8}(?:>|[-*+]|\\d{1,9}[.)])[ \\t]?){${deepestNesting},}|^[ \\t]{200}`,
  'm',
);

/** With the brackets of one paragraph its time grows likewise; a paragraph of a long list of sources has some hundreds. */
const mostBrackets = 3000;

function holdsTooMany(paragraph: string): boolean {
  let count = 0;
  for (let at = paragraph.indexOf('['); at >= 0 && count <= mostBrackets; at = paragraph.indexOf('[', at + 1))
    count += 1;
  return count > mostBrackets;
}

type Read = Pick<FormatReading, 'blocks' | 'warnings'>;

function asWritten(text: string): Read {
  const warning = 'This Markdown is too large or too deeply nested to be set: it was kept as it is written.';
  return { blocks: readPlainText(text).blocks, warnings: [warning] };
}

function asMarkdown(text: string, source: string, pictureBeside: FormatInput['pictureBeside']): Read {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return readHtml(markdownHtml(tree), { source, isPaste: true, pictureBeside });
}

/** A heading that the text begins with. */
function headlineOf([first]: Read['blocks']): string {
  return first !== undefined && /^heading[12]$/.test(first.kind) && 'inlines' in first
    ? inlineText(first.inlines).trim()
    : '';
}
