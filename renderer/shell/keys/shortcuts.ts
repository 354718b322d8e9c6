/** The researcher's own keys in the window: what a command's keys are now, which a press makes, how they are changed. */
import { type CommandId, commandRows } from '../../../shared/commands/command-list';
import { chooseKeys } from '../../../shared/commands/shortcuts';
import { changeSettings, useSettings } from '../settings';

/** The keys of a command, '' when it has none; for what is drawn. */
export function useKeys(id: CommandId): string {
  return (
    useSettings(({ shortcuts }) => shortcuts[id]) ?? commandRows.find((row) => row.id === id)?.keys ?? ''
  );
}

/** A command's row with its present keys; for what is drawn anew each time it is shown. */
export function commandRow(id: CommandId) {
  const row = commandRows.find((one) => one.id === id);
  return row && { ...row, keys: useSettings.getState().shortcuts[id] ?? row.keys };
}

/** Gives a command keys, for good; '' takes them off. */
export function changeKeys(id: CommandId, keys: string): void {
  changeSettings({ shortcuts: chooseKeys(useSettings.getState().shortcuts, id, keys) });
}

const isMac = navigator.platform.startsWith('Mac');
const heldAlone = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process', 'Unidentified']);

function modifiersOf(event: KeyboardEvent): string[] {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const isSign = /^[^\p{L}\p{N}]$/u.test(event.key); // how a sign is made differs by keyboard: it counts as it is
  return [
    ...(mod ? ['$mod'] : []),
    ...(isMac && event.ctrlKey ? ['Control'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && !isSign ? ['Shift'] : []),
  ];
}

/** The keys of a press in the table's notation; null while only Ctrl, Shift, Alt … are held. */
export function keysOfPress(event: KeyboardEvent): string | null {
  if (heldAlone.has(event.key) || event.isComposing) return null;
  const held = modifiersOf(event);
  const key =
    event.key === ' '
      ? 'Space'
      : event.key.length === 1 && held.length === 0
        ? event.key.toLowerCase()
        : event.key;
  return [...held, key.length === 1 && held.length > 0 ? key.toUpperCase() : key].join('+');
}
