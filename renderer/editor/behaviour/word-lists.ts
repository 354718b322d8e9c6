/**
 * Word's clipboard has lists as paragraphs that begin with a sign or a number: made lists again, their depth is lost. Blank
 * paragraphs that keep others apart are left out.
 */
import type { Block, Inline, ListBlock } from '../../../shared/document/blocks';

/** What Word puts before an item: the sign, and no-break spaces up to the words. */
const signs = /^[·•▪◦§o-][\s\u00a0]*\u00a0[\s\u00a0]*/;
const numbers = /^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)][\s\u00a0]*\u00a0[\s\u00a0]*/i;

interface Item {
  readonly ordered: boolean;
  readonly inlines: readonly Inline[];
}

function itemOf(block: Block): Item | null {
  if (block.kind !== 'paragraph') return null;
  const [first, ...rest] = block.inlines;
  if (first?.kind !== 'text') return null;
  const sign = signs.exec(first.text);
  const found = sign ?? numbers.exec(first.text);
  if (!found) return null;
  const inlines = [{ ...first, text: first.text.slice(found[0].length) }, ...rest];
  return { ordered: sign === null, inlines };
}

function listsOfWord(blocks: readonly Block[]): readonly Block[] {
  return blocks.reduce<Block[]>((done, block) => {
    const item = itemOf(block);
    const last = done.at(-1);
    if (!item) return [...done, block];
    const made = { inlines: item.inlines, lists: [] };
    if (last?.kind !== 'list' || last.ordered !== item.ordered)
      return [...done, { kind: 'list', ordered: item.ordered, items: [made] }];
    const longer: ListBlock = { ...last, items: [...last.items, made] };
    return [...done.slice(0, -1), longer];
  }, []);
}

/** Paragraphs of nothing but a no-break space. */
const isBlank = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  block.inlines.length > 0 &&
  block.inlines.every((inline) => inline.kind === 'text' && /^[\s\u00a0]*$/.test(inline.text));

const isOfWord = (html: string): boolean =>
  /urn:schemas-microsoft-com:office|class="?Mso|mso-list\s*:/i.test(html);
const hasWordLists = (html: string): boolean => /mso-list\s*:/i.test(html);

/** The blocks of pasted HTML as they were meant, where Word, or a program that writes as it does, made it. */
export function blocksOfWord(html: string, blocks: readonly Block[]): readonly Block[] {
  if (!isOfWord(html)) return blocks;
  const worded = blocks.filter((block) => !isBlank(block));
  return hasWordLists(html) ? listsOfWord(worded) : worded;
}
