import { Label, ProgressBar } from 'react-aria-components';

/** How much of something is done. */
export function Progress({
  label,
  done,
  total,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}) {
  return (
    <ProgressBar value={done} maxValue={Math.max(total, 1)} className="flex flex-col gap-1">
      {({ percentage }) => (
        <>
          <Label className="text-xs text-muted truncate">{label}</Label>
          <div className="h-1 rounded-full bg-rule overflow-hidden">
            <div className="h-full bg-accent transition-[width]" style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}

/** Something is going on; shown only after a moment, so that quick answers do not flicker. */
export function Spinner({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <div role="status" aria-label={label} className="flex-1 flex items-center justify-center p-8">
      <span className="size-4 rounded-full border-2 border-rule border-t-accent animate-spin [animation-delay:150ms]" />
    </div>
  );
}
