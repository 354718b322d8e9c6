import { X } from 'lucide-react';
import { Button, IconButton } from '../actions/button';

export interface NoticeRow {
  readonly id: number;
  readonly text: string;
  /** In grey below the text. */
  readonly detail?: string | undefined;
  readonly kind: 'info' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Short messages at the foot of the window, read aloud as they come. */
export function NoticeStack({
  rows,
  onClose,
}: {
  readonly rows: readonly NoticeRow[];
  readonly onClose: (id: number) => void;
}) {
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      className="fixed bottom-4 left-1/2 -translate-x-1/2 z-50 flex flex-col gap-2 items-center pointer-events-none max-w-[min(36rem,90vw)]"
    >
      {rows.map((row) => (
        <div
          key={row.id}
          className={`pointer-events-auto flex items-center gap-2 rounded-lg border bg-raised shadow-lg ps-3 pe-1 py-1 min-w-0 max-w-full ${row.kind === 'error' ? 'border-danger' : 'border-rule'}`}
        >
          <div className="min-w-0 py-0.5">
            <p className={row.kind === 'error' ? 'text-danger font-medium' : ''} dir="auto">
              {row.text}
            </p>
            {row.detail && <p className="text-xs text-muted line-clamp-3 break-words">{row.detail}</p>}
          </div>
          {row.action && (
            <Button
              look="accent"
              onPress={() => {
                row.action?.run();
                onClose(row.id);
              }}
            >
              {row.action.label}
            </Button>
          )}
          <IconButton label="Close notice" icon={<X size={14} />} onPress={() => onClose(row.id)} />
        </div>
      ))}
    </section>
  );
}
