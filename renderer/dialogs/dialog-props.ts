import type { DialogKind } from '../shell/open-dialog';

/** What the dialog of a kind is given. */
export interface DialogOf<Kind extends DialogKind['kind']> {
  readonly dialog: Extract<DialogKind, { readonly kind: Kind }>;
  readonly onClose: () => void;
}
