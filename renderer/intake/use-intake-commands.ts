import { useCommand } from '../shell/use-command';
import { importClipboard, importFiles, importFolder } from './intake';

/** The commands that bring articles in. */
export function useIntakeCommands(): void {
  useCommand('import-files', () => void importFiles());
  useCommand('import-folder', () => void importFolder());
  useCommand('import-paste', () => void importClipboard());
}
