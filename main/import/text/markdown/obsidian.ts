/** What Obsidian adds to Markdown, as words: links and embeds of notes, callouts, the names of blocks. */
import type { Blockquote } from 'mdast';

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const link = /(!?)\[\[([^[\]\n|]{1,300}?)(?:\\?\|([^[\]\n]{0,300}))?\]\]/g;
/** Sizes of pictures: `![[map.png|300]]`. */
const size = /^\d+(?:x\d+)?$/;

/** Words with links of notes as their words, and without the name of a block at the end of its line; escaped for markup. */
export function obsidianWords(words: string): string {
  const plain = words.replace(/ \^[\w-]{1,60}(?=\n|$)/g, '');
  let text = '';
  let end = 0;
  for (const found of plain.matchAll(link)) {
    const [whole, embeds, target = '', label] = found;
    text +=
      escaped(plain.slice(end, found.index)) +
      (embeds === '' ? linkWords(target, label) : embed(target, label));
    end = found.index + whole.length;
  }
  return text + escaped(plain.slice(end));
}

/** `Note#Heading` reads as Obsidian shows it. */
function linkWords(target: string, label = ''): string {
  return escaped(label === '' ? target.replace(/^#/, '').replace(/#\^?/g, ' > ') : label);
}

/** A picture is named among those that are not in the file; a note is named where it stood. */
function embed(target: string, label = ''): string {
  if (!/\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i.test(target)) return linkWords(target, label);
  return `<img src="${escaped(target)}" alt="${escaped(size.test(label) ? '' : label)}">`;
}

/** `> [!warning] Title`: the title as a line of its own; the node loses the sign. */
export function calloutTitle(quote: Blockquote): string {
  const [paragraph] = quote.children;
  const [first] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  if (first?.type !== 'text') return '';
  const [sign, kind = '', title = ''] =
    /^\[!([\w-]{1,40})(?:\|[^\]\n]{0,60})?\][+-]?[ \t]*([^\n]*)\n?/.exec(first.value) ?? [];
  if (sign === undefined) return '';
  first.value = first.value.slice(sign.length);
  const words = title.trim() === '' ? kind[0]?.toUpperCase() + kind.slice(1).toLowerCase() : title.trim();
  return `<p><strong>${obsidianWords(words)}</strong></p>`;
}
