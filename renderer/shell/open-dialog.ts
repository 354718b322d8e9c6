/** Which dialog of the window is open; the dialogs themselves are in `renderer/dialogs`. */
import { create } from 'zustand';
import type { ImportReport } from '../../shared/contract/app';
import type { ExportScope } from '../../shared/contract/exports';

export type DialogKind =
  | { readonly kind: 'settings' }
  | { readonly kind: 'export'; readonly scope: ExportScope }
  | { readonly kind: 'backups' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'check' }
  | { readonly kind: 'import-report'; readonly report: ImportReport };

export const useDialog = create<{ readonly dialog: DialogKind | null }>()(() => ({ dialog: null }));

export const openDialog = (dialog: DialogKind): void => useDialog.setState({ dialog });
export const closeDialog = (): void => useDialog.setState({ dialog: null });
