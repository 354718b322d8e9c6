/** The keys and the menu: both name a command of the table, and the screen that knows it does it. */
import { tinykeys } from 'tinykeys';
import { commandRows } from '../../shared/commands/command-list';
import { bridge } from '../client/bridge';
import { runCommand } from './use-command';

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

/** `?` needs Shift on most keyboards: the sign counts, not how it is made. */
function pressOf(keys: string): string {
  return keys === '?' ? '[Shift]+?' : keys;
}

function handlerOf(id: string, whileTyping: boolean) {
  return (event: KeyboardEvent) => {
    if (belongsElsewhere(event, whileTyping)) return;
    if (runCommand(id)) event.preventDefault();
  };
}

/** Called once at start. */
export function listenToKeys(): () => void {
  const rows = commandRows.filter(({ keys }) => keys !== '');
  const table = rows.map(
    ({ id, keys, whileTyping }) => [pressOf(keys), handlerOf(id, whileTyping ?? false)] as const,
  );
  return tinykeys(window, Object.fromEntries(table), { ignore: () => false });
}

function runMenuCommand(command: string): void {
  const typing = isTyping(document.activeElement);
  if (typing && (command === 'undo' || command === 'redo')) document.execCommand(command);
  else runCommand(command);
}

/** Called once at start. */
export function listenToMenu(): () => void {
  return bridge.listen((event) => {
    if (event.kind === 'menu') runMenuCommand(event.command);
  });
}
