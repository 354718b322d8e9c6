/** The repair of what a check found: asked for once more, done, and told what was done. */
import type { CheckReport, RepairReport } from '../../../shared/contract/notebook';
import { commands } from '../../client/client';
import { run } from '../../shell/notices';
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog';

type Repairs = Parameters<typeof commands.repairNotebook>[0]['repairs'];

/** What of a report can be repaired. */
export function repairsOf({ findings }: CheckReport): Repairs {
  return findings.flatMap(({ repair, id }) => (repair === null ? [] : [{ repair, id }]));
}

/** Repairs, and answers what was done; undefined where it was refused, which is then said in a notice. */
export function repair(report: CheckReport): Promise<RepairReport | undefined> {
  return run(commands.repairNotebook({ repairs: repairsOf(report) }));
}

interface ConfirmRepairProps {
  readonly report: CheckReport;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmRepair({ report, onConfirm, onClose }: ConfirmRepairProps) {
  const count = repairsOf(report).length;
  const left = report.findings.length - count;
  return (
    <ConfirmDialog
      title="Repair the notebook?"
      isOpen
      action="Repair"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p className="mb-2">
        {count === 1 ? 'One thing' : `${count.toLocaleString('en')} things`} will be repaired
        {left > 0 && `, ${left.toLocaleString('en')} cannot be`}. A passage whose words cannot be found for
        certain is marked for review; nothing of yours is deleted.
      </p>
      <p className="text-muted">
        The file is copied beside itself first. Earlier steps can no longer be undone afterwards.
      </p>
    </ConfirmDialog>
  );
}

/** The same thing done many times is said once, with how often. */
function counted(done: RepairReport['done']): (readonly [message: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { message } of done) counts.set(message, (counts.get(message) ?? 0) + 1);
  return [...counts];
}

/** What a repair did, and where the notebook from before it is. */
export function Repaired({ report: { done, backup } }: { readonly report: RepairReport }) {
  return (
    <section className="mb-4">
      <h3 className="font-medium mb-1">Repaired</h3>
      <ul>
        {counted(done).map(([message, count]) => (
          <li key={message} className="flex gap-3 py-1 border-b border-rule select-text">
            <span className="flex-1 break-words min-w-0">{message}</span>
            {count > 1 && <span className="text-muted tabular-nums">{count.toLocaleString('en')} times</span>}
          </li>
        ))}
      </ul>
      <p className="py-1 text-xs text-muted break-all select-text">As it was before: {backup}</p>
    </section>
  );
}
