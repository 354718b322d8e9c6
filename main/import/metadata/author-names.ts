/** Names of people out of what a page says about its authors: a list, or a line such as "By Ann Lee and Bo Ek, Kyiv". */

const greatestLength = 120;
const opening =
  /^(?:(?:written\s+)?by|from|von|par|de|por|autor(?:in)?|auteur|author|автор[иы]?|текст|text)\s*:?\s+/iu;
const joints = /\s*(?:;|\||\s(?:and|und|et|и|і|та|y|e)\s|\s&\s)\s*/u;

/** The names, each once, in order. A comma parts names only where every part has a first and a last name. */
export function authorNames(said: readonly string[]): string[] {
  const names = said.flatMap((line) => {
    const cleaned = tidy(line).replace(opening, '');
    return cleaned.length > 4 * greatestLength ? [] : cleaned.split(joints).flatMap(splitAtCommas);
  });
  return [...new Set(names.map(tidy).filter(isName))];
}

function tidy(line: string): string {
  return line
    .replace(/\(?https?:\/\/\S{1,500}|\S{1,100}@\S{1,100}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:·–—-]+|[\s,;:·–—-]+$/g, '')
    .trim();
}

function splitAtCommas(line: string): string[] {
  const parts = line.split(/\s*,\s*/).filter((part) => part !== '');
  return parts.every((part) => part.includes(' ')) ? parts : [line];
}

function isName(name: string): boolean {
  return name.length > 1 && name.length <= greatestLength && /\p{L}/u.test(name) && !/\d{4}/.test(name);
}
