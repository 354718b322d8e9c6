import type { ReactNode } from 'react';

export interface SideSectionProps {
  readonly title: string;
  /** In grey after the title: how many. */
  readonly detail?: ReactNode;
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled piece of the column beside a page. */
export function SideSection({ title, detail, action, children }: SideSectionProps) {
  return (
    <section aria-label={title} className="px-4 pt-2.5 pb-3 border-b border-rule">
      <div className="flex items-center gap-2 min-h-6 mb-0.5">
        <h2 className="text-xs text-muted">{title}</h2>
        {detail !== undefined && <span className="text-xs text-faint tabular-nums">{detail}</span>}
        {action && <div className="ms-auto">{action}</div>}
      </div>
      {children}
    </section>
  );
}
