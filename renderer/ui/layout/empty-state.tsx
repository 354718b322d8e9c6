import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  readonly icon?: ReactNode;
  /** One or two sentences: why it is empty and what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What a screen shows when it has nothing to show. */
export function EmptyState({ title, icon, children, actions }: EmptyStateProps) {
  return (
    <div className="flex-1 flex flex-col items-center justify-center text-center gap-2 p-8 min-h-40">
      {icon && <div className="text-faint mb-1">{icon}</div>}
      <h2 className="text-[15px] font-semibold">{title}</h2>
      {children && <div className="text-muted max-w-96">{children}</div>}
      {actions && <div className="flex flex-wrap justify-center gap-2 mt-3">{actions}</div>}
    </div>
  );
}
