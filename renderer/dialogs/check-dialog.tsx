import { CircleCheck } from 'lucide-react';
import type { CheckReport } from '../../shared/contract/notebook';
import { useAnswer } from '../client/query';
import { ErrorMessage } from '../shell/error-message';
import { openDialog } from '../shell/open-dialog';
import { Button } from '../ui/actions/button';
import { Spinner } from '../ui/feedback/progress';
import { Dialog } from '../ui/overlays/dialog';
import type { DialogOf } from './dialog-props';

const kindWords: Readonly<Record<CheckReport['findings'][number]['kind'], string>> = {
  file: 'File',
  anchor: 'Passage',
  reference: 'Reference',
  hash: 'Original',
  index: 'Search index',
};

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
      <Figure label="annotations" value={annotations} />
      <Figure label="in place" value={anchors.exact} />
      <Figure label="moved" value={anchors.moved} />
      <Figure label="changed" value={anchors.changed} />
      <Figure label="words gone" value={anchors.orphan} />
    </dl>
  );
}

function Findings({ findings }: Pick<CheckReport, 'findings'>) {
  if (findings.length === 0)
    return (
      <p className="flex items-center gap-2">
        <CircleCheck size={16} aria-hidden className="text-accent" /> Nothing is wrong with the file, its
        passages and references.
      </p>
    );
  return (
    <>
      <p className="text-danger mb-2">
        {findings.length === 1 ? 'One thing is' : `${findings.length} things are`} wrong. A backup from before
        may be sound.
      </p>
      <ul>
        {findings.map((finding) => (
          <li
            key={`${finding.kind} ${finding.id} ${finding.message}`}
            className="flex gap-3 py-1 border-b border-rule select-text"
          >
            <span className="w-24 shrink-0 text-muted">{kindWords[finding.kind]}</span>
            <span className="break-words min-w-0">{finding.message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Checks the whole notebook and says what was found. */
export function CheckDialog({ onClose }: DialogOf<'check'>) {
  const { data: report, error, isFetching, refetch } = useAnswer('checkNotebook', {});
  const footer = (
    <>
      <Button onPress={() => openDialog({ kind: 'backups' })}>Backups…</Button>
      <Button isDisabled={isFetching} onPress={() => void refetch()}>
        Check again
      </Button>
      <Button onPress={onClose}>Close</Button>
    </>
  );
  return (
    <Dialog title="Check of the notebook" isOpen onClose={onClose} footer={footer}>
      {error && <ErrorMessage error={error} />}
      {!report && !error && <Spinner label="Checking" />}
      {report && <Figures report={report} />}
      {report && <Findings findings={report.findings} />}
    </Dialog>
  );
}
