/**
 * Comments of office documents as annotations on the very words they were made on. A comment at a point between words goes to
 * the words next to it, and says so; answers are told with the comment they answer.
 */
import { describe } from '../../../../shared/anchoring/describe';
import type {
  ImportedAnnotation,
  ImportedTarget,
} from '../../../../shared/model/imported/imported-annotation';
import { createOffsetMap, type OffsetMap } from '../../../../shared/text/offsets';

export interface OfficeComment {
  /** As the file names it. */
  readonly id: string;
  readonly author: string;
  /** ISO 8601 UTC or ''. */
  readonly date: string;
  readonly text: string;
  /** The comment that it answers, or ''. */
  readonly answers: string;
}

/** Keys of the places where the words of a comment begin and end, and of the sign that stands for it in the text. */
export const commentStart = (id: string): string => `comment ${id} starts`;
export const commentEnd = (id: string): string => `comment ${id} ends`;
export const commentSign = (id: string): string => `comment ${id}`;

interface Text {
  readonly text: string;
  readonly map: OffsetMap;
  readonly places: ReadonlyMap<string, number>;
}

/** `places`: code points of `text` by key. Comments that stand nowhere in the text are left out. */
export function commentAnnotations(
  comments: readonly OfficeComment[],
  text: string,
  places: ReadonlyMap<string, number>,
): { readonly annotations: ImportedAnnotation[]; readonly lost: number } {
  const on: Text = { text, map: createOffsetMap(text), places };
  const known = new Set(comments.map(({ id }) => id));
  const isFirst = ({ id, answers }: OfficeComment): boolean => !known.has(answers) || answers === id;
  const first = comments.filter(isFirst);
  const annotations = first.flatMap((comment) => {
    const made = annotationOf(comment, answersTo(comments, comment), on);
    return made === null ? [] : [made];
  });
  return { annotations, lost: first.length - annotations.length };
}

/** Comments without words to stand on, as remarks. */
export function lostComments(count: number): string[] {
  if (count === 0) return [];
  return count === 1
    ? ['One comment stands at no words of the text and was left out.']
    : [`${count} comments stand at no words of the text and were left out.`];
}

/** Answers, and answers to these, in the order of the file. */
function answersTo(comments: readonly OfficeComment[], first: OfficeComment): OfficeComment[] {
  const thread = new Set([first.id]);
  return comments.filter((comment) => {
    if (comment === first || !thread.has(comment.answers)) return false;
    thread.add(comment.id);
    return true;
  });
}

function annotationOf(
  comment: OfficeComment,
  answers: readonly OfficeComment[],
  on: Text,
): ImportedAnnotation | null {
  const found = targetOf(comment.id, on);
  if (found === null) return null;
  return {
    id: `comment ${comment.id}`,
    targets: [found.target],
    tags: [],
    comments: [comment.text, ...answers.map(answerWords)].filter((words) => words.trim() !== ''),
    entities: [],
    events: [],
    colour: '',
    coder: comment.author.trim(),
    createdAt: comment.date,
    problems: found.isPoint ? ['A comment stood between words, and was put on those next to it.'] : [],
  };
}

function answerWords({ author, date, text }: OfficeComment): string {
  const who = [author.trim(), date.slice(0, 10)].filter((part) => part !== '').join(', ');
  return who === '' ? text : `${who}: ${text}`;
}

interface FoundTarget {
  readonly target: ImportedTarget;
  readonly isPoint: boolean;
}

function targetOf(id: string, { text, map, places }: Text): FoundTarget | null {
  const sign = places.get(commentSign(id));
  const start = places.get(commentStart(id)) ?? sign;
  const end = places.get(commentEnd(id)) ?? sign ?? start;
  if (start === undefined || end === undefined) return null;
  const [from, to] = trimmed(text, map.toUtf16(start), map.toUtf16(end));
  const [wordStart, wordEnd] = from < to ? [from, to] : wordsNextTo(text, map.toUtf16(start));
  if (wordStart === wordEnd) return null;
  const { quote, ...position } = describe(text, map.toCodePoint(wordStart), map.toCodePoint(wordEnd), map);
  return { target: { source: '', quote, position }, isPoint: from >= to };
}

/** White space at either end of what was commented on is nobody's words. */
function trimmed(text: string, start: number, end: number): [number, number] {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return [from, Math.max(from, end - (words.length - words.trimEnd().length))];
}

/** The word that ends at the place or before it in its line; else the first one after it. */
function wordsNextTo(text: string, at: number): [number, number] {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const before = /\S+\s*$/.exec(text.slice(Math.max(lineStart, at - 500), at));
  if (before !== null) {
    const start = at - before[0].length;
    return [start, start + before[0].trimEnd().length];
  }
  const after = /^\s*(\S+)/.exec(text.slice(at, at + 500));
  const word = after?.[1] ?? '';
  const start = at + (after?.[0].length ?? 0) - word.length;
  return [start, start + word.length];
}
