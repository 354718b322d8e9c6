/** Writes what is in the notebook to files: what of it, as what, with what is lost; then how far it is, and where it went. */
import { useState } from 'react';
import {
  type Exported,
  type ExportFormat,
  type ExportOptions,
  exportFormatInfo,
} from '../../../shared/contract/exports';
import { app } from '../../client/client';
import { run } from '../../shell/notices';
import { Button } from '../../ui/actions/button';
import { Progress } from '../../ui/feedback/progress';
import { Segmented } from '../../ui/fields/segmented';
import { Dialog } from '../../ui/overlays/dialog';
import type { DialogOf } from '../dialog-props';
import { ExportFailure } from './export-failure';
import { type ExportChoice, type ExportPhase, formatsFor, useExporting } from './export-state';
import { FormatList } from './format-list';
import { FormatOptions } from './format-options';
import { LossReport } from './loss-report';
import { scopeLabels, useScopeName } from './use-scope-name';

/** The format that was exported last, in this run of the program. */
let lastFormat: ExportFormat = 'markdown';

function Writing({ phase }: { readonly phase: Extract<ExportPhase, { kind: 'writing' }> }) {
  const { done, total, words } = phase;
  const label = words === '' ? 'Preparing…' : `Writing: ${words}`;
  return (
    <div role="status" className="py-6">
      <Progress label={label} done={done} total={total} />
    </div>
  );
}

function Done({ exported: { path, files } }: { readonly exported: Exported }) {
  return (
    <div role="status" className="py-4 flex flex-col gap-1">
      <p>
        {files.length > 1
          ? `${files.length.toLocaleString('en')} files were written.`
          : 'The file was written.'}
      </p>
      <p className="text-muted break-all select-text">
        <bdi>{path}</bdi>
      </p>
    </div>
  );
}

interface ScopeProps {
  readonly own: ExportChoice['scope'];
  readonly scope: ExportChoice['scope'];
  readonly onChange: (scope: ExportChoice['scope']) => void;
}

function Scope({ own, scope, onChange }: ScopeProps) {
  const name = useScopeName(scope);
  const kinds = own.kind === 'everything' ? [own.kind] : [own.kind, 'everything' as const];
  return (
    <div className="flex flex-col gap-1">
      {kinds.length > 1 && (
        <Segmented
          label="What"
          value={scope.kind}
          choices={kinds.map((value) => ({ value, label: scopeLabels[value] }))}
          onChange={(kind) => onChange(kind === 'everything' ? { kind } : own)}
        />
      )}
      <p className="text-muted truncate" title={name}>
        <bdi>{name}</bdi>
      </p>
    </div>
  );
}

interface ChoosingProps {
  readonly own: ExportChoice['scope'];
  readonly choice: ExportChoice;
  readonly onChange: (choice: ExportChoice) => void;
}

/** A format that makes no sense of the new scope gives way to the first that does. */
function withScope(choice: ExportChoice, scope: ExportChoice['scope']): ExportChoice {
  const rows = formatsFor(scope.kind);
  const format = rows.some(({ id }) => id === choice.format) ? choice.format : (rows[0]?.id ?? 'markdown');
  return { ...choice, scope, format };
}

/** Folders and deposits have the texts unless they are not wanted; a report for reading has them of one article. */
function optionsFor(
  format: ExportFormat,
  scope: ExportChoice['scope'],
  before: ExportOptions,
): ExportOptions {
  const { group } = exportFormatInfo(format);
  return { ...before, texts: group === 'deposit' || format === 'obsidian' || scope.kind === 'article' };
}

function Choosing({ own, choice, onChange }: ChoosingProps) {
  const { scope, format, options } = choice;
  const { name, group } = exportFormatInfo(format);
  const changeScope = (next: ExportChoice['scope']) => {
    const scoped = withScope(choice, next);
    onChange({ ...scoped, options: optionsFor(scoped.format, next, options) });
  };
  const changeFormat = (next: ExportFormat) =>
    onChange({ scope, format: next, options: optionsFor(next, scope, options) });
  return (
    <div className="flex flex-col gap-3">
      <Scope own={own} scope={scope} onChange={changeScope} />
      <div className="grid grid-cols-[minmax(0,5fr)_minmax(0,4fr)] gap-5 h-[52vh] max-h-120">
        <FormatList rows={formatsFor(scope.kind)} format={format} onChange={changeFormat} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long is scrolled by the keyboard too */}
        <section
          aria-label={name}
          tabIndex={0}
          className="flex flex-col gap-4 overflow-y-auto min-h-0 rounded-md"
        >
          <FormatOptions
            format={format}
            options={options}
            onChange={(changed) => onChange({ scope, format, options: changed })}
          />
          <LossReport choice={choice} isForReading={group === 'reading'} />
        </section>
      </div>
    </div>
  );
}

interface FooterProps {
  readonly phase: ExportPhase;
  readonly onClose: () => void;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

function Footer({ phase, onClose, onStart, onStop, onAgain }: FooterProps) {
  if (phase.kind === 'writing') return <Button onPress={onStop}>Stop</Button>;
  if (phase.kind === 'done')
    return (
      <>
        <Button onPress={onAgain}>Export more</Button>
        <Button onPress={() => void run(app.showExported({}))}>Show in folder</Button>
        <Button look="primary" onPress={onClose} autoFocus>
          Done
        </Button>
      </>
    );
  return (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button look="primary" onPress={onStart}>
        Export…
      </Button>
    </>
  );
}

export function ExportDialog({ dialog, onClose }: DialogOf<'export'>) {
  const own = dialog.scope;
  const [choice, setChoice] = useState<ExportChoice>(() => {
    const first = withScope({ scope: own, format: lastFormat, options: {} }, own);
    return { ...first, options: optionsFor(first.format, own, {}) };
  });
  const { phase, start, cancel, again } = useExporting();
  const begin = () => {
    lastFormat = choice.format;
    void start(choice);
  };
  const footer = <Footer phase={phase} onClose={onClose} onStart={begin} onStop={cancel} onAgain={again} />;
  // What is being written goes on until it is stopped: the dialog stays with it.
  const close = () => phase.kind !== 'writing' && onClose();
  return (
    <Dialog title="Export" isOpen onClose={close} footer={footer} size="large">
      {phase.kind === 'failed' && <ExportFailure title="Nothing was exported" error={phase.error} />}
      {(phase.kind === 'choosing' || phase.kind === 'failed') && (
        <Choosing own={own} choice={choice} onChange={setChoice} />
      )}
      {phase.kind === 'writing' && <Writing phase={phase} />}
      {phase.kind === 'done' && <Done exported={phase.exported} />}
    </Dialog>
  );
}
