import { X } from 'lucide-react';
import { Button, IconButton } from '../actions/button';
import { classNames } from '../class-names';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface NoticeRow {
  readonly id: number;
  readonly text: string;
  /** In grey below the text. */
  readonly detail?: string | undefined;
  readonly kind: 'info' | 'error';
  readonly action?: NoticeAction | undefined;
  /** A second thing to do. */
  readonly also?: NoticeAction | undefined;
}

function Row({ row, onClose }: { readonly row: NoticeRow; readonly onClose: () => void }) {
  const { text, detail, kind, action, also } = row;
  const isError = kind === 'error';
  const act = (chosen: NoticeAction) => {
    chosen.run();
    onClose();
  };
  return (
    <div
      className={classNames(
        'pointer-events-auto flex items-center gap-2 rounded-lg border bg-raised shadow-lg ps-3 pe-1 py-1 min-w-0 max-w-full',
        isError ? 'border-danger' : 'border-rule',
      )}
    >
      <div className="min-w-0 py-0.5">
        <p className={isError ? 'text-danger font-medium' : ''} dir="auto">
          {text}
        </p>
        {detail && <p className="text-xs text-muted line-clamp-3 break-words">{detail}</p>}
      </div>
      {[also, action].map(
        (one) =>
          one && (
            <Button key={one.label} look="accent" onPress={() => act(one)}>
              {one.label}
            </Button>
          ),
      )}
      <IconButton label="Close notice" icon={<X size={14} />} onPress={onClose} />
    </div>
  );
}

interface NoticeStackProps {
  readonly rows: readonly NoticeRow[];
  readonly onClose: (id: number) => void;
}

/** Short messages at the foot of the window, read aloud as they come. */
export function NoticeStack({ rows, onClose }: NoticeStackProps) {
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      // Above a bar at the foot of a screen: what was done to chosen rows is said while more is to be done with them.
      className="fixed bottom-4 [body:has([data-foot-bar])_&]:bottom-12 left-1/2 -translate-x-1/2 z-50 flex flex-col gap-2 items-center pointer-events-none max-w-[min(36rem,90vw)]"
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} onClose={() => onClose(row.id)} />
      ))}
    </section>
  );
}
