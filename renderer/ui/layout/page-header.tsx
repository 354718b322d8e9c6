import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** In grey after the title: a count, a kind. */
  readonly detail?: ReactNode;
  /** Buttons at the end. */
  readonly children?: ReactNode;
}

/** The line at the head of a screen. */
export function PageHeader({ title, detail, children }: PageHeaderProps) {
  return (
    <header className="flex items-center gap-3 px-4 h-11 border-b border-rule shrink-0">
      <h1
        className="text-[15px] font-semibold truncate"
        dir="auto"
        title={typeof title === 'string' ? title : undefined}
      >
        {title}
      </h1>
      {detail !== undefined && (
        <span className="text-faint text-xs whitespace-nowrap tabular-nums">{detail}</span>
      )}
      <div className="ms-auto flex items-center gap-2 shrink-0">{children}</div>
    </header>
  );
}
