/** Which passages stand over a place of a text, asked in reading order: what begins, what holds, what has ended. */
import type { ReportMark } from '../report/report';

export interface MarkChange {
  readonly ended: readonly ReportMark[];
  readonly begun: readonly ReportMark[];
  /** All that hold now. */
  readonly open: readonly ReportMark[];
}

/** Gives what changes at an offset; offsets must ascend. `marks` by their starts. */
export type MarkFinder = (offset: number) => MarkChange;

export function markFinder(marks: readonly ReportMark[]): MarkFinder {
  let next = 0;
  let open: readonly ReportMark[] = [];
  return (offset) => {
    const ended = open.filter(({ end }) => end <= offset);
    const begun: ReportMark[] = [];
    for (let mark = marks[next]; mark && mark.start <= offset; mark = marks[next]) {
      if (mark.end > offset) begun.push(mark);
      next += 1;
    }
    if (ended.length + begun.length > 0) open = [...open.filter(({ end }) => end > offset), ...begun];
    return { ended, begun, open };
  };
}

/** Where marks begin and end. */
export const cutsOf = (marks: readonly ReportMark[]): number[] =>
  marks.flatMap(({ start, end }) => [start, end]);
