/** File names that Windows, macOS, Linux and Obsidian's links all take, the same in every export as long as the titles are. */

import { unpaired } from './front-matter';

/** Taken by a system, or by Obsidian's links. */
const forbidden = /[\\/:*?"<>|#^[\]\p{Cc}]|%%/gu;
/** Signs that are not seen and turn the order of letters around; joiners belong to words and emoji and stay. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Devices of Windows, whatever ending follows. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** A name of 255 bytes is the longest that every system takes; folders and what tells namesakes apart need room too. */
const mostBytes = 150;
const mostSigns = 80;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function shortened(name: string): string {
  let kept = '';
  let signs = 0;
  for (const { segment } of segmenter.segment(name)) {
    signs += 1;
    if (signs > mostSigns || Buffer.byteLength(kept + segment) > mostBytes) break;
    kept += segment;
  }
  return kept;
}

/** Neither ends in a dot or a space, which Windows drops. */
const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, '');

/** A title as a file's name, without its ending. */
export function safeName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(unpaired, '')
    .replace(unseen, '')
    .replace(forbidden, ' ')
    .replace(/\s+/gu, ' ');
  const name = trimmed(shortened(trimmed(clean)));
  if (name === '') return 'Untitled';
  return reserved.test(name) ? `_${name}` : name;
}

/** Names that differ in case or in how letters are composed are one file on some systems. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase().normalize('NFC');

/**
 * A name for each, by its id. Of namesakes the oldest (ids are in the order of making) has the bare name, the others the end
 * of their id behind it: what is made later changes no name that is there.
 */
export function safeNames(
  items: readonly { readonly id: string; readonly title: string }[],
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, title } of [...items].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const bare = safeName(title);
    const name = taken.has(folded(bare)) ? `${bare} (${id.slice(-8)})` : bare;
    taken.add(folded(name));
    names.set(id, name);
  }
  return names;
}
