/** A modal dialog: title, content, and a row of buttons. Escape and a click outside close it, unless it must be answered. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from '../class-names';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, from left to right; the one to press last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** An alert has to be answered: a click outside does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
}

const widths = { small: 'w-105', medium: 'w-140', large: 'w-190' };

/** The content; what is too long for the window can be scrolled by the keyboard too. */
function Content({ children }: { readonly children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = content.current;
    setScrolls(element !== null && element.scrollHeight > element.clientHeight);
  }, [children]);
  return (
    <div
      ref={content}
      tabIndex={scrolls ? 0 : undefined}
      className="px-5 pb-4 overflow-y-auto flex-1 min-h-0"
    >
      {children}
    </div>
  );
}

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  size = 'medium',
  role = 'dialog',
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-40 flex items-start justify-center bg-black/25 p-6 pt-[9vh]"
    >
      <Modal className={classNames('max-w-full max-h-full flex', widths[size])}>
        <AriaDialog
          role={role}
          className="flex flex-col min-w-0 flex-1 rounded-xl border border-rule bg-paper shadow-xl outline-none overflow-hidden"
        >
          <Heading slot="title" className="px-5 pt-4 pb-2 text-[15px] font-semibold">
            {title}
          </Heading>
          <Content>{children}</Content>
          {footer && <div className="flex justify-end gap-2 px-5 py-3 border-t border-rule">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
