import { useState } from 'react';
import type { CheckReport, RepairReport } from '../../../shared/contract/notebook';
import { useAnswer } from '../../client/query';
import { ErrorMessage } from '../../shell/error-message';
import { openDialog } from '../../shell/open-dialog';
import { Button } from '../../ui/actions/button';
import { Progress, Spinner } from '../../ui/feedback/progress';
import { Dialog } from '../../ui/overlays/dialog';
import type { DialogOf } from '../dialog-props';
import { Findings } from './findings';
import { ConfirmRepair, Repaired, repair, repairsOf } from './repairing';
import { type Check, type CheckState, useCheck } from './use-check';

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dd className="text-[17px] tabular-nums">{value.toLocaleString('en')}</dd>
      <dt className="text-xs text-muted">{label}</dt>
    </div>
  );
}

function Figures({ report }: { readonly report: CheckReport }) {
  const { articles, annotations, anchors } = report;
  return (
    <dl className="flex flex-wrap gap-6 mb-4">
      <Figure label="articles" value={articles} />
      <Figure label="passages" value={annotations} />
      <Figure label="in place" value={anchors.exact} />
      <Figure label="moved" value={anchors.moved} />
      <Figure label="changed" value={anchors.changed} />
      <Figure label="words gone" value={anchors.orphan} />
    </dl>
  );
}

function Going({ state }: { readonly state: Extract<CheckState, { kind: 'going' }> }) {
  if (!state.isLong) return <Spinner label="Checking" />;
  const percent = Math.floor((100 * state.done) / Math.max(1, state.total));
  return <Progress label={`Checking: ${percent} %`} done={state.done} total={state.total} />;
}

interface ContentProps {
  readonly check: Check;
  readonly repaired: RepairReport | null;
  readonly onClose: () => void;
}

function Content({ check: { state }, repaired, onClose }: ContentProps) {
  return (
    <>
      {repaired && <Repaired report={repaired} />}
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
      {state.kind === 'going' && <Going state={state} />}
      {state.kind === 'ended' && <p className="text-muted">The check was ended before it was done.</p>}
      {state.kind === 'done' && <Figures report={state.report} />}
      {state.kind === 'done' && <Findings findings={state.report.findings} onGo={onClose} />}
    </>
  );
}

/** The report that something can be done about, if any. */
function mendable(state: CheckState, isReadOnly: boolean): CheckReport | null {
  return state.kind === 'done' && !isReadOnly && repairsOf(state.report).length > 0 ? state.report : null;
}

interface FooterProps {
  readonly check: Check;
  /** Null: there is nothing to repair. */
  readonly onRepair: (() => void) | null;
  readonly onClose: () => void;
}

function Footer({ check: { state, again, end }, onRepair, onClose }: FooterProps) {
  const isGoing = state.kind === 'going';
  return (
    <>
      <Button onPress={() => openDialog({ kind: 'backups' })}>Backups…</Button>
      {isGoing && state.isLong ? (
        <Button onPress={end}>Stop</Button>
      ) : (
        <Button isDisabled={isGoing} onPress={again}>
          Check again
        </Button>
      )}
      <Button onPress={onClose}>Close</Button>
      {onRepair && (
        <Button look="primary" onPress={onRepair}>
          Repair…
        </Button>
      )}
    </>
  );
}

/** Checks the whole notebook, says what was found, and repairs what can be. */
export function CheckDialog({ onClose }: DialogOf<'check'>) {
  const check = useCheck();
  const isReadOnly = useAnswer('getNotebook', {}).data?.readOnly ?? true;
  const [asks, setAsks] = useState(false);
  const [repaired, setRepaired] = useState<RepairReport | null>(null);
  const report = mendable(check.state, isReadOnly);
  const mend = async () => {
    const done = report && (await repair(report));
    if (!done) return;
    setRepaired(done);
    check.again();
  };
  const footer = <Footer check={check} onRepair={report && (() => setAsks(true))} onClose={onClose} />;
  return (
    <Dialog title="Check of the notebook" isOpen onClose={onClose} footer={footer} size="large">
      <Content check={check} repaired={repaired} onClose={onClose} />
      {asks && report && (
        <ConfirmRepair report={report} onConfirm={() => void mend()} onClose={() => setAsks(false)} />
      )}
    </Dialog>
  );
}
