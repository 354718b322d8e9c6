import type { ReactNode } from 'react';

/** A titled piece of the column beside a page. */
export function SideSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="px-4 py-3 border-b border-rule">
      <h2 className="text-xs text-muted mb-1.5">{title}</h2>
      {children}
    </section>
  );
}
