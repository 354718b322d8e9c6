/** An editor and the model of its characters, taken through the same steps and compared after each. For tests. */
import { plainText } from '../../../shared/document/plain-text';
import type { TextRange } from '../../../shared/text/offset-types';
import type { EditedContent } from '../content/editor-to-content';
import { anchorsNow } from '../correction/correction';
import { type PassageKey, passageKey } from '../passages/passages-state';
import type { CharacterModel } from './character-model';
import { perform, type Stage, type Step } from './edit-script';
import { type ExpectedPlace, expectedPlaces } from './expected-places';
import type { ScriptEditor } from './script-editor';
import type { OwnedText } from './text-places';

export interface WorkedText {
  readonly editor: ScriptEditor;
  readonly model: CharacterModel;
  /** The passages it began with. */
  readonly followed: readonly PassageKey[];
}

function differ(expected: string, there: string): never {
  throw new Error(`expected ${expected}\nbut there is ${there}`);
}

function compare({ editor, model }: WorkedText): void {
  const { bare } = editor.owned();
  if (bare.text === model.now.text && bare.owners === model.now.owners) return;
  const shown = ({ text, owners }: OwnedText) =>
    [...owners].map((sign, at) => `${text[at]}${editor.sets.keysOf(sign).join()}`).join(' ');
  differ(shown(model.now), shown(bare));
}

function edit({ editor, model }: WorkedText, step: Step, clipboard: Stage['clipboard']): void {
  let before = model.now;
  let [undos] = editor.depth;
  const settle = () => {
    model.keepGraphemes(editor.owned().text);
    const [now] = editor.depth;
    if (now > undos) model.remember(before);
    [before, undos] = [model.now, now];
  };
  perform({ editor, model, text: editor.owned().text, clipboard, settle }, step);
  settle();
}

/** Throws where the editor has other characters after it than the model, or other passages. */
export function takeStep(worked: WorkedText, step: Step, clipboard: Stage['clipboard']): void {
  const { editor, model } = worked;
  const [undos, redos] = editor.depth;
  if (step.kind === 'undo') {
    if (undos === 0) return;
    editor.undo();
    model.undo();
  } else if (step.kind === 'redo') {
    if (redos === 0) return;
    editor.redo();
    model.redo();
  } else edit(worked, step, clipboard);
  compare(worked);
}

const isAt = ({ start, end }: { start: number; end: number }, places: readonly TextRange[]) =>
  places.some((place) => place.start === start && place.end === end);

/**
 * What would be saved says of every passage where its words are, and of those without words that they are lost. Answers
 * the content, and where the passages should be.
 */
export function compareContent({ editor, model, followed }: WorkedText): {
  readonly content: EditedContent;
  readonly expected: ReadonlyMap<PassageKey, ExpectedPlace>;
} {
  const content = editor.content();
  const expected = expectedPlaces(plainText(content.blocks), model.now, editor.sets);
  const anchors = anchorsNow(followed, content);
  const said = new Map(
    anchors.map(({ annotationId, part, range }) => [passageKey(annotationId, part), range]),
  );
  const isRight = (key: PassageKey): boolean => {
    const places = expected.get(key) ?? [];
    const range = said.get(key);
    return range ? isAt(range, places) : range === null && places.length === 0;
  };
  const keys = new Set([...followed, ...expected.keys()]);
  if (anchors.length !== keys.size || ![...keys].every(isRight))
    differ(JSON.stringify([...expected]), JSON.stringify([...said]));
  return { content, expected };
}
