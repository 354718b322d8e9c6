/** Content – of a note, or of an article with its passages – as paragraphs, with a comment on the words of every passage. */
import type { Block, Inline, LeafBlock, ListBlock, TableBlock } from '../../../../shared/document/blocks';
import { inlineText } from '../../../../shared/document/plain-text';
import type { ReportMark, ReportText } from '../report/report';
import { isRightToLeft } from '../text/direction';
import { cutsOf, type MarkFinder, markFinder } from '../text/mark-finder';
import { isPlaced, placeWords } from '../text/place-words';
import type { FlowBlock, FlowParagraph, FlowRun, FlowStyle, FlowTable } from './flow';
import type { CommentMaker } from './passage-flow';

/** Gives the runs that stand before words: where comments end and begin; and whether the words are marked. */
interface Marking {
  readonly before: (inline: Inline) => { readonly runs: readonly FlowRun[]; readonly isMarked: boolean };
  /** Ends what is still open: an article ends with its last words. */
  readonly end: () => readonly FlowRun[];
}

const unmarked: Marking = { before: () => ({ runs: [], isMarked: false }), end: () => [] };

function passageMarking(marks: readonly ReportMark[], commentOn: CommentMaker): Marking {
  const find: MarkFinder = markFinder(marks);
  const comments = new Map<ReportMark, Extract<FlowRun, { kind: 'comment-start' }>['comment']>();
  const end = (ended: readonly ReportMark[]): FlowRun[] =>
    ended.flatMap((mark) => {
      const comment = comments.get(mark);
      comments.delete(mark);
      return comment ? [{ kind: 'comment-end' as const, comment }] : [];
    });
  const begin = (begun: readonly ReportMark[]): FlowRun[] =>
    begun.flatMap((mark) => {
      const comment = commentOn(mark.passage, mark.part);
      if (!comment) return [];
      comments.set(mark, comment);
      return [{ kind: 'comment-start' as const, comment }];
    });
  return {
    before: (inline) => {
      if (inline.kind !== 'text' || !isPlaced(inline)) return { runs: [], isMarked: false };
      const { ended, begun, open } = find(inline.at);
      return { runs: [...end(ended), ...begin(begun)], isMarked: open.length > 0 };
    },
    end: () => end([...comments.keys()]),
  };
}

function runsOf(inlines: readonly Inline[], marking: Marking): FlowRun[] {
  return inlines.flatMap((inline): readonly FlowRun[] => {
    switch (inline.kind) {
      case 'text': {
        const { runs, isMarked } = marking.before(inline);
        return [...runs, { kind: 'text', text: inline.text, marks: inline.marks, isMarked }];
      }
      case 'break':
        return [{ kind: 'break' }];
      case 'image':
        return [{ kind: 'image', src: inline.src, alt: inline.alt }];
      case 'citation':
        return [{ kind: 'text', text: inline.label, marks: ['em'], isMarked: false }];
      case 'link':
        return linkRuns(inline.href, runsOf(inline.children, marking));
    }
  });
}

/** What begins or ends inside a link stands before or after it: word processors allow no comment to begin in one. */
function linkRuns(href: string, runs: readonly FlowRun[]): FlowRun[] {
  const isStart = ({ kind }: FlowRun) => kind === 'comment-start';
  const isEnd = ({ kind }: FlowRun) => kind === 'comment-end';
  const words = runs.filter((run) => !isStart(run) && !isEnd(run));
  const link: FlowRun[] = /^(?:https?|mailto):/i.test(href)
    ? [{ kind: 'link', url: href, runs: words }]
    : words;
  return [...runs.filter(isStart), ...link, ...runs.filter(isEnd)];
}

/** Headings of content stand below those of the report. */
const styles: Readonly<Record<LeafBlock['kind'], FlowStyle>> = {
  paragraph: 'body',
  heading1: 'heading3',
  heading2: 'heading4',
  heading3: 'heading4',
  heading4: 'heading4',
  quote: 'quote',
  preformatted: 'code',
  caption: 'caption',
};

function paragraphOf(inlines: readonly Inline[], style: FlowStyle, marking: Marking): FlowParagraph {
  return {
    kind: 'paragraph',
    style,
    isRightToLeft: isRightToLeft(inlineText(inlines)),
    runs: runsOf(inlines, marking),
  };
}

function listParagraphs({ ordered, items }: ListBlock, level: number, marking: Marking): FlowParagraph[] {
  return items.flatMap(({ inlines, lists }, index) => [
    { ...paragraphOf(inlines, 'body', marking), list: { ordered, level, number: index + 1 } },
    ...lists.flatMap((nested) => listParagraphs(nested, level + 1, marking)),
  ]);
}

function tableOf({ rows }: TableBlock, marking: Marking): FlowTable {
  const words = rows[0]?.cells[0]?.paragraphs[0] ?? [];
  return {
    kind: 'table',
    isRightToLeft: isRightToLeft(inlineText(words)),
    rows: rows.map(({ cells }) =>
      cells.map(({ header, paragraphs }) => ({
        isHeader: header,
        paragraphs: paragraphs.map((inlines) => paragraphOf(inlines, 'body', marking)),
      })),
    ),
  };
}

function blockFlow(block: Block, marking: Marking): FlowBlock[] {
  if (block.kind === 'rule') return [{ kind: 'paragraph', style: 'small', isRightToLeft: false, runs: [] }];
  if (block.kind === 'list') return listParagraphs(block, 0, marking);
  if (block.kind === 'table') return [tableOf(block, marking)];
  return [paragraphOf(block.inlines, styles[block.kind], marking)];
}

/** Content without passages. */
export const contentFlow = (blocks: readonly Block[]): FlowBlock[] =>
  blocks.flatMap((block) => blockFlow(block, unmarked));

function withRuns(block: FlowBlock | undefined, runs: readonly FlowRun[]): FlowBlock[] {
  if (runs.length === 0) return block ? [block] : [];
  if (block?.kind === 'paragraph') return [{ ...block, runs: [...block.runs, ...runs] }];
  const after: FlowParagraph = { kind: 'paragraph', style: 'body', isRightToLeft: false, runs };
  return block ? [block, after] : [after];
}

/** The text of an article with its passages commented on their very words. */
export function* textFlow({ blocks, marks }: ReportText, commentOn: CommentMaker): Iterable<FlowBlock> {
  const marking = passageMarking(marks, commentOn);
  const placed = placeWords(blocks, cutsOf(marks));
  for (const [index, block] of placed.entries()) {
    const flow = blockFlow(block, marking);
    if (index < placed.length - 1) yield* flow;
    else yield* [...flow.slice(0, -1), ...withRuns(flow.at(-1), marking.end())];
  }
}
