/** The words by which an event is found: its own, and those of its accounts. Names of who and where are found by their links. */
import { all, get, type ReadableDB } from '../core/sql';

interface AccountWords {
  readonly fact: string;
  readonly key: string;
  readonly text: string;
  readonly date_words: string;
  readonly claimant_words: string;
  readonly comment: string;
}

/** The texts of an event in the order a person would look for words in them, each once, none empty. */
export interface EventTexts {
  readonly title: string;
  /** What came of it and what was counted, after its description. */
  readonly told: readonly string[];
  /** Said about it: the words of its dates, of sources without a name, of comments on accounts. */
  readonly about: readonly string[];
}

/** The columns of an account that its event's words come from. */
export const accountWordColumns = [
  'event_id',
  'fact',
  'key',
  'text',
  'date_words',
  'claimant_words',
  'comment',
] as const satisfies readonly (keyof AccountWords | 'event_id')[];

const distinct = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text.trim() !== '')),
];
/** Roles are no words of an event; what is counted and what came of it are. */
const toldBy = ({ fact, key, text }: AccountWords): readonly string[] =>
  fact === 'count' || fact === 'outcome' ? [key, text] : [];

/** An event's texts; null when it is gone. */
export function eventTexts(db: ReadableDB, id: string): EventTexts | null {
  const event = get<{ title: string; description: string; words: string }>(
    db,
    'SELECT title, description, date_words AS words FROM event WHERE id = ?',
    [id],
  );
  if (!event) return null;
  const select = `SELECT ${accountWordColumns.join(', ')} FROM account WHERE event_id = ? ORDER BY id`;
  const accounts = all<AccountWords>(db, select, [id]);
  return {
    title: event.title,
    told: distinct([event.description, ...accounts.flatMap(toldBy)]),
    about: distinct([
      event.words,
      ...accounts.flatMap(({ date_words, claimant_words, comment }) => [date_words, claimant_words, comment]),
    ]),
  };
}
