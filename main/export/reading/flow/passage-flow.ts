/** Quotations as paragraphs: the sentence, its words marked and commented, the source in a footnote, what is said below. */
import type { ReportFact, ReportPassage, ReportSource } from '../report/report';
import { isRightToLeft } from '../text/direction';
import { inQuotationMarks } from '../text/quoted-words';
import type { FlowComment, FlowParagraph, FlowRun, FlowStyle } from './flow';

/** Makes the comment on one part of a passage; null: nothing is said of it. */
export type CommentMaker = (passage: ReportPassage, part: number) => FlowComment | null;

const said = ({ label, value }: ReportFact): string => `${label}: ${value}`;

function commentLines(passage: ReportPassage, part: number): string[] {
  const { parts, comment, state, facts } = passage;
  const which = parts.length > 1 ? `Part ${part + 1} of ${parts.length}` : '';
  return [which, ...comment.split('\n'), state, ...facts.map(said)].filter((line) => line.trim() !== '');
}

/** Comments numbered through the document. */
export function commentMaker(): CommentMaker {
  let number = 0;
  return (passage, part) => {
    const lines = commentLines(passage, part);
    if (lines.length === 0) return null;
    const comment = { number, author: passage.coder, day: passage.made, lines };
    number += 1;
    return comment;
  };
}

/** Words as runs: their line ends are breaks. */
export function wordRuns(
  words: string,
  isMarked = false,
  marks: Extract<FlowRun, { kind: 'text' }>['marks'] = [],
): FlowRun[] {
  return words.split('\n').flatMap((text, index): FlowRun[] => {
    const run: FlowRun = { kind: 'text', text, marks, isMarked };
    return index === 0 ? (text === '' ? [] : [run]) : [{ kind: 'break' }, run];
  });
}

/** A paragraph of words. */
export function paragraph(
  style: FlowStyle,
  words: string,
  runs: readonly FlowRun[] = wordRuns(words),
): FlowParagraph {
  return { kind: 'paragraph', style, isRightToLeft: isRightToLeft(words), runs };
}

/** A label and what is said, if anything is, in one paragraph. */
export function factParagraph({ label, value }: ReportFact): FlowParagraph {
  const runs = [...wordRuns(value === '' ? label : `${label}: `, false, ['strong']), ...wordRuns(value)];
  return { ...paragraph('fact', value, runs), isRightToLeft: false };
}

export function footnote({ name, page, url }: ReportSource): FlowRun[] {
  const words = [name, page].filter((each) => each !== '').join(', ');
  return words === '' ? [] : [{ kind: 'footnote', text: words, url }];
}

function partRuns(passage: ReportPassage, commentOn: CommentMaker): FlowRun[] {
  return passage.parts.flatMap((words, part): FlowRun[] => {
    const comment = commentOn(passage, part);
    const marked = wordRuns(words, true);
    const commented: FlowRun[] = comment
      ? [{ kind: 'comment-start', comment }, ...marked, { kind: 'comment-end', comment }]
      : marked;
    return [...(part === 0 ? [] : wordRuns(' … ')), ...commented];
  });
}

/** A passage as a quotation; its comment lies on its words. */
export function quotation(passage: ReportPassage, commentOn: CommentMaker): FlowParagraph {
  const { before, after, parts, source } = passage;
  const runs = [
    ...wordRuns(before),
    ...partRuns(passage, commentOn),
    ...wordRuns(after),
    ...footnote(source),
  ];
  return paragraph('quote', parts.join(' '), runs);
}

/** A passage whose comment lies elsewhere – on the text of its article: its words and their source. */
export function quotedWords(passage: ReportPassage): FlowRun[] {
  return [...wordRuns(inQuotationMarks(passage.parts), true), ...footnote(passage.source)];
}
