/** Names of files in archives: which of them can be trusted to stay in their folder. */
import { refuse } from '../formats/refuse';

/** Longer than any file system takes. */
const greatestNameLength = 1000;

/**
 * The name with `/` between its folders, `./` left out. Throws `import-refused` for a name that is absolute, leaves its
 * folder, or that no file can have.
 */
export function tidyEntryName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '.');
  const tidy = parts.join('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character in a name is what is looked for
  const isOdd = tidy === '' || tidy.length > greatestNameLength || /[\u0000-\u001f\u007f]/.test(tidy);
  if (isOdd) throw refuse('The archive holds a file whose name no file can have.');
  if (tidy.startsWith('/') || /^[a-z]:/i.test(tidy) || parts.includes('..'))
    throw refuse(`The archive holds a file that would leave its folder: ${tidy.slice(0, 100)}`);
  return tidy;
}

/**
 * What a reference in one file of an archive leads to: `../media/a.png` in `word/document.xml` is `media/a.png`. A target
 * with `/` in front starts from the archive's root. Null where it leads out of the archive or to another place altogether.
 */
export function resolveEntryName(from: string, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) return null;
  const path = target.replaceAll('\\', '/').replace(/[?#].*$/s, '');
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
