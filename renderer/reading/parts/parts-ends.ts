/**
 * Changing the ends of a passage part by part: every part has its handles, the keys move those of one. Tab leads to the
 * next part, Delete takes the part out. It shows drafts; saving and leaving are its owner's.
 */
import { selectedWords } from '../model/selected-words';
import type { Stretch } from '../model/stretch';
import { EndsEditor, type EndsOptions } from './ends-editor';
import { joinStretches } from './join-stretches';

export interface PartsEndsOptions extends Omit<EndsOptions, 'draft' | 'onDraft' | 'onPress'> {
  readonly drafts: readonly Stretch[];
  /** The part whose ends the keys move at first. */
  readonly first: number;
  /** The drafts as they are now, and what is said of it to those who hear the screen. */
  readonly onDrafts: (drafts: readonly Stretch[], said: string) => void;
  /** Another part is meant. */
  readonly onMeant: (draft: Stretch) => void;
}

interface PartEnds {
  draft: Stretch;
  readonly editor: EndsEditor;
}

export class PartsEnds {
  private parts: readonly PartEnds[];
  private meant: PartEnds | undefined;

  constructor(private readonly options: PartsEndsOptions) {
    this.parts = options.drafts.map((draft) => this.createPart(draft));
    this.mean(this.parts[options.first] ?? this.parts[0]);
  }

  /** True when the key was one of its own; Tab beyond the last part leads out of the text. */
  handle(event: KeyboardEvent): boolean {
    if (event.key === 'Tab') return this.step(event.shiftKey ? -1 : 1);
    if (event.key === 'Delete' || event.key === 'Backspace') return this.remove();
    return this.meant?.editor.handle(event) ?? false;
  }

  /** Puts the handles at the ends, after the layout has changed. */
  place(): void {
    for (const { editor } of this.parts) editor.place();
  }

  /** The parts in reading order: those with other ends as whole words, joined with what they touch, the others as they were. */
  tidied(): readonly Stretch[] {
    const { text } = this.options.shown.model;
    const isMoved = ({ draft }: PartEnds) => !this.options.drafts.includes(draft);
    const moved = this.parts.filter(isMoved).map(({ draft }) => selectedWords(text, draft.start, draft.end));
    const others = this.parts.filter((part) => !isMoved(part)).map(({ draft }) => draft);
    return joinStretches(
      moved.filter((one) => one !== null),
      others,
    );
  }

  destroy(): void {
    for (const { editor } of this.parts) editor.destroy();
  }

  private createPart(draft: Stretch): PartEnds {
    const { shown, view, layer, scroller } = this.options;
    const part: PartEnds = {
      draft,
      editor: new EndsEditor({
        shown,
        view,
        layer,
        scroller,
        draft,
        onDraft: (next) => {
          part.draft = next;
          this.tell('');
        },
        onPress: () => this.meant !== part && this.mean(part),
      }),
    };
    return part;
  }

  private step(by: 1 | -1): boolean {
    const next = this.parts[this.parts.findIndex((one) => one === this.meant) + by];
    if (next) this.mean(next);
    return next !== undefined;
  }

  private remove(): boolean {
    const { meant } = this;
    if (!meant || this.parts.length === 1) {
      this.tell('The last part stays: delete the passage instead. ');
      return true;
    }
    const at = this.parts.indexOf(meant);
    meant.editor.destroy();
    this.parts = this.parts.filter((one) => one !== meant);
    this.mean(this.parts[Math.min(at, this.parts.length - 1)], 'Part removed. ');
    return true;
  }

  private mean(part: PartEnds | undefined, before = ''): void {
    this.meant = part;
    for (const one of this.parts) one.editor.setActive(one === part);
    this.place();
    if (part) this.options.onMeant(part.draft);
    const count = this.parts.length;
    const number = part ? this.parts.indexOf(part) + 1 : 0;
    this.tell(count > 1 ? `${before}Part ${number} of ${count}: ` : before);
  }

  private tell(before: string): void {
    const { start = 0, end = 0 } = this.meant?.draft ?? {};
    const words = this.options.shown.model.text.slice(start, end);
    const drafts = this.parts.map(({ draft }) => draft);
    this.options.onDrafts(drafts, `${before}${words}`);
  }
}
