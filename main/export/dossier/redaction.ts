/**
 * What a redacted source may not give away: its words outside of what is shown, its name, where it came from. Blackens its
 * text, and takes its words and names (`source-names.ts`) out of everything that the researcher says in the dossier.
 */
import { createHash } from 'node:crypto';
import type { ExportOptions } from '../../../shared/contract/exports';
import type { ExportArticle, ExportData, ExportPart } from '../gather/export-data';
import { blackWord, namesOf, shortNamesOf, withoutWords } from './source-names';

/** What the user asks to hide of one source. */
export type Redaction = NonNullable<ExportOptions['redact']>[number];

const black = '█';

/** Words in a row that are taken for a quotation of the source when the researcher's words have them too. */
const runLength = 5;

/** Every code point black but line ends and tabs, so that offsets count as before; the given stretches stay. */
export function blacken(text: string, kept: readonly Pick<ExportPart, 'start' | 'end'>[]): string {
  const points = [...text];
  const isKept = new Uint8Array(points.length);
  for (const { start, end } of kept) isKept.fill(1, start, end);
  return points
    .map((point, at) => (isKept[at] === 1 || point === '\n' || point === '\t' ? point : black))
    .join('');
}

/**
 * The salt of a source's commitment: made of ids that no dossier shows, so that its owner, who has the notebook, can
 * always make it again and nobody else can try guesses.
 */
export function saltOf(given: {
  readonly notebookId: string;
  readonly articleId: string;
  readonly revisionId: string;
  readonly madeAt: string;
}): string {
  const { notebookId, articleId, revisionId, madeAt } = given;
  const words = ['casebook-dossier', notebookId, articleId, revisionId, madeAt].join('\n');
  return createHash('sha256').update(words).digest('hex');
}

/** What the owner commits to: the text, by a hash that says nothing without the salt. */
export function commitmentOf(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}\n${text}`, 'utf8').digest('hex');
}

/** What the owner commits to of a passage that is withheld: where it stands. */
export const placeCommitmentOf = (salt: string, start: number, end: number): string =>
  createHash('sha256').update(`${salt}\n${start}\n${end}`).digest('hex');

/** Words, and each character of scripts that put no spaces between words. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+/gu;

const wordsOf = (text: string): { readonly word: string; readonly start: number; readonly end: number }[] =>
  [...text.matchAll(word)].map(({ 0: found, index }) => ({
    word: found.normalize('NFC').toLowerCase(),
    start: index,
    end: index + found.length,
  }));

/** Runs of words that stand in the hidden stretches of a text. */
function hiddenRuns(text: string, kept: readonly Pick<ExportPart, 'start' | 'end'>[]): Set<string> {
  const hidden = blackenKept(text, kept);
  const runs = new Set<string>();
  for (const line of hidden.split(black)) {
    const words = wordsOf(line).map((each) => each.word);
    for (let at = 0; at + runLength <= words.length; at++)
      runs.add(words.slice(at, at + runLength).join(' '));
    if (words.length > 1 && words.length < runLength) runs.add(words.join(' '));
  }
  return runs;
}

/** The reverse of {@link blacken}: what is shown becomes black, so that no run goes across it. */
function blackenKept(text: string, kept: readonly Pick<ExportPart, 'start' | 'end'>[]): string {
  const points = [...text];
  for (const { start, end } of kept) points.fill(black, start, end);
  return points.join('');
}

/** Takes out of words what gives a redacted source away. */
export type Sweep = (words: string) => string;

/** A source with what of it stays. */
export interface Hidden {
  readonly article: ExportArticle;
  readonly redaction: Redaction;
  readonly kept: readonly Pick<ExportPart, 'start' | 'end'>[];
}

function withoutNames(data: ExportData, hidden: readonly Hidden[]): Sweep {
  const entities = [...data.around.entities, ...data.entities];
  const unnamed = hidden.filter(({ redaction }) => redaction.hideName).map(({ article }) => article);
  const whole = withoutWords(unnamed.flatMap((article) => namesOf(article, entities)));
  const short = withoutWords(
    unnamed.flatMap((article) => shortNamesOf(article, entities)),
    true,
  );
  return (words) => short(whole(words));
}

function withoutRuns(runs: ReadonlySet<string>): Sweep {
  if (runs.size === 0) return (words) => words;
  const lengths = new Set([...runs].map((run) => run.split(' ').length));
  return (said) => {
    const words = wordsOf(said);
    const taken = new Array<boolean>(words.length).fill(false);
    for (const length of lengths)
      for (let at = 0; at + length <= words.length; at++) {
        const run = words
          .slice(at, at + length)
          .map((each) => each.word)
          .join(' ');
        if (runs.has(run)) taken.fill(true, at, at + length);
      }
    return words.reduceRight(
      (text, { start, end }, index) =>
        taken[index] ? text.slice(0, start) + blackWord + text.slice(end) : text,
      said,
    );
  };
}

/** One sweep for all redacted sources of a dossier. */
export function sweepOf(data: ExportData, hidden: readonly Hidden[]): Sweep {
  const runs = new Set<string>();
  for (const { article, kept } of hidden)
    for (const run of hiddenRuns(data.textOf(article.revisionId), kept)) runs.add(run);
  const [names, words] = [withoutNames(data, hidden), withoutRuns(runs)];
  return (said) => names(words(said));
}
