/** Questions about a list of annotations: which are where, which need a look. Pure. */
import type { Annotation, Part } from '../../../../shared/model/annotation';
import type { TextRange } from '../../../../shared/text/offset-types';

export const isFound = (part: Part): boolean => part.state !== 'orphan';

/** The parts that are in the text, in reading order. */
export const foundParts = ({ parts }: Annotation): readonly Part[] => parts.filter(isFound);

/** None of its words are in the text. */
export const isOrphan = (annotation: Annotation): boolean => !annotation.parts.some(isFound);

/** Some of its words are gone or not as they were quoted. */
export const needsReview = ({ parts }: Annotation): boolean =>
  parts.some(({ state }) => state === 'orphan' || state === 'changed');

const overlaps = (part: TextRange, range: TextRange) => part.start < range.end && part.end > range.start;

/** Those with a part in a range, in the order given. */
export function annotationsIn(annotations: readonly Annotation[], range: TextRange): Annotation[] {
  return annotations.filter((annotation) => foundParts(annotation).some((part) => overlaps(part, range)));
}

/** The one that lies on exactly these words. */
export function annotationOn(
  annotations: readonly Annotation[],
  words: readonly TextRange[],
): Annotation | undefined {
  return annotations.find(
    ({ parts }) =>
      parts.length === words.length &&
      words.every(({ start, end }, index) => parts[index]?.start === start && parts[index].end === end),
  );
}

/** The passage a step away from a place in the text, or from a passage; undefined at the ends. */
export function passageAfter(
  annotations: readonly Annotation[],
  from: { readonly id: string | undefined; readonly offset: number },
  step: 1 | -1,
): Annotation | undefined {
  const found = annotations.filter((annotation) => !isOrphan(annotation));
  const startOf = (annotation: Annotation) => foundParts(annotation)[0]?.start ?? 0;
  const index = found.findIndex(({ id }) => id === from.id);
  if (index >= 0) return found[index + step];
  return step === 1
    ? found.find((annotation) => startOf(annotation) >= from.offset)
    : found.findLast((annotation) => startOf(annotation) < from.offset);
}
