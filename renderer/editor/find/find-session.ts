/**
 * One finding in one text: what is looked for, what was found, which match is meant. It knows the text by its target
 * alone, so that reading and editing have the same bar. Offsets are UTF-16 code units of the target's text.
 */
import { create } from 'zustand';
import type { FindQuery, FoundStretch, Replacement, SearchableText } from '../../../shared/find/find-in-text';
import { type FindAnswer, Finder } from './finder';

/** The text that is looked through, and where the matches are shown. */
export interface FindTarget {
  readonly readText: () => SearchableText;
  /** Where looking begins: at the caret, or where one is reading. */
  readonly beginAt: () => number;
  readonly show: (text: SearchableText, matches: readonly FoundStretch[], current: number) => void;
  readonly reveal: (match: FoundStretch) => void;
}

export interface FindState {
  readonly query: FindQuery;
  readonly answer: FindAnswer;
  /** Which match is meant; -1: none. */
  readonly current: number;
  /** Only matches within it count. */
  readonly scope: FoundStretch | null;
}

const nothing: FindAnswer = { kind: 'found', matches: [], isCut: false };
const emptyText: SearchableText = { text: '', lines: [] };
const isWithin = (match: FoundStretch, scope: FoundStretch | null): boolean =>
  !scope || (match.start >= scope.start && match.end <= scope.end);

function within(answer: FindAnswer, scope: FoundStretch | null): FindAnswer {
  if (answer.kind !== 'found' || !scope) return answer;
  return { ...answer, matches: answer.matches.filter((match) => isWithin(match, scope)) };
}

/** Kept from one finding to the next, as long as the window is open. */
let lastQuery: FindQuery = { words: '', matchCase: false, wholeWord: false, isPattern: false };

export class FindSession {
  readonly store = create<FindState>()(() => ({
    query: lastQuery,
    answer: nothing,
    current: -1,
    scope: null,
  }));
  private readonly finder = new Finder();
  private text = emptyText;
  /** Where looking begins. */
  private origin: number;

  constructor(private readonly target: FindTarget) {
    this.origin = target.beginAt();
  }

  get matches(): readonly Replacement[] {
    const { answer } = this.store.getState();
    return answer.kind === 'found' ? answer.matches : [];
  }

  get currentMatch(): Replacement | null {
    return this.matches[this.store.getState().current] ?? null;
  }

  /** Looks for something else, from where one stepped last: letter by letter, the words typed first lead nowhere. */
  change(part: Partial<FindQuery>): void {
    lastQuery = { ...this.store.getState().query, ...part };
    this.store.setState({ query: lastQuery });
    void this.search(this.origin, true);
  }

  /** Looks only within a stretch, or everywhere again. */
  limit(scope: FoundStretch | null): void {
    this.store.setState({ scope });
    void this.search(scope?.start ?? this.origin, true);
  }

  /** The text has changed: looks again, and stays where it was or goes on from an offset. */
  async again(from?: number): Promise<void> {
    this.origin = from ?? this.origin;
    await this.search(from ?? this.currentMatch?.start ?? this.origin, from !== undefined);
  }

  /** To the next match (1) or the one before (-1), around the ends. */
  step(by: 1 | -1): void {
    const { length } = this.matches;
    if (length === 0) return;
    const { current } = this.store.getState();
    this.mean((current + by + length) % length, true);
    this.origin = this.currentMatch?.start ?? this.origin;
  }

  /** Every match of the text as it is now, with what the template makes of it; null when that cannot be said. */
  async replacements(template: string): Promise<readonly Replacement[] | null> {
    const { query, scope } = this.store.getState();
    const answer = await this.finder.find({ text: this.read(), query, template });
    const found = answer && within(answer, scope);
    return found?.kind === 'found' ? found.matches : null;
  }

  destroy(): void {
    this.finder.destroy();
    this.target.show(emptyText, [], -1);
  }

  /** What is limited grows and shrinks with the edits in it. */
  private read(): SearchableText {
    const { text, lines } = this.target.readText();
    const { scope } = this.store.getState();
    const grown = text.length - this.text.text.length;
    if (scope && grown !== 0) this.store.setState({ scope: { ...scope, end: scope.end + grown } });
    // Only what can be passed on to a thread, and no more than it needs.
    this.text = { text, lines: lines.map(({ start, end }) => ({ start, end })) };
    return this.text;
  }

  private async search(from: number, reveals: boolean): Promise<void> {
    const text = this.read();
    const answer = await this.finder.find({ text, query: this.store.getState().query, template: '' });
    if (!answer) return;
    this.store.setState(({ scope }) => ({ answer: within(answer, scope) }));
    const next = this.matches.findIndex(({ start }) => start >= from);
    this.mean(next < 0 && this.matches.length > 0 ? 0 : next, reveals);
  }

  private mean(current: number, reveals: boolean): void {
    this.store.setState({ current });
    this.target.show(this.text, this.matches, current);
    const match = this.currentMatch;
    if (match && reveals) this.target.reveal(match);
  }
}
