/** Opens a link of a text in the system's browser: the program itself reaches no network. Always asks, with the address. */
import { dialog, type MessageBoxOptions, shell } from 'electron';
import { CasebookError } from '../../../shared/model/result';
import { mainWindow } from './window';

/** What may leave the program: never a file, a script or another program's own scheme. */
const openable = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;

const question = (address: string): MessageBoxOptions => ({
  type: 'question',
  message: 'Open this address outside of Casebook?',
  detail: address,
  buttons: ['Open', 'Cancel'],
  defaultId: 0,
  cancelId: 1,
});

/** The address as the system takes it; refuses what is no address. */
function addressToOpen(address: string): string {
  try {
    if (openable.test(address)) return new URL(address).href;
  } catch {
    // Is refused below.
  }
  throw new CasebookError('bad-arguments', 'Only addresses of the web and of mail are opened.');
}

/** True: it was opened. False: the person thought better of it. */
export async function openAddress(address: string): Promise<boolean> {
  const href = addressToOpen(address);
  const window = mainWindow();
  const { response } = await (window
    ? dialog.showMessageBox(window, question(address))
    : dialog.showMessageBox(question(address)));
  if (response !== 0) return false;
  await shell.openExternal(href);
  return true;
}
