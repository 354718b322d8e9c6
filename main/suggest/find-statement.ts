/** How the selected words are put forward and by whom, as their sentence says it. */
import type { Claimant, Mode } from '../../shared/model/account';
import { sentencesOf } from '../../shared/text/sentences';
import { clausesOf } from './clauses';
import { type Cue, findCues } from './find-cues';
import { findSpeaker } from './find-speaker';
import type { CueTable } from './languages/cue-table';
import { type KnownName, nameSpeaker } from './name-speaker';
import { known } from './patterns';
import { overlap, type TextRange16 } from './text-range';

export interface Statement {
  readonly mode: Mode;
  /** The words that say how; null where nothing does. */
  readonly cue: TextRange16 | null;
  readonly claimant: Claimant;
  /** The words for who speaks. */
  readonly speaker: TextRange16 | null;
  /** Who takes a stand on the words without saying that they are so ("condemned", "called for"); null: nobody does. */
  readonly voice: Claimant | null;
  /** The stand is within the words: they are about the speech itself. */
  readonly isSpeech: boolean;
}

/** Inside the selection the first; else the nearest before, else the nearest after. */
function cueFor(cues: readonly Cue[], selection: TextRange16): Cue | undefined {
  const inside = cues.find((cue) => cue.start >= selection.start && cue.end <= selection.end);
  const before = inside ?? cues.findLast((cue) => cue.end <= selection.start);
  // "She left, noting that …": what comes before a participle is not what was noted.
  return before ?? cues.find((cue) => cue.start >= selection.end && cue.form !== 'participle');
}

/** A cue without a speaker holds for the words after it, up to a comma. */
function qualifierFor(text: string, cues: readonly Cue[], selection: TextRange16): Cue | undefined {
  return cues.findLast((cue) => {
    if (cue.form !== 'none') return false;
    if (cue.end <= selection.start) return !text.slice(cue.end, selection.start).includes(',');
    return cue.start < selection.end;
  });
}

/** The clause that most of the selected words are in. */
function clauseFor(clauses: readonly TextRange16[], selection: TextRange16): TextRange16 | undefined {
  return clauses.reduce<TextRange16 | undefined>(
    (best, clause) => (best && overlap(best, selection) >= overlap(clause, selection) ? best : clause),
    undefined,
  );
}

const rangeOf = ({ start, end }: TextRange16): TextRange16 => ({ start, end });

const weak: ReadonlySet<Mode> = new Set(['states', 'reports']);
const nobody: Statement = {
  mode: 'states',
  cue: null,
  claimant: { kind: 'narrator' },
  speaker: null,
  voice: null,
  isSpeech: false,
};

/** "Officials denied it. They said …": who speaks in the sentence before, of the same paragraph. */
function speakerBefore(
  text: string,
  sentence: TextRange16,
  names: readonly KnownName[],
  table: CueTable,
): Claimant | null {
  const before = sentencesOf(text.slice(0, sentence.start)).at(-1);
  if (!before || text.slice(before.start, sentence.start).includes('\n')) return null;
  for (const clause of clausesOf(text, before, table)) {
    const told = findCues(text, clause, table).find(({ form }) => form === 'verb');
    const speaker = told && findSpeaker(text, clause, told, table);
    if (speaker) return nameSpeaker(text, speaker, names, table);
  }
  return null;
}

const isPronoun = (claimant: Claimant, table: CueTable): boolean =>
  claimant.kind === 'unnamed' && known(table.pronouns, '^', '$').test(claimant.words);

/** What the sentence says of the selected words; without a word of it, the article itself states them. */
export function findStatement(
  text: string,
  sentence: TextRange16,
  selection: TextRange16,
  names: readonly KnownName[],
  table: CueTable,
): Statement {
  const clause = clauseFor(clausesOf(text, sentence, table), selection);
  if (!clause) return nobody;
  const cues = findCues(text, clause, table);
  const spoken = cueFor(
    cues.filter(({ form }) => form !== 'none'),
    selection,
  );
  const qualifier = qualifierFor(text, cues, selection);
  // "Macron said it was late, adding that …": both have one subject.
  const verb =
    spoken?.form === 'participle'
      ? cues.findLast(({ form, end }) => form === 'verb' && end <= spoken.start)
      : spoken;
  const told = verb ?? spoken;
  const speaker = told ? findSpeaker(text, clause, told, table) : null;
  const named: Claimant = speaker ? nameSpeaker(text, speaker, names, table) : { kind: 'narrator' };
  const claimant = (isPronoun(named, table) && speakerBefore(text, sentence, names, table)) || named;
  if (spoken?.isStance) {
    const [mode, cue] = qualifier ? [qualifier.mode, rangeOf(qualifier)] : [nobody.mode, null];
    return { ...nobody, mode, cue, speaker, voice: claimant, isSpeech: overlap(spoken, selection) > 0 };
  }
  const telling = qualifier && (!spoken || weak.has(spoken.mode)) ? qualifier : spoken;
  if (!telling) return nobody;
  return { ...nobody, mode: telling.mode, cue: rangeOf(telling), claimant, speaker };
}
