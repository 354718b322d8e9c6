import { app } from '../client/client';
import { run } from '../shell/notices';
import { Button } from '../ui/actions/button';
import { Dialog } from '../ui/overlays/dialog';
import type { DialogOf } from './dialog-props';

/** Set by the build from package.json. */
declare const casebookVersion: string;

/** What this program is, and which one. */
export function AboutDialog({ onClose }: DialogOf<'about'>) {
  const footer = (
    <>
      <Button onPress={() => void run(app.showLog({}))}>Show log</Button>
      <Button onPress={onClose}>Close</Button>
    </>
  );
  return (
    <Dialog title="About Casebook" isOpen onClose={onClose} footer={footer} size="small">
      <p className="font-serif text-[22px]">Casebook {casebookVersion}</p>
      <p className="text-muted mt-1">A research notebook: who did what, when, where, and who says so.</p>
      <p className="text-muted mt-3">
        Works without a network. A notebook is one SQLite file that you can copy, keep and read with other
        programs. Free software under the MIT licence.
      </p>
      <p className="text-muted mt-2">
        Gazetteer: GeoNames, CC BY 4.0. Land outlines: Natural Earth. Fonts: Source Serif 4 and Inter, SIL
        Open Font License.
      </p>
      <p className="text-xs text-faint mt-3 select-text">{navigator.userAgent}</p>
    </Dialog>
  );
}
