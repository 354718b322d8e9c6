/** Which block of its article's text each passage begins in: Obsidian's links lead to blocks, by an id at their end. */
import { parseContent } from '../../../../shared/document/content-html';
import { leafSpans } from '../../../../shared/document/plain-text';
import type { ExportArticle, ExportData, ExportPassage } from '../../gather/export-data';

/** The block that a leaf is a line of: a table, a quotation or code as a whole. */
interface TextBlock {
  readonly start: number;
  readonly end: number;
}

function blocksOf(content: string): TextBlock[] {
  const blocks = parseContent(content);
  const found: TextBlock[] = [];
  let table = -1;
  for (const { kind, path, start, end } of leafSpans(blocks)) {
    const [block = -1] = path;
    const isSame = kind === 'cell' && block === table;
    table = kind === 'cell' ? block : -1;
    const last = found.pop();
    if (last && isSame) found.push({ start: last.start, end });
    else found.push(...(last ? [last] : []), { start, end });
  }
  return found;
}

/** The block that holds an offset, by halving: blocks are in order. */
function blockAt(blocks: readonly TextBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function addBlocksOf(content: string, passages: readonly ExportPassage[], ids: Map<string, string>): void {
  const blocks = blocksOf(content);
  const oldest = new Map<number, string>();
  const inBlock = passages.flatMap(({ id, parts }) => {
    const [first] = parts.filter(({ state }) => state !== 'orphan');
    return first ? [{ id, block: blockAt(blocks, first.start) }] : [];
  });
  for (const { id, block } of [...inBlock].sort((a, b) => (a.id < b.id ? -1 : 1)))
    if (!oldest.has(block)) oldest.set(block, id);
  for (const { id, block } of inBlock) ids.set(id, `p-${oldest.get(block) ?? id}`);
}

/**
 * The id of its block by each passage's id. A block is named after the oldest passage that begins in it: what is made later
 * changes no id that is there.
 */
export function wordsBlocksOf(
  data: ExportData,
  articles: readonly ExportArticle[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const byArticle = new Map<string, ExportPassage[]>();
  for (const passage of data.passages) {
    const group = byArticle.get(passage.articleId);
    if (group) group.push(passage);
    else byArticle.set(passage.articleId, [passage]);
  }
  for (const { id, revisionId } of articles) {
    const passages = byArticle.get(id);
    if (passages) addBlocksOf(data.contentOf(revisionId), passages, ids);
  }
  return ids;
}
