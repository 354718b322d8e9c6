/** The help of the command line, written from the table of verbs. */
import type { Verb } from './verb';

const everyVerb: readonly (readonly [string, string])[] = [
  ['--json', 'print one JSON value on standard output'],
  ['--help', 'show this'],
];

/** Two columns. */
function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

/** All verbs at a glance. */
export function overview(verbs: readonly Verb[]): string {
  const rows = verbs.map(({ name, words, help }) => [`${name} ${words}`, help] as const);
  return `Usage: casebook VERB FILE …   (FILE: a notebook, .casebook)

${aligned(rows)}

Every verb takes:
${aligned(everyVerb)}

casebook help VERB says more of one, casebook --version which this is.
Exit codes: 0 done, 1 refused or found wrong, 2 written in a wrong way.`;
}

/** One verb with its options. */
export function helpFor({ name, words, help, options }: Verb): string {
  const rows = Object.entries(options).map(
    ([option, { value, help: said }]) =>
      [value === undefined ? `--${option}` : `--${option} ${value}`, said] as const,
  );
  return `Usage: casebook ${name} ${words}

${help}

${aligned([...rows, ...everyVerb])}`;
}
