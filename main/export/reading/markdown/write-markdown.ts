/** Words and trees as Markdown: CommonMark with GitHub's tables; what other programs take for markup is escaped too. */
import type { PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { freeLine, writeWords } from './free-words';

const phrasing = 'phrasing' as const;

/** Of Obsidian and others: #tag, ==highlight==, %%comment%%, $mathematics$, ^block; a table's | in any place. */
const others: Options = {
  unsafe: [
    { character: '#', before: '(?:^|[^\\p{L}\\p{N}])', after: '[^\\s#]', inConstruct: phrasing },
    { character: '=', before: '=', inConstruct: phrasing },
    { character: '=', after: '=', inConstruct: phrasing },
    { character: '%', after: '%', inConstruct: phrasing },
    { character: '$', inConstruct: phrasing },
    { character: '^', inConstruct: phrasing },
    { character: '|', inConstruct: phrasing },
    { character: '~', inConstruct: phrasing },
  ],
};

/** How Markdown is written; words that are free are written faster than it says. */
export const options: Options = {
  extensions: [gfmToMarkdown({ tablePipeAlign: false }), others],
  bullet: '-',
  emphasis: '_',
  rule: '-',
  fences: true,
};

const fast: Options = { ...options, handlers: { text: writeWords } };

/** A tree as Markdown, without a line end at its end. */
export function writeMarkdown(children: readonly RootContent[]): string {
  return toMarkdown({ type: 'root', children: [...children] }, fast).replace(/\n+$/, '');
}

/** Words as text nodes, their line ends as breaks. */
export function lines(words: string): PhrasingContent[] {
  return words
    .split('\n')
    .flatMap((line, index): PhrasingContent[] =>
      index === 0 ? [{ type: 'text', value: line }] : [{ type: 'break' }, { type: 'text', value: line }],
    );
}

/** Inline nodes as Markdown. */
export function writeInline(nodes: readonly PhrasingContent[]): string {
  return freeLine(nodes) ?? writeMarkdown([{ type: 'paragraph', children: [...nodes] }]);
}

/** Nothing in them means anything to Markdown, wherever they stand. */
const plain = /^[\p{L}][\p{L}\p{M}\p{N} ,;?"'“”„«»‘’…–—()/]*$/u;

/** Words with everything escaped that Markdown would take for its own; what is around them is not touched. */
export function escapeMarkdown(words: string): string {
  if (plain.test(words)) return words;
  const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  if (core === '') return words;
  const paragraphs = core.split(/\n\s*\n/).map((paragraph) => writeInline(lines(paragraph)));
  return `${lead === '' ? '' : ' '}${paragraphs.join('\n\n')}${trail === '' ? '' : ' '}`;
}
