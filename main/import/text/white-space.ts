/**
 * White space as CSS counts it, each stretch as one blank; no-break spaces are words' own. A stretch is taken in parts, since a process
 * that has compiled many patterns has V8 compile further ones so that `+` needs memory for each letter: megabytes of blanks then
 * end in “Maximum call stack size exceeded”.
 */
export function oneBlankEach(text: string): string {
  return text.replace(/[ \t\n\f\r]{1,10000}/g, ' ').replace(/ {2,10000}/g, ' ');
}
