import { useNavigation } from '../shell/navigation';
import { openDialog } from '../shell/open-dialog';
import { useCommand } from '../shell/use-command';
import { importCapture, importClipboard, importFiles, importFolder } from './intake';

/** The commands that bring articles in. */
export function useIntakeCommands(): void {
  useCommand('import-files', () => void importFiles());
  useCommand('import-folder', () => void importFolder());
  useCommand('watched-folder', () => openDialog({ kind: 'watched-folder' }));
  useCommand('import-paste', () => void importClipboard());
  const article = useNavigation(({ place }) => (place.kind === 'article' ? place.id : ''));
  useCommand('newer-capture', () => void importCapture(article, 'file'), article !== '');
  useCommand('newer-capture-paste', () => void importCapture(article, 'clipboard'), article !== '');
}
