/** The dialog that is open, if any. Each is a component of its own; which one is a table. */
import type { ComponentType } from 'react';
import { closeDialog, type DialogKind, useDialog } from '../shell/open-dialog';
import { AboutDialog } from './about-dialog';
import { BackupsDialog } from './backups-dialog';
import { CheckDialog } from './check-dialog';
import type { DialogOf } from './dialog-props';
import { ExportDialog } from './export-dialog';
import { ImportReportDialog } from './import-report-dialog';
import { ProblemDialog } from './problem-dialog';
import { SettingsDialog } from './settings-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';

const dialogs: { readonly [Kind in DialogKind['kind']]: ComponentType<DialogOf<Kind>> } = {
  settings: SettingsDialog,
  export: ExportDialog,
  backups: BackupsDialog,
  shortcuts: ShortcutsDialog,
  about: AboutDialog,
  check: CheckDialog,
  'import-report': ImportReportDialog,
};

export function Dialogs() {
  const dialog = useDialog((state) => state.dialog);
  const Shown =
    dialog &&
    (dialogs[dialog.kind] as ComponentType<{ readonly dialog: DialogKind; readonly onClose: () => void }>);
  return (
    <>
      {Shown && <Shown dialog={dialog} onClose={closeDialog} />}
      <ProblemDialog />
    </>
  );
}
