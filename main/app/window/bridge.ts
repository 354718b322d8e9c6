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

const refused = (message: string): Result<unknown> => ({ kind: 'error', code: 'bad-arguments', message });

function answer(to: Destinations, method: unknown, json: string): Promise<Result<unknown>> {
  let args: unknown;
  try {
    args = JSON.parse(json);
  } catch {
    return Promise.resolve(refused('The arguments are not JSON.'));
  }
  return dispatch(to, method, args);
}

/**
 * Answers the window's calls through the given destinations. What is asked in JSON is answered in JSON, as the window
 * does (see `Bridge`); a value is answered with a value.
 */
export function answerCalls(to: Destinations): void {
  ipcMain.handle(callChannel, async (event, method: unknown, args: unknown): Promise<unknown> => {
    if (!isTrusted(event)) {
      log.warn('refused a call from a page that is not the app');
      return refused('Not the app.');
    }
    return typeof args === 'string'
      ? JSON.stringify(await answer(to, method, args))
      : dispatch(to, method, args);
  });
}

/** Tells the window something. */
export function tell(event: BridgeEvent): void {
  const contents = mainWindow()?.webContents;
  if (contents && !contents.isDestroyed()) contents.send(eventChannel, event);
}
