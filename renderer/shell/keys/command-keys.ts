/** The keys and the menu: both name a command of the table, and the screen that knows it does it. */
import { tinykeys } from 'tinykeys';
import { commandRows } from '../../../shared/commands/command-list';
import { rowsWithKeys } from '../../../shared/commands/shortcuts';
import { bridge } from '../../client/bridge';
import { useNotebookState } from '../notebook-state';
import { notify } from '../notices';
import { useSettings } from '../settings';
import { runCommand } from '../use-command';

function elementOf(event: Event): Element | null {
  return event.target instanceof Element ? event.target : null;
}

/** Text is being typed there: letters and undo belong to it. */
export function isTyping(element: Element | null): boolean {
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element?.matches('input:not([type=checkbox],[type=radio],[type=range]), textarea, select') ?? false;
}

function belongsElsewhere(event: KeyboardEvent, whileTyping: boolean): boolean {
  const element = elementOf(event);
  if (event.defaultPrevented || event.isComposing || element?.closest('[data-modal]')) return true;
  return !whileTyping && (isTyping(element) || Boolean(element?.closest('[role=menu], [role=dialog]')));
}

/** A sign (`?`, `+`) needs Shift on some keyboards and not on others: the sign counts, not how it is made. */
function pressOf(keys: string): string {
  return /(?:^|\+)[^\p{L}\p{N}+]$|(?:^|\+)\+$/u.test(keys) ? `[Shift]+${keys}` : keys;
}

const latinLetter = /(?<=^|\+)[a-z]$/i;

type Listener = (event: KeyboardEvent) => void;

/**
 * What a row's keys do. On a keyboard of another script the letter's place counts, so that Cyrillic, Greek or Arabic
 * typists have the same shortcuts.
 */
function listenersOf(id: string, keys: string, whileTyping: boolean): (readonly [string, Listener])[] {
  const hear: Listener = (event) => {
    if (belongsElsewhere(event, whileTyping)) return;
    if (runCommand(id)) event.preventDefault();
  };
  const hearPlace: Listener = (event) => {
    if (/^[^\p{Script=Latin}]$/u.test(event.key) && /^\p{L}$/u.test(event.key)) hear(event);
  };
  const own = [pressOf(keys), hear] as const;
  if (!latinLetter.test(keys)) return [own];
  return [own, [keys.replace(latinLetter, (letter) => `Key${letter.toUpperCase()}`), hearPlace]];
}

function listenTo(chosen: Readonly<Record<string, string>>): () => void {
  const rows = rowsWithKeys(chosen).filter(({ keys }) => keys !== '');
  const table = rows.flatMap(({ id, keys, whileTyping }) => listenersOf(id, keys, whileTyping ?? false));
  return tinykeys(window, Object.fromEntries(table), { ignore: () => false });
}

/** Called once at start; hears other keys as soon as they are chosen. */
export function listenToKeys(): () => void {
  let stop = listenTo(useSettings.getState().shortcuts);
  const unsubscribe = useSettings.subscribe((now, before) => {
    if (now.shortcuts === before.shortcuts) return;
    stop();
    stop = listenTo(now.shortcuts);
  });
  return () => {
    unsubscribe();
    stop();
  };
}

/** A key that means nothing here is let go; who chose a row of the menu waits for something to happen. */
function sayWhatIsMissing(command: string): void {
  const row = commandRows.find(({ id }) => id === command);
  if (!row) return;
  const inNotebook =
    row.menu === 'Passage'
      ? 'Open an article, and select words in it or choose a passage.'
      : 'It works on an article, a note or a search that is open.';
  const detail = useNotebookState.getState().kind === 'open' ? inNotebook : 'Open a notebook first.';
  notify({ text: `Nothing here for “${row.label.replace('…', '')}”`, detail });
}

function runMenuCommand(command: string): void {
  const typing = isTyping(document.activeElement);
  if (typing && (command === 'undo' || command === 'redo')) document.execCommand(command);
  else if (!runCommand(command)) sayWhatIsMissing(command);
}

/** Called once at start. */
export function listenToMenu(): () => void {
  return bridge.listen((event) => {
    if (event.kind === 'menu') runMenuCommand(event.command);
  });
}
