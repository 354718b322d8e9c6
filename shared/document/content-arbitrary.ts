/** Arbitrary content for property tests; not part of the program. */
import fc from 'fast-check';
import type { Block, BreakInline, ImageInline, Inline, ListBlock, TextInline } from './blocks';
import { textMarks } from './blocks';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'Kyiv & <Lviv>',
    '  two  spaces ',
    '\n',
    'a\r\nb',
    '"quoted"',
    '😀 done',
    '&amp;',
    '\u00a0',
    '\ud800',
  ),
);
const text: fc.Arbitrary<TextInline> = fc.record({
  kind: fc.constant('text' as const),
  text: words,
  marks: fc.subarray([...textMarks], { maxLength: 3 }),
});
const lineBreak: fc.Arbitrary<BreakInline> = fc.constant({ kind: 'break' });
const image: fc.Arbitrary<ImageInline> = fc.record({
  kind: fc.constant('image' as const),
  src: fc.constantFrom('data:image/png;base64,iVBORw0KGgo=', 'data:image/jpeg;base64,/9j/4AAQ'),
  alt: words,
});
const simple = fc.oneof(text, text, lineBreak, image);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        kind: fc.constant('link' as const),
        name: fc.constantFrom('ref-1', 'cite_note.2', 'not a name'),
        href: fc.constantFrom(
          'https://a.example/?q=1&r="2"',
          'mailto:a@b.example',
          '#part',
          'https://a.example/ü',
          'javascript:alert(1)',
        ),
        children: fc.array(simple, { maxLength: 3 }),
      },
      { requiredKeys: ['kind', 'href', 'children'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('citation' as const),
      target: fc.constantFrom('annotation' as const, 'entity' as const, 'event' as const, 'article' as const),
      targetId: fc.uuid(),
      label: words,
    }),
  },
);
const inlines = fc.array(inline, { maxLength: 5 });

const { list } = fc.letrec<{ list: ListBlock }>((tie) => ({
  list: fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.record({
        inlines,
        lists: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('list'), { maxLength: 2 })),
      }),
      { maxLength: 3 },
    ),
  }),
}));

const cell = fc.record({ header: fc.boolean(), paragraphs: fc.array(inlines, { maxLength: 2 }) });
const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'paragraph' as const,
        'heading1' as const,
        'heading2' as const,
        'heading3' as const,
        'heading4' as const,
        'quote' as const,
        'preformatted' as const,
        'caption' as const,
      ),
      inlines,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'rule' as const }) },
  { weight: 1, arbitrary: list },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(fc.record({ cells: fc.array(cell, { maxLength: 3 }) }), { maxLength: 3 }),
    }),
  },
);

/** Any content that the types allow, normal or not. */
export const anyContent: fc.Arbitrary<Block[]> = fc.array(block, { maxLength: 5 });
