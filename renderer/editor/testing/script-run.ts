/**
 * Runs a script in editors and in models of their characters, two articles with one clipboard, and compares them after
 * every step; at the end, what the editors would save. The editors are made once and begin anew with every script. For tests.
 */
import { plainText } from '../../../shared/document/plain-text';
import type { TextRange } from '../../../shared/text/offset-types';
import type { KeyedRange } from '../content/content-to-editor';
import { anchorsNow } from '../correction/correction';
import { type PassageKey, passageKey } from '../passages/passages-state';
import { CharacterModel } from './character-model';
import { Dice } from './dice';
import { perform, type Stage, type Step } from './edit-script';
import { type ExpectedPlace, expectedPlaces } from './expected-places';
import { KeySets } from './key-sets';
import { mixedArticle } from './mixed-article';
import { randomRanges, randomSteps, type ScriptLength } from './random-script';
import { ScriptEditor } from './script-editor';
import type { OwnedText } from './text-places';

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

/** An editor with its model, in one script. */
interface Open {
  readonly editor: ScriptEditor;
  readonly model: CharacterModel;
  readonly followed: readonly PassageKey[];
}

class Desk {
  private readonly sets = new KeySets();
  private readonly editors: ScriptEditor[] = [];
  private readonly loaded: Beginning[][] = [[], []];
  private open: Open[] = [];
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
  private now({ beginnings }: Script): Open {
    const { state, followed } = this.beginning(this.at, beginnings[this.at] ?? 0);
    const editor = this.editors[this.at];
    if (!editor) throw new Error('no editor');
    const begin = (): Open => {
      editor.begin(state);
      return { editor, followed, model: new CharacterModel(editor.owned().bare, this.sets) };
    };
    return (this.open[this.at] ??= begin());
  }

  run(script: Script): void {
    [this.at, this.open, this.clipboard] = [0, [], { clip: null, nodes: [] }];
    for (const step of script.steps) {
      if (step.kind === 'switch') this.at = 1 - this.at;
      else this.step(this.now(script), step);
    }
    for (const one of this.open) if (one) compareSaved(one);
  }

  private step(now: Open, step: Step): void {
    const { editor, model } = now;
    const [undos, redos] = editor.depth;
    if (step.kind === 'undo') {
      if (undos === 0) return;
      editor.undo();
      model.undo();
    } else if (step.kind === 'redo') {
      if (redos === 0) return;
      editor.redo();
      model.redo();
    } else this.edit(now, step);
    compare(now);
  }

  private edit({ editor, model }: Open, step: Step): void {
    let before = model.now;
    let [undos] = editor.depth;
    const settle = () => {
      model.keepGraphemes(editor.owned().text);
      const [now] = editor.depth;
      if (now > undos) model.remember(before);
      [before, undos] = [model.now, now];
    };
    perform({ editor, model, text: editor.owned().text, clipboard: this.clipboard, settle }, step);
    settle();
  }
}

function differ(expected: string, there: string): never {
  throw new Error(`expected ${expected}\nbut there is ${there}`);
}

function compare({ editor, model }: Open): void {
  const { bare } = editor.owned();
  if (bare.text === model.now.text && bare.owners === model.now.owners) return;
  const shown = ({ text, owners }: OwnedText) =>
    [...owners].map((sign, at) => `${text[at]}${editor.sets.keysOf(sign).join()}`).join(' ');
  differ(shown(model.now), shown(bare));
}

const isAt = ({ start, end }: { start: number; end: number }, places: readonly TextRange[]) =>
  places.some((place) => place.start === start && place.end === end);

/** What is saved says of every passage where its words are, and of those without words that they are lost. */
function compareSaved({ editor, model, followed }: Open): void {
  const content = editor.content();
  const expected = expectedPlaces(plainText(content.blocks), model.now, editor.sets);
  const anchors = anchorsNow(followed, content);
  const said = new Map(
    anchors.map(({ annotationId, part, range }) => [passageKey(annotationId, part), range]),
  );
  const isRight = (key: PassageKey, places: ExpectedPlace): boolean => {
    const range = said.get(key);
    return range ? isAt(range, places) : range === null && places.length === 0;
  };
  const keys = [...new Set([...followed, ...expected.keys()])];
  const isAll = anchors.length === keys.length && keys.every((key) => isRight(key, expected.get(key) ?? []));
  if (!isAll) differ(JSON.stringify([...expected]), JSON.stringify([...said]));
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
