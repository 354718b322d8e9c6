/** One quotation that brings its own marks: they stand at both ends and nowhere else. */
const ownMarks = /^["“”„«»「『][^"“”„«»「」『』]+["“”«»」』]$/u;

/** The words of a passage in quotation marks, its parts joined; words that are one quotation in the source get no second pair. */
export function inQuotationMarks(parts: readonly string[]): string {
  const words = parts.join(' … ');
  return ownMarks.test(words) ? words : `“${words}”`;
}
