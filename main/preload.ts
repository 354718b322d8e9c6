/** The whole bridge into the window: one call, one stream of events, and the paths of dropped files. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, callChannel, eventChannel } from '../shared/bridge';
import type { BridgeEvent } from '../shared/contract/app';

/** Electron before 29 has no `webUtils`: there a dropped file carries its path itself. */
function pathOfFile(file: unknown): string {
  if (!(file instanceof File)) return '';
  if (webUtils) return webUtils.getPathForFile(file);
  const path: unknown = Reflect.get(file, 'path');
  return typeof path === 'string' ? path : '';
}

const bridge: Bridge = {
  invoke: (method, json) => ipcRenderer.invoke(callChannel, method, json),
  listen: (listener) => {
    const hear = (_: unknown, event: BridgeEvent) => listener(event);
    ipcRenderer.on(eventChannel, hear);
    return () => ipcRenderer.removeListener(eventChannel, hear);
  },
  pathOfFile,
  platform: process.platform,
};

contextBridge.exposeInMainWorld('casebook', bridge);
