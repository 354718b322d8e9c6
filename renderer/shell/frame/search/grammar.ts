/** The language of the search box by example: what is shown, what it means, and the piece that a press puts into the box. */
import type { QueryPiece } from './box-door';

export interface GrammarRow {
  readonly example: string;
  readonly meaning: string;
  /** What the box gets, with the part to type over in {braces}; nothing in them: names are offered there. */
  readonly piece: string;
}

export interface GrammarPart {
  readonly title: string;
  readonly rows: readonly GrammarRow[];
}

export const grammar: readonly GrammarPart[] = [
  {
    title: 'Words',
    rows: [
      { example: 'harbour strike', meaning: 'both, in any order and form', piece: '{harbour strike}' },
      { example: '"act of war"', meaning: 'these words side by side', piece: '"{act of war}"' },
      { example: 'harb*', meaning: 'words that begin so', piece: '{harb}*' },
      { example: 'ferry OR boat', meaning: 'either of them', piece: '{ferry} OR boat' },
      { example: 'ferry -strike', meaning: 'the one without the other', piece: '-{strike}' },
      { example: '(gun OR rifle) shot', meaning: 'a group', piece: '({gun OR rifle})' },
      {
        example: 'bridge NEAR/5 closed',
        meaning: 'at most 5 words between',
        piece: '{bridge} NEAR/5 closed',
      },
      { example: 'tolvane~1', meaning: 'one letter may differ', piece: '{tolvane}~1' },
      { example: '=strikes', meaning: 'exactly so: no other form or name', piece: '={strikes}' },
      {
        example: 'in:title ferry',
        meaning: 'in titles; also text, note, comment',
        piece: 'in:title {ferry}',
      },
    ],
  },
  {
    title: 'Who, what, where',
    rows: [
      { example: 'actor:"Mira Tolvane"', meaning: 'by any name; Tol*e too', piece: 'actor:{}' },
      { example: 'actor:Tolvane role:speaker', meaning: 'an actor in a role', piece: 'role:{}' },
      { example: 'place:Ostrel', meaning: 'there, or inside it', piece: 'place:{}' },
      { example: 'event:talks', meaning: 'an event', piece: 'event:{}' },
      { example: 'type:attack', meaning: 'a type of event, or one below it', piece: 'type:{}' },
      { example: 'tag:denial', meaning: 'a tag, or one below it', piece: 'tag:{}' },
      {
        example: 'actor:Tolvane gun within:2s',
        meaning: 'within 2 sentences; 1p: in one paragraph',
        piece: 'within:{2}s',
      },
    ],
  },
  {
    title: 'Who says so, and how',
    rows: [
      { example: 'mode:claims,alleges', meaning: 'said in this way; a comma: either', piece: 'mode:{}' },
      { example: 'claimant:narrator', meaning: 'said by; also unnamed, or an actor', piece: 'claimant:{}' },
      { example: 'certainty:probable', meaning: 'how sure you are', piece: 'certainty:{}' },
    ],
  },
  {
    title: 'When',
    rows: [
      { example: 'date:2024-03', meaning: 'events of that time', piece: 'date:{2024-03}' },
      {
        example: 'published:2024-01..2024-06',
        meaning: 'articles of that time',
        piece: 'published:{2024-01..2024-06}',
      },
    ],
  },
  {
    title: 'Sources, marks and order',
    rows: [
      { example: 'publisher:Gazette', meaning: 'also by:, an author', piece: 'publisher:{}' },
      { example: 'lang:uk', meaning: 'the language of the article', piece: 'lang:{}' },
      { example: 'colour:yellow', meaning: 'the colour of the passage', piece: 'colour:{}' },
      { example: 'has:conflict', meaning: 'also orphan, note, evidence, changed, unread', piece: 'has:{}' },
      { example: 'kind:passage', meaning: 'only such things', piece: 'kind:{}' },
      { example: 'sort:oldest', meaning: 'also newest, published, title, place', piece: 'sort:{}' },
    ],
  },
];

/** A row's piece with its braces read. */
export function pieceOf({ piece }: GrammarRow): QueryPiece {
  const from = piece.indexOf('{');
  const to = piece.indexOf('}') - 1;
  return { text: piece.replace(/[{}]/g, ''), from, to };
}
