import { useEffect, useState } from 'react';
import type { Backup } from '../../shared/contract/app';
import { app } from '../client/client';
import { run } from '../shell/notices';
import { reportProblem } from '../shell/problems';
import { timeWords } from '../shell/time-words';
import { Button } from '../ui/actions/button';
import { Dialog } from '../ui/overlays/dialog';
import type { DialogOf } from './dialog-props';

/** In the units that file managers use. */
function sizeWords(byteLength: number): string {
  return byteLength < 1_000_000
    ? `${Math.ceil(byteLength / 1000)} kB`
    : `${(byteLength / 1_000_000).toFixed(1)} MB`;
}

async function openBackup(path: string, onDone: () => void): Promise<void> {
  try {
    if (await app.openBackup({ path })) onDone();
  } catch (error) {
    onDone();
    reportProblem(error, path);
  }
}

function BackupRow({ backup, onDone }: { readonly backup: Backup; readonly onDone: () => void }) {
  return (
    <li className="flex items-center gap-3 py-1.5 border-b border-rule">
      <span className="flex-1 min-w-0 truncate" dir="auto" title={backup.title}>
        {backup.title}
      </span>
      <span className="text-xs text-muted tabular-nums whitespace-nowrap">{timeWords(backup.madeAt)}</span>
      <span className="text-xs text-faint tabular-nums w-16 text-end">{sizeWords(backup.byteLength)}</span>
      <Button onPress={() => void openBackup(backup.path, onDone)}>Open a copy…</Button>
    </li>
  );
}

/** The copies made each time a notebook was opened. */
export function BackupsDialog({ onClose }: DialogOf<'backups'>) {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  useEffect(() => {
    void run(app.listBackups({})).then((found) => setBackups(found ?? []));
  }, []);
  return (
    <Dialog
      title="Backups"
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>Close</Button>}
      size="large"
    >
      <p className="text-muted mb-3">
        A copy is made whenever a notebook is opened; the last ten of each are kept. Opening one makes a new
        file of it: the backup and the notebook stay as they are.
      </p>
      {backups?.length === 0 && <p className="py-6 text-center text-muted">There are no backups yet.</p>}
      <ul>
        {backups?.map((backup) => (
          <BackupRow key={backup.path} backup={backup} onDone={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}
