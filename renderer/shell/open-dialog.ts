/** Which dialog of the window is open; the dialogs themselves are in `renderer/dialogs`. */
import { create } from 'zustand';
import type { ExportScope } from '../../shared/contract/exports';
import type { ImportChoice, ImportPlan, ImportReport } from '../../shared/contract/program/intake';

export type DialogKind =
  | { readonly kind: 'settings' }
  | { readonly kind: 'export'; readonly scope: ExportScope }
  | { readonly kind: 'backups' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'check' }
  | { readonly kind: 'import-report'; readonly report: ImportReport }
  /** `decide`: once, with null when the files are not to be brought in. */
  | {
      readonly kind: 'import-files';
      readonly plan: ImportPlan;
      readonly decide: (choices: readonly ImportChoice[] | null) => void;
    }
  | { readonly kind: 'watched-folder' };

export const useDialog = create<{ readonly dialog: DialogKind | null }>()(() => ({ dialog: null }));

export const openDialog = (dialog: DialogKind): void => useDialog.setState({ dialog });
export const closeDialog = (): void => useDialog.setState({ dialog: null });
