/** The role of who is named, where the words right beside the name make it clear; who cannot be told is left to others. */
import type { CueTable, RoleRow } from './languages/cue-table';
import { known } from './patterns';
import type { TextRange16 } from './text-range';

const articles = "the|an?|der|die|das|dem|den|le|la|les|l[’']";

function standsBefore(text: string, name: TextRange16, pattern: string, table: CueTable): boolean {
  const before = text.slice(Math.max(0, name.start - 120), name.start);
  return known(pattern, '', `\\s+(?:(?:${articles}|${table.titles})\\s+)*$`).test(before);
}

function standsAfter(text: string, name: TextRange16, pattern: string, table: CueTable): boolean {
  const after = text.slice(name.end, name.end + 160);
  const between = `(?:(?:${table.between})\\s+)*`;
  // "Putin, the president, said": what stands between commas explains the name.
  return known(pattern, `^(?:,[^,.;]{2,60},)?[\\s-]+(?:${between})`).test(after);
}

/** The role by the words around a name; null where they do not say. */
export function findRole(text: string, name: TextRange16, table: CueTable): RoleRow['role'] | null {
  const row = table.roles.find(
    ({ before, after }) =>
      (before !== undefined && standsBefore(text, name, before, table)) ||
      (after !== undefined && standsAfter(text, name, after, table)),
  );
  return row?.role ?? null;
}
