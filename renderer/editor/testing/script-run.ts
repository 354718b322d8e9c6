/**
 * Runs a script in editors and in models of their characters, two articles with one clipboard, and compares them after
 * every step; at the end, what the editors would save. The editors are made once and begin anew with every script. For tests.
 */
import type { TextRange } from '../../../shared/text/offset-types';
import type { KeyedRange } from '../content/content-to-editor';
import { type PassageKey, passageKey } from '../passages/passages-state';
import { CharacterModel } from './character-model';
import { Dice } from './dice';
import type { Stage, Step } from './edit-script';
import { KeySets } from './key-sets';
import { mixedArticle } from './mixed-article';
import { randomRanges, randomSteps, type ScriptLength } from './random-script';
import { ScriptEditor } from './script-editor';
import { compareContent, takeStep, type WorkedText } from './worked-text';

export interface Script {
  /** Which of the ways to begin each of the two articles begins with. */
  readonly beginnings: readonly [number, number];
  readonly steps: readonly Step[];
}

/** So many ways to begin are loaded once, and each is begun with often. */
const beginnings = 200;

export function makeScript(seed: number, length: ScriptLength): Script {
  const dice = new Dice(seed);
  return {
    beginnings: [dice.below(beginnings), dice.below(beginnings)],
    steps: randomSteps(dice, length),
  };
}

/** The first is an annotation of one part, then come two of two parts, and so on. */
function keyed(ranges: readonly TextRange[], article: number): KeyedRange[] {
  const [annotation, part] = [
    [0, 1, 1, 2, 3, 3],
    [0, 0, 1, 0, 0, 1],
  ];
  return ranges.map((range, index) => ({
    key: passageKey(`${article === 0 ? 'a' : 'b'}${annotation[index]}`, part[index] ?? 0),
    ...range,
  }));
}

interface Beginning {
  readonly state: ReturnType<ScriptEditor['load']>;
  readonly followed: readonly PassageKey[];
}

class Desk {
  private readonly sets = new KeySets();
  private readonly editors: ScriptEditor[] = [];
  private readonly loaded: Beginning[][] = [[], []];
  private open: WorkedText[] = [];
  private at = 0;
  private clipboard: Stage['clipboard'] = { clip: null, nodes: [] };

  private beginning(article: number, which: number): Beginning {
    const editor = (this.editors[article] ??= new ScriptEditor([], [], this.sets));
    const kept = this.loaded[article] ?? [];
    const make = (): Beginning => {
      const ranges = keyed(randomRanges(new Dice(2 * which + article)), article);
      return { state: editor.load(mixedArticle, ranges), followed: ranges.map(({ key }) => key) };
    };
    return (kept[which] ??= make());
  }

  /** The article that is worked on; it begins when it is first turned to. */
  private now({ beginnings }: Script): WorkedText {
    const { state, followed } = this.beginning(this.at, beginnings[this.at] ?? 0);
    const editor = this.editors[this.at];
    if (!editor) throw new Error('no editor');
    const begin = (): WorkedText => {
      editor.begin(state);
      return { editor, followed, model: new CharacterModel(editor.owned().bare, this.sets) };
    };
    return (this.open[this.at] ??= begin());
  }

  run(script: Script): void {
    [this.at, this.open, this.clipboard] = [0, [], { clip: null, nodes: [] }];
    for (const step of script.steps) {
      if (step.kind === 'switch') this.at = 1 - this.at;
      else takeStep(this.now(script), step, this.clipboard);
    }
    for (const one of this.open) if (one) compareContent(one);
  }
}

/** One for all scripts of a process; another after a failure, which may leave an editor in any state. */
let desk = new Desk();

/** Throws where an editor has other characters than its model, or other passages. */
export function runScript(script: Script): void {
  try {
    desk.run(script);
  } catch (error) {
    desk = new Desk();
    throw error;
  }
}
