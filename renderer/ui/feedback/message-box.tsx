import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface MessageBoxProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Says that something is wrong, in place. */
export function MessageBox({ title, children, actions }: MessageBoxProps) {
  return (
    <div role="alert" className="flex gap-2.5 border-s-2 border-danger ps-3 py-1 my-2">
      <CircleAlert size={16} aria-hidden className="text-danger mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children && <div className="text-muted select-text break-words">{children}</div>}
        {actions && <div className="flex gap-2 mt-2">{actions}</div>}
      </div>
    </div>
  );
}
