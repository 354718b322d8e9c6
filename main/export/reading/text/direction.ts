/** The first strong letter of words decides their direction, as Unicode's bidirectional algorithm has it for paragraphs. */
const strong = /[\p{L}\p{Nl}]/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

export function isRightToLeft(words: string): boolean {
  const first = strong.exec(words)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

/** Whether any of the words are of a script that runs from right to left. */
export const hasRightToLeft = (words: string): boolean => rightToLeft.test(words);
