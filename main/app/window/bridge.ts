/** Registers the bridge with Electron: only the top frame of the app's own page may call. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { callChannel, eventChannel } from '../../../shared/bridge';
import type { BridgeEvent } from '../../../shared/contract/app';
import type { Result } from '../../../shared/model/result';
import { type Destinations, dispatch } from '../../ipc/dispatch';
import { log } from '../data/log';
import { isAppUrl } from './protocol';
import { mainWindow } from './window';

/** True for a call from the page itself: not from a frame in it, nor from another page. */
function isTrusted({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}

/** Answers the window's calls through the given destinations. */
export function answerCalls(to: Destinations): void {
  ipcMain.handle(callChannel, (event, method: unknown, args: unknown): Promise<Result<unknown>> => {
    if (isTrusted(event)) return dispatch(to, method, args);
    log.warn('refused a call from a page that is not the app');
    return Promise.resolve({ kind: 'error', code: 'bad-arguments', message: 'Not the app.' });
  });
}

/** Tells the window something. */
export function tell(event: BridgeEvent): void {
  const contents = mainWindow()?.webContents;
  if (contents && !contents.isDestroyed()) contents.send(eventChannel, event);
}
