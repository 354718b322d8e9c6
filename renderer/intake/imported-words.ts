import type { ImportOutcome, ImportReport } from '../../shared/contract/program/intake';

export interface OutcomeWords {
  readonly outcome: ImportOutcome;
  /** Over the rows of it. */
  readonly title: string;
  /** To choose it by. */
  readonly label: string;
  /** In a table. */
  readonly word: string;
}

/** In this order: what needs the eye first. */
export const outcomes: readonly OutcomeWords[] = [
  { outcome: 'refused', title: 'Not imported', label: 'Not imported', word: 'not imported' },
  {
    outcome: 'recaptured',
    title: 'Newer captures of articles in the notebook',
    label: 'Newer',
    word: 'newer capture',
  },
  {
    outcome: 'joined',
    title: 'Joined to articles in the notebook',
    label: 'Joined',
    word: 'joined to an article',
  },
  { outcome: 'known', title: 'In the notebook already', label: 'There already', word: 'there already' },
  { outcome: 'imported', title: 'Imported', label: 'Imported', word: 'imported' },
];

const amount = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`];

/** What came of an import, in a few words. */
export function importedWords({ items, extras, cancelled }: ImportReport): string {
  const count = (wanted: ImportOutcome) => items.filter(({ outcome }) => outcome === wanted).length;
  const articles = items.filter(({ outcome, articleId }) => outcome === 'imported' && articleId).length;
  const came = [
    ...amount(articles, 'article imported', 'articles imported'),
    ...amount(count('recaptured'), 'newer capture', 'newer captures'),
    ...(extras.filled > 0
      ? [`details added to ${amount(extras.filled, 'article', 'articles').join('')}`]
      : []),
    ...amount(extras.passages, 'passage', 'passages'),
    ...amount(extras.tags, 'tag', 'tags'),
    ...amount(extras.notes, 'note', 'notes'),
    ...amount(extras.entities, 'actor, place or object', 'actors, places and objects'),
    ...amount(extras.events, 'event', 'events'),
  ];
  const words =
    came.length > 0
      ? came.join(', ').replace(/^[a-z]/, (letter) => letter.toUpperCase())
      : count('known') > 0
        ? 'Nothing new'
        : '0 articles imported';
  const rest = [
    ...(came.length > 0 ? amount(count('known'), 'there already', 'there already') : []),
    ...amount(count('refused'), 'not imported', 'not imported'),
  ];
  return `${cancelled ? 'Stopped: ' : ''}${[words, ...rest].join(', ')}`;
}
