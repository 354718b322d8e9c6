/** Two news reports that contradict the seed article. The project's own words: nothing in them was reported anywhere. */
import type { SaidWords } from './coding';

interface OwnArticle {
  readonly file: string;
  readonly title: RegExp;
  readonly published: string;
  readonly text: string;
  readonly said: readonly SaidWords[];
}

const raid = 'Air attack on Kyiv';
const capture = 'Capture of Luhansk region';
const halt = 'The advance near Sumy is halted';
const chloropicrin = 'Use of chloropicrin in Ukraine';

export const contradicting: readonly OwnArticle[] = [
  {
    file: 'after-the-long-night.txt',
    title: /After the long night/,
    published: '6 July 2025',
    text: `After the long night, the capital counts again

Residents of Kyiv swept glass from their stairs on Saturday. The assault began late on July 3rd, an hour before midnight. Ukrainian officials reported 19 people injured, all of them in two districts on the left bank.

Ukraine denies that the whole of the Luhansk region was lost: two villages hold out beyond the river.
`,
    said: [
      { words: 'July 3rd', event: raid, day: '3 July 2025' },
      {
        words: '19 people injured',
        event: raid,
        count: 'injured',
        value: '19',
        by: ['Ukrainian officials'],
        mode: 'reports',
      },
      {
        words: 'the whole of the Luhansk region was lost',
        event: capture,
        by: ['Ukraine'],
        mode: 'denies',
      },
    ],
  },
  {
    file: 'four-claims-a-week-on.txt',
    title: /Four claims/,
    published: '8 July 2025',
    text: `Four claims, a week on

The raid on Kyiv involved 478 drones and missiles, fewer than was first written. Russia denies that its advance near Sumy was halted, and says that the columns have only paused.

Russia denies any use of chloropicrin. German intelligence confirmed that three soldiers were treated for it.
`,
    said: [
      { words: '478 drones and missiles', event: raid, count: 'drones and missiles', value: '478' },
      { words: 'its advance near Sumy was halted', event: halt, by: ['Russia'], mode: 'denies' },
      { words: 'any use of chloropicrin', event: chloropicrin, by: ['Russia'], mode: 'denies' },
    ],
  },
];
