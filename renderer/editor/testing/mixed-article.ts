/** A short article of every kind of block, in several scripts, nearly every character of it there once. For tests. */
import type { Block, Inline } from '../../../shared/document/blocks';

const text = (words: string): Inline => ({ kind: 'text', text: words, marks: [] });
const item = (words: string, lists: Extract<Block, { kind: 'list' }>[] = []) => ({
  inlines: [text(words)],
  lists,
});
const cell = (words: string) => ({ header: false, paragraphs: [[text(words)]] });

export const mixedArticle: readonly Block[] = [
  { kind: 'heading1', inlines: [text('Abc dé')] },
  {
    kind: 'paragraph',
    inlines: [text('fghi jklm, nopq '), { kind: 'text', text: 'rstu', marks: ['strong'] }, text(' vwxyz.')],
  },
  {
    kind: 'paragraph',
    inlines: [
      text('Ωψχ 👩‍🔬😀 אבגד '),
      { kind: 'link', href: 'https://example.org/', children: [{ kind: 'text', text: 'жзик', marks: [] }] },
      text(' лмн'),
    ],
  },
  {
    kind: 'list',
    ordered: false,
    items: [
      item('012 34'),
      item('567', [{ kind: 'list', ordered: true, items: [item('89 ½')] }]),
      item('¾¼'),
    ],
  },
  { kind: 'quote', inlines: [text('北京 上'), { kind: 'break' }, text('e\u0301a\u0323b 🇺🇦🇪🇺 हिन्दी')] },
  { kind: 'table', rows: [{ cells: [cell('ÀÁ'), cell('ÂÃ Ä')] }, { cells: [cell('ÈÉ'), cell('')] }] },
  { kind: 'paragraph', inlines: [text('ŠŽ\u200bČ ĆĐ.')] },
];
