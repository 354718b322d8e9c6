/**
 * The keys of the commands as the researcher has them: those of the table, but where others were chosen. Says which keys
 * may be chosen for what, and who has them already. How a press is heard is the window's.
 */
import { type CommandId, type CommandRow, commandRows } from './command-list';

/** Keys chosen in place of the table's, by command; '' takes a command's keys off. */
export type ChosenKeys = Readonly<Record<string, string>>;

type Row = CommandRow & { readonly id: CommandId };

/** The table's rows with the keys that count. Entries of commands that no longer exist are passed over. */
export function rowsWithKeys(chosen: ChosenKeys): readonly Row[] {
  return commandRows.map((row) => ({ ...row, keys: chosen[row.id] ?? row.keys }));
}

const modifiers = ['$mod', 'Control', 'Alt', 'Shift'] as const;

/** Keys taken apart: modifiers in one order, then the key; a letter's case does not count. */
function normalForm(keys: string): string {
  const parts = keys.split(/(?<=\w)\+/);
  const key = parts.pop() ?? '';
  const held = modifiers.filter((modifier) => parts.includes(modifier));
  return [...held, key.toLowerCase()].join('+');
}

/** The command that has these keys, other than the one given. */
export function commandWithKeys(keys: string, chosen: ChosenKeys, besides: CommandId): Row | undefined {
  const wanted = normalForm(keys);
  return rowsWithKeys(chosen).find(
    (row) => row.id !== besides && row.keys !== '' && normalForm(row.keys) === wanted,
  );
}

/** Keys that lists, fields and the text itself live by, whatever is held with them but `$mod` and Alt. */
const ownKeys = new Set(
  'Enter Escape Tab Space ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown Backspace'
    .toLowerCase()
    .split(' '),
);
/** What every field does with them. */
const fieldKeys = new Set([
  '$mod+a',
  '$mod+c',
  '$mod+v',
  '$mod+x',
  '$mod+shift+arrowleft',
  '$mod+shift+arrowright',
]);

/** Why a command cannot have these keys, in words; null when it can. */
export function whyNotKeys(keys: string, { whileTyping }: CommandRow): string | null {
  const normal = normalForm(keys);
  const key = normal.split('+').at(-1) ?? '';
  const isHeld = /\$mod|Control|Alt/.test(keys);
  if (ownKeys.has(key) && !isHeld) return 'Lists and texts need this key themselves.';
  if (fieldKeys.has(normal)) return 'Fields need this key themselves.';
  if (whileTyping && !isHeld && !/^f\d+$/.test(key)) {
    return 'This command also works while you type: hold Ctrl, ⌘ or Alt with the key.';
  }
  return null;
}

/** Gives a command its keys and takes them from the one that had them; the table's own keys are not kept as chosen. */
export function chooseKeys(chosen: ChosenKeys, id: CommandId, keys: string): ChosenKeys {
  const other = keys === '' ? undefined : commandWithKeys(keys, chosen, id);
  const next = { ...chosen, ...(other ? { [other.id]: '' } : {}), [id]: keys };
  const isOwn = ([command, value]: readonly [string, string]) =>
    commandRows.find((row) => row.id === command)?.keys === value;
  return Object.fromEntries(Object.entries(next).filter((entry) => !isOwn(entry)));
}
