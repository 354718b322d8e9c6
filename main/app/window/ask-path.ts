/** The system's dialogs that ask for a file or a folder, over the window where there is one. */
import { dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { mainWindow } from './window';

/** Where to write, or null: the person cancelled. The system asks before a file is replaced; on Linux only if it is told to. */
export async function askSave(options: SaveDialogOptions): Promise<string | null> {
  const window = mainWindow();
  const asking: SaveDialogOptions = Object.assign({ properties: ['showOverwriteConfirmation'] }, options);
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, asking)
    : dialog.showSaveDialog(asking));
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
