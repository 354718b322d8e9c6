/** The kinds of change that a later capture of an article may have, and captures made with them. */
import type { Random } from '../../../shared/anchoring/testing/edit-model';
import { type Capture, captureOf } from './capture-text';
import {
  addBoilerplate,
  changeNumber,
  deleteParagraph,
  deletePassage,
  deleteSentence,
  deleteWords,
  insertSentence,
  insertWords,
  misspell,
  moveParagraph,
  moveSentence,
  type Passages,
  repeatParagraph,
  replaceInPassage,
  replaceWord,
} from './rewriting';
import {
  changeHeadingCase,
  compose,
  damageEncoding,
  decompose,
  hyphenate,
  joinLigatures,
  joinParagraphs,
  retypeDashes,
  retypeQuotes,
  retypeSpaces,
  splitParagraphs,
} from './typesetting';

type Change = (capture: Capture, random: Random, passages: Passages) => Capture;

/** A kind of change: made once for the whole text, or again and again, the oftener the longer the text is. */
interface Kind {
  readonly changes: readonly Change[];
  readonly isRepeated: boolean;
}

const once = (...changes: Change[]): Kind => ({ changes, isRepeated: false });
const repeated = (...changes: Change[]): Kind => ({ changes, isRepeated: true });

const kinds = {
  insertions: repeated(insertWords, insertWords, insertSentence),
  deletions: repeated(deleteWords, deleteSentence, deleteParagraph),
  'deleted passages': repeated(deletePassage),
  'moved paragraphs': repeated(moveParagraph),
  'moved sentences': repeated(moveSentence),
  'repeated paragraphs': repeated(repeatParagraph),
  'changed numbers': repeated(changeNumber),
  'changed words': repeated(replaceWord, replaceInPassage),
  misspellings: repeated(misspell),
  quotes: once(retypeQuotes),
  dashes: once(retypeDashes),
  spaces: once(retypeSpaces),
  'soft hyphens': once(hyphenate),
  ligatures: once(joinLigatures),
  'Unicode form': once(decompose, compose),
  encoding: once(damageEncoding),
  'case of headings': once(changeHeadingCase),
  boilerplate: repeated(addBoilerplate),
  'paragraph breaks': once(splitParagraphs, joinParagraphs),
} satisfies Readonly<Record<string, Kind>>;

/** The names of the kinds, with `mixed`: three to six of them, one after another. */
export const kindNames: readonly string[] = [...Object.keys(kinds), 'mixed'];

/** One change for so many characters of a text, on average. */
const charactersPerChange = 1200;
const mostChanges = 12;

function applyKind(capture: Capture, kind: Kind, random: Random, passages: Passages): Capture {
  const most = Math.min(mostChanges, 2 + Math.ceil(capture.glyphs.length / charactersPerChange));
  let changed = capture;
  for (let count = kind.isRepeated ? 1 + random.below(most) : 1; count > 0; count--) {
    if (changed.glyphs.length > 0) changed = random.pick(kind.changes)(changed, random, passages);
  }
  return changed;
}

/** A later capture of an article with changes of one kind, by its name; the passages are those that some kinds aim at. */
export function laterCapture(text: string, name: string, random: Random, passages: Passages): Capture {
  const named = Object.entries(kinds).find(([key]) => key === name)?.[1];
  const count = named ? 1 : 3 + random.below(4);
  let capture = captureOf(text);
  for (let step = 0; step < count; step++) {
    capture = applyKind(capture, named ?? random.pick(Object.values(kinds)), random, passages);
  }
  return capture;
}
