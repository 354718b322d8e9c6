/** What is chosen in the dialog for exports, and what has become of it. Writing is the program's; this only asks and is told. */
import { useEffect, useState } from 'react';
import type {
  Exported,
  ExportFormat,
  ExportFormatInfo,
  ExportOptions,
  ExportScope,
} from '../../../shared/contract/exports';
import { exportFormatInfo, exportFormats } from '../../../shared/contract/exports';
import { bridge } from '../../client/bridge';
import { app } from '../../client/client';

/** The formats that make sense of a scope. */
export const formatsFor = (
  kind: ExportScope['kind'],
): readonly (ExportFormatInfo & { readonly id: ExportFormat })[] =>
  exportFormats.filter(({ scopes }) => (scopes as readonly string[]).includes(kind));

export interface ExportChoice {
  readonly scope: ExportScope;
  readonly format: ExportFormat;
  readonly options: ExportOptions;
}

/** Only what the format asks is told. */
export function requestOf({ scope, format, options }: ExportChoice): ExportChoice {
  const { asks = [] }: ExportFormatInfo = exportFormatInfo(format);
  const asked = Object.entries(options).filter(
    ([name, value]) => value !== undefined && (asks as readonly string[]).includes(name),
  );
  return { scope, format, options: Object.fromEntries(asked) };
}

export type ExportPhase =
  | { readonly kind: 'choosing' }
  /** The program asks where to, or writes; `words`: what it is at. */
  | { readonly kind: 'writing'; readonly done: number; readonly total: number; readonly words: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'done'; readonly exported: Exported };

export interface Exporting {
  readonly phase: ExportPhase;
  readonly start: (choice: ExportChoice) => Promise<void>;
  readonly cancel: () => void;
  readonly again: () => void;
}

const asking = { kind: 'writing', done: 0, total: 0, words: '' } as const;

/** Runs one export at a time. */
export function useExporting(): Exporting {
  const [phase, setPhase] = useState<ExportPhase>({ kind: 'choosing' });
  useEffect(
    () =>
      bridge.listen((event) => {
        if (event.kind !== 'export') return;
        const { done, total, current } = event;
        setPhase((before) =>
          before.kind === 'writing' ? { kind: 'writing', done, total, words: current } : before,
        );
      }),
    [],
  );
  const start = async (choice: ExportChoice) => {
    setPhase(asking);
    try {
      const exported = await app.exportTo(requestOf(choice));
      setPhase(exported ? { kind: 'done', exported } : { kind: 'choosing' });
    } catch (error) {
      setPhase({ kind: 'failed', error });
    }
  };
  return {
    phase,
    start,
    cancel: () => void app.cancelExport({}),
    again: () => setPhase({ kind: 'choosing' }),
  };
}
