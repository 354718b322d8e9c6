import type { ReactNode } from 'react';
import { Button } from '../actions/button';
import { Dialog } from './dialog';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** What the button does, as a verb: "Delete for good". */
  readonly action: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({
  title,
  isOpen,
  action,
  danger,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  const confirm = () => {
    onClose();
    onConfirm();
  };
  const footer = (
    <>
      <Button onPress={onClose} autoFocus>
        Cancel
      </Button>
      <Button look={danger ? 'danger' : 'primary'} onPress={confirm}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} footer={footer} size="small" role="alertdialog">
      {children}
    </Dialog>
  );
}
