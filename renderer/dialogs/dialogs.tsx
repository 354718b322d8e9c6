/** The dialog that is open, if any. Each is a component of its own; which one is a table. */
import type { ReactNode } from 'react';
import { closeDialog, type DialogKind, useDialog } from '../shell/open-dialog';
import { AboutDialog } from './about-dialog';
import { BackupsDialog } from './backups-dialog';
import { CheckDialog } from './check/check-dialog';
import type { DialogOf } from './dialog-props';
import { ExportDialog } from './export/export-dialog';
import { ImportDialog } from './import/import-dialog';
import { ImportReportDialog } from './import/import-report-dialog';
import { WatchedFolderDialog } from './import/watched-folder-dialog';
import { ProblemDialog } from './problem-dialog';
import { SettingsDialog } from './settings-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';

type Render<Kind extends DialogKind['kind']> = (props: DialogOf<Kind>) => ReactNode;

const dialogs: { readonly [Kind in DialogKind['kind']]: Render<Kind> } = {
  settings: (props) => <SettingsDialog {...props} />,
  export: (props) => <ExportDialog {...props} />,
  backups: (props) => <BackupsDialog {...props} />,
  shortcuts: (props) => <ShortcutsDialog {...props} />,
  about: (props) => <AboutDialog {...props} />,
  check: (props) => <CheckDialog {...props} />,
  'import-report': (props) => <ImportReportDialog {...props} />,
  'import-files': (props) => <ImportDialog {...props} />,
  'watched-folder': (props) => <WatchedFolderDialog {...props} />,
};

function render<Kind extends DialogKind['kind']>(
  dialog: Extract<DialogKind, { readonly kind: Kind }>,
): ReactNode {
  return dialogs[dialog.kind]({ dialog, onClose: closeDialog });
}

export function Dialogs() {
  const dialog = useDialog((state) => state.dialog);
  return (
    <>
      {dialog && render(dialog)}
      <ProblemDialog />
    </>
  );
}
