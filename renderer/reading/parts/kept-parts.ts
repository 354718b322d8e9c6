/**
 * Words that were selected before and are kept, so that further words can be selected beside them: together they are the
 * parts of one passage. It only knows when they are kept and given up; painting and telling are its owner's.
 */
import type { Stretch } from '../model/stretch';
import { joinStretches } from './join-stretches';

/**
 * How the parts came, and so what gives them up. `steps`: kept one by one, until they are given up; `strokes`: by mouse
 * with Control held, until a press without it; `said`: something was said about them, until other words are selected.
 */
type Keeping = 'steps' | 'strokes' | 'said';

export class KeptParts {
  private stretches: readonly Stretch[] = [];
  private keeping: Keeping = 'strokes';

  /** In reading order; they do not touch. */
  get all(): readonly Stretch[] {
    return this.stretches;
  }

  /** Keeps words until they are given up. */
  keep(words: Stretch | null, keeping: 'steps' | 'strokes'): void {
    if (this.stretches.length === 0 || keeping === 'steps' || this.keeping === 'said') this.keeping = keeping;
    if (words) this.stretches = joinStretches([...this.stretches, words]);
  }

  /** Something was said about them: with the next words they go. */
  settle(): void {
    this.keeping = 'said';
  }

  /** The mouse begins a selection without Control. */
  pressed(): void {
    if (this.keeping !== 'steps') this.giveUp();
  }

  /** Other words are selected, or none. */
  changed(): void {
    if (this.keeping === 'said') this.giveUp();
  }

  giveUp(): void {
    this.stretches = [];
    this.keeping = 'strokes';
  }
}
