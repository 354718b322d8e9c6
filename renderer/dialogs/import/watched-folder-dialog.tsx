/** The folder whose new files come into this notebook by themselves: chosen, shown with how it is, and let go. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WatchedFolder } from '../../../shared/contract/program/intake';
import { bridge } from '../../client/bridge';
import { app } from '../../client/client';
import { run } from '../../shell/notices';
import { Button } from '../../ui/actions/button';
import { Segmented } from '../../ui/fields/segmented';
import { Dialog } from '../../ui/overlays/dialog';
import type { DialogOf } from '../dialog-props';

const stateWords: Readonly<Record<WatchedFolder['state'], string>> = {
  watching: 'New files come in while this notebook is open.',
  gone: 'The folder is not there now. It is watched again as soon as it is back.',
  off: 'This notebook is open for reading only: nothing comes in.',
};

const broughtInWords = (count: number): string =>
  count === 0
    ? 'Nothing came in since the notebook was opened.'
    : count === 1
      ? '1 article came in since the notebook was opened.'
      : `${count.toLocaleString('en')} articles came in since the notebook was opened.`;

function Watched({ watched }: { readonly watched: WatchedFolder }) {
  const { folder, state, broughtIn } = watched;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium [overflow-wrap:anywhere] select-text" dir="auto">
        {folder}
      </p>
      <p className={state === 'gone' ? 'text-danger' : 'text-muted'}>{stateWords[state]}</p>
      <p className="text-muted">{broughtInWords(broughtIn)}</p>
    </div>
  );
}

type Present = 'leave' | 'take';
const presentChoices: readonly { readonly value: Present; readonly label: string }[] = [
  { value: 'leave', label: 'Only what is new from now on' },
  { value: 'take', label: 'What is in it already, too' },
];

function NotWatched({
  present,
  onChange,
}: {
  readonly present: Present;
  readonly onChange: (present: Present) => void;
}) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">
        Files that are put into a watched folder come into this notebook by themselves, each once, as soon as
        they are whole.
      </p>
      <Segmented label="Bring in" value={present} choices={presentChoices} onChange={onChange} />
    </div>
  );
}

const queryKey = ['watched-folder'];

function useWatchedFolder() {
  const query = useQuery({ queryKey, queryFn: () => app.getWatchedFolder({}), staleTime: 0, gcTime: 0 });
  const { refetch } = query;
  useEffect(
    () =>
      bridge.listen((event) => {
        if (event.kind === 'watched-folder' || event.kind === 'brought-in') void refetch();
      }),
    [refetch],
  );
  return query;
}

export function WatchedFolderDialog({ onClose }: DialogOf<'watched-folder'>) {
  const { data: watched } = useWatchedFolder();
  const [present, setPresent] = useState<Present>('leave');
  const choose = () => void run(app.watchFolder({ takePresent: present === 'take' }));
  return (
    <Dialog
      title="Watched folder"
      isOpen
      onClose={onClose}
      footer={
        <>
          {watched && <Button onPress={() => void run(app.unwatchFolder({}))}>Stop watching</Button>}
          <Button onPress={onClose}>Close</Button>
          {watched === null && (
            <Button look="primary" onPress={choose}>
              Choose a folder…
            </Button>
          )}
        </>
      }
    >
      {watched && <Watched watched={watched} />}
      {watched === null && <NotWatched present={present} onChange={setPresent} />}
    </Dialog>
  );
}
