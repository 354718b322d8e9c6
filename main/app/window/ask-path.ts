/** The system's dialogs that ask for a file or a folder, over the window where there is one. */
import { dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { mainWindow } from './window';

/** Where to write, or null: the person cancelled. */
export async function askSave(options: SaveDialogOptions): Promise<string | null> {
  const window = mainWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

/** What to read; nothing: the person cancelled. */
export async function askOpen(options: OpenDialogOptions): Promise<readonly string[]> {
  const window = mainWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}
