/** The program's one window: sandboxed, isolated, with no Node in it; it comes back where it was. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import { pageUrl } from './protocol';

let current: BrowserWindow | null = null;

export function mainWindow(): BrowserWindow | null {
  return current && !current.isDestroyed() ? current : null;
}

const boundsPath = () => join(app.getPath('userData'), 'window.json');
const defaultBounds = { width: 1280, height: 820 };

function isOnScreen({ x, y, width, height }: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  return (
    x < workArea.x + workArea.width &&
    x + width > workArea.x &&
    y < workArea.y + workArea.height &&
    y + height > workArea.y
  );
}

function isRectangle(value: unknown): value is Rectangle {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['x', 'y', 'width', 'height'].every((key) => Number.isInteger(Reflect.get(value, key)))
  );
}

function lastBounds(): Partial<Rectangle> {
  try {
    const saved: unknown = existsSync(boundsPath()) ? JSON.parse(readFileSync(boundsPath(), 'utf8')) : null;
    return isRectangle(saved) && isOnScreen(saved) ? saved : defaultBounds;
  } catch {
    return defaultBounds;
  }
}

/** Opens the window, or brings the one there is to the front. */
export function showWindow(preload: string): BrowserWindow {
  const open = mainWindow();
  if (open) {
    if (open.isMinimized()) open.restore();
    open.focus();
    return open;
  }
  const window = new BrowserWindow({
    ...lastBounds(),
    minWidth: 760,
    minHeight: 480,
    show: false,
    title: 'Casebook',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#191816' : '#fdfcf9',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  current = window;
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeFileSync(boundsPath(), JSON.stringify(window.getNormalBounds())));
  window.on('closed', () => {
    current = null;
  });
  void window.loadURL(pageUrl());
  return window;
}
