/** A notebook of articles of three lengths, each once with its passages and once without, for what is measured in the editor. */
import { longNotebook, type MadeArticle } from './reading-notebook';

/** A length with its passages, and the same words without. */
export interface EditedSize {
  readonly name: string;
  readonly article: MadeArticle;
  readonly bare: MadeArticle;
}

function editedSize(name: string, seed: number, words: number, passages: number): EditedSize {
  const article = { title: `Edited of ${name} words`, seed, words, passages };
  return { name, article, bare: { ...article, title: `Bare of ${name} words`, passages: 0 } };
}

/** By what their rows are called. */
export const editedSizes = {
  '10k': editedSize('10k', 11, 10_000, 100),
  '10k-dense': editedSize('10k-dense', 12, 10_000, 2_000),
  '50k': editedSize('50k', 13, 50_000, 2_000),
  '100k': editedSize('100k', 14, 100_000, 5_000),
} as const;

/** The path of the notebook; made once and kept. */
export function editingNotebook(): string {
  const articles = Object.values(editedSizes).flatMap(({ article, bare }) => [article, bare]);
  return longNotebook('editing-1', articles);
}
