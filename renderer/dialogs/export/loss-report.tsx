/** What the chosen format would not keep of what is exported: counted in the notebook, told before anything is written. */
import { useQuery } from '@tanstack/react-query';
import { Check, TriangleAlert } from 'lucide-react';
import type { ExportLoss } from '../../../shared/contract/exports';
import { app } from '../../client/client';
import { ExportFailure } from './export-failure';
import { type ExportChoice, requestOf } from './export-state';
import { useSettled } from './use-settled';

function LossList({ title, losses }: { readonly title: string; readonly losses: readonly ExportLoss[] }) {
  if (losses.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h4 className="text-xs text-muted">{title}</h4>
      <ul className="flex flex-col gap-0.5">
        {losses.map(({ feature, words, items }) => (
          <li key={feature} className="min-w-0">
            {words}
            {items.length > 0 && (
              <span className="block truncate text-xs text-muted" title={items.join('\n')}>
                <bdi>{items.join(' · ')}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Losses({
  losses,
  isForReading,
}: {
  readonly losses: readonly ExportLoss[];
  readonly isForReading: boolean;
}) {
  const lost = losses.filter(({ handling }) => handling === 'lost');
  const words = losses.filter(({ handling }) => handling === 'as words');
  return (
    <>
      {lost.length === 0 && (
        <p className="flex items-center gap-1.5">
          <Check size={14} aria-hidden className="text-accent shrink-0" />
          Nothing is left out.
        </p>
      )}
      <LossList title="Left out" losses={lost} />
      {isForReading ? (
        lost.length > 0 && <p className="text-xs text-muted">Everything else is there, as words.</p>
      ) : (
        <LossList title="There as words only, not as data" losses={words} />
      )}
    </>
  );
}

const settledMs = 200;

export interface LossReportProps {
  readonly choice: ExportChoice;
  readonly isForReading: boolean;
}

export function LossReport({ choice, isForReading }: LossReportProps) {
  const asked = requestOf(choice);
  const key = JSON.stringify(asked);
  const isSettled = useSettled(key, settledMs);
  const { data, error } = useQuery({
    queryKey: ['export-losses', key],
    queryFn: () => app.listExportLosses(asked),
    enabled: isSettled,
    gcTime: 0,
  });
  return (
    <section aria-label="What this format does not keep" aria-busy={!data} className="flex flex-col gap-2">
      <h3 className="flex items-center gap-1.5 font-medium">
        <TriangleAlert size={14} aria-hidden className="text-muted" />
        What this format does not keep
      </h3>
      {error ? <ExportFailure title="This could not be counted" error={error} /> : null}
      {data && <Losses losses={data} isForReading={isForReading} />}
      {!data && !error && <p className="text-muted">Counting…</p>}
    </section>
  );
}
