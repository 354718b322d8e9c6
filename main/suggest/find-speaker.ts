/** The words for who speaks: the subject of a cue, or what stands behind "according to". Who that is, is looked for elsewhere. */
import type { Cue } from './find-cues';
import type { CueTable } from './languages/cue-table';
import { known, trimmed } from './patterns';
import type { TextRange16 } from './text-range';

const mostWords = 9;

const countWords = (words: string): number => words.split(/\s+/).filter(Boolean).length;

/** What stands between a subject and its verb goes. */
function withoutBetween(text: string, { start, end }: TextRange16, table: CueTable): TextRange16 {
  let to = end;
  for (;;) {
    const match = known(table.between, '', '\\s*$').exec(text.slice(start, to));
    if (!match) return { start, end: to };
    to = start + match.index;
  }
}

/** What opens a clause before its subject goes. */
function withoutOpenings(text: string, { start, end }: TextRange16, table: CueTable): TextRange16 {
  let from = start;
  for (;;) {
    const match = known(table.openings, '^[\\s,:“"«„]*').exec(text.slice(from, end));
    if (!match || match[0].length === 0) return { start: from, end };
    from += match[0].length;
  }
}

/** The stretches between commas, quotation marks and the like, those without words left out. */
function partsOf(text: string, { start, end }: TextRange16): TextRange16[] {
  const parts: TextRange16[] = [];
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(/[,:;“”"«»„()]|\s[–—]\s/g)) {
    parts.push({ start: from, end: start + index });
    from = start + index + 1;
  }
  parts.push({ start: from, end });
  return parts.map((part) => trimmed(text, part)).filter((part) => part.end > part.start);
}

/** Behind "that", "who" and, in a long stretch, "and": the words nearest to the verb. */
function nearestWords(text: string, part: TextRange16): TextRange16 {
  const words = text.slice(part.start, part.end);
  const that = /^.*\s(?:that|dass|que|что|що)\s+/su.exec(words)?.[0].length ?? 0;
  const rest = words.slice(that);
  const and = countWords(rest) > 6 ? (/^.*\s(?:and|und|et|и|та|і)\s+/su.exec(rest)?.[0].length ?? 0) : 0;
  return { start: part.start + that + and, end: part.end };
}

/** Who stands after a cue. */
export function speakerAfter(text: string, from: number, end: number, table: CueTable): TextRange16 | null {
  const words = text.slice(from, end);
  const stop = words.search(/[,.;:!?"“”„«»()\d\n]|\s[–—]/u);
  const upTo = stop < 0 ? words.length : stop;
  const ends = known(table.endsSpeaker, '\\s').exec(words.slice(0, upTo))?.index ?? upTo;
  const range = trimmed(text, { start: from, end: from + ends });
  const count = countWords(text.slice(range.start, range.end));
  return count === 0 || count > mostWords ? null : range;
}

const nameWords = /^\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*){1,3}$/u;
const description = /^(?:the|an?|der|die|das|le|la)\s\p{Ll}|(?:^|\s)\p{Ll}[\p{L}’'-]*$/iu;
const lowerCase = /(?:^|\s)\p{Ll}/u;

/** "The mayor, Vitali Klitschko, said": the name stands between commas behind what it explains. */
function isNamedBehind(text: string, parts: readonly TextRange16[]): boolean {
  const [described = '', name = ''] = parts.slice(-2).map(({ start, end }) => text.slice(start, end));
  return nameWords.test(name) && lowerCase.test(described) && description.test(described);
}

/** The subject that a comma closes: "Putin, the president, said" has the name before what explains it. */
const closedSubject = (text: string, parts: readonly TextRange16[]): TextRange16 | undefined =>
  parts.length < 2 || isNamedBehind(text, parts) ? parts.at(-1) : parts.at(-2);

function subjectBefore(text: string, clauseStart: number, cue: Cue, table: CueTable): TextRange16 | null {
  const before = withoutBetween(text, { start: clauseStart, end: cue.start }, table);
  const parts = partsOf(text, before);
  const isClosed = /,\s*$/.test(text.slice(before.start, before.end));
  const last = isClosed ? closedSubject(text, parts) : parts.at(-1);
  if (!last) return null;
  const range = trimmed(text, withoutOpenings(text, nearestWords(text, last), table));
  const count = countWords(text.slice(range.start, range.end));
  return count === 0 || count > mostWords ? null : range;
}

/** "Putin, the president,": a name and between commas what explains it. */
function isExplained(text: string, clauseStart: number, before: string): boolean {
  const parts = partsOf(text, { start: clauseStart, end: clauseStart + before.length });
  const [name = '', explanation = ''] = parts.slice(-2).map(({ start, end }) => text.slice(start, end));
  const isName = /^\p{Lu}/u.test(name) && countWords(name) <= 4;
  if (!/,\s*$/u.test(before)) return false;
  return (
    isNamedBehind(text, parts) ||
    (isName && /^(?:the|an?|who|which|its|der|die|le|la|qui)\s/u.test(explanation))
  );
}

/** The verb stands before who speaks: behind a quotation, or at the beginning of its clause. */
function isInverted(text: string, clauseStart: number, cue: Cue, table: CueTable): boolean {
  const before = text.slice(
    clauseStart,
    withoutBetween(text, { start: clauseStart, end: cue.start }, table).end,
  );
  if (!/(?:^|[,"”»“]|[–—])\s*$/u.test(before) || isExplained(text, clauseStart, before)) return false;
  const after = text.slice(cue.end).trimStart();
  return /^(?:\p{Lu}|the\s|a\s|an\s|в\s|у\s|der\s|die\s|das\s|le\s|la\s|les\s|l[’'])/u.test(after);
}

/** The subject that a participle shares: of the verb of speaking before it, or the first words of the clause. */
function subjectOfParticiple(
  text: string,
  clauseStart: number,
  cue: Cue,
  table: CueTable,
): TextRange16 | null {
  const parts = partsOf(text, { start: clauseStart, end: cue.start });
  const last = parts.at(-1);
  const own = last &&
    /^with\s/iu.test(text.slice(last.start, last.end)) && { start: last.start + 4, end: last.end };
  if (own) return trimmed(text, own);
  for (const part of parts) {
    const range = withoutOpenings(text, part, table);
    const name = /^(?:[\p{Lu}][\p{L}’'.-]*\s?)+/u.exec(text.slice(range.start, range.end));
    if (name) return trimmed(text, { start: range.start, end: range.start + name[0].length });
  }
  return null;
}

/** The words for who speaks by a cue; null where there are none. */
export function findSpeaker(
  text: string,
  clause: TextRange16,
  cue: Cue,
  table: CueTable,
): TextRange16 | null {
  switch (cue.form) {
    case 'none':
      return null;
    case 'by':
      return speakerAfter(text, cue.end, clause.end, table);
    case 'participle':
      return subjectOfParticiple(text, clause.start, cue, table);
    case 'after':
      return subjectBefore(text, clause.start, cue, table);
    case 'verb':
      return isInverted(text, clause.start, cue, table)
        ? speakerAfter(text, cue.end, clause.end, table)
        : subjectBefore(text, clause.start, cue, table);
  }
}
