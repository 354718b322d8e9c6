/** The start page, while no notebook is open: make one, open one, or go on with a recent one. */
import { FilePlus2, FolderOpen, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { RecentNotebook } from '../../../shared/contract/app';
import { app } from '../../client/client';
import { newNotebook, openNotebook } from '../../shell/notebook-state';
import { run } from '../../shell/notices';
import { openDialog } from '../../shell/open-dialog';
import { dayWords } from '../../shell/time-words';
import { Button, IconButton } from '../../ui/actions/button';

function RecentRow({ recent, onForget }: { readonly recent: RecentNotebook; readonly onForget: () => void }) {
  const { path, title, openedAt, missing } = recent;
  return (
    <li className="group flex items-center gap-1 rounded-md hover:bg-sunken">
      <AriaButton
        onPress={() => void openNotebook(path)}
        isDisabled={missing}
        className="flex-1 min-w-0 flex items-baseline gap-3 px-2.5 py-1.5 text-start rounded-md cursor-default"
      >
        <span
          className={`truncate shrink-0 max-w-[45%] font-medium ${missing ? 'text-muted' : ''}`}
          dir="auto"
          title={title}
        >
          {title}
        </span>
        <span className="truncate text-xs text-faint flex-1 min-w-0" title={path}>
          {path}
        </span>
        <span className={`text-xs whitespace-nowrap ${missing ? 'text-danger' : 'text-faint'}`}>
          {missing ? 'not there any more' : dayWords(openedAt)}
        </span>
      </AriaButton>
      <IconButton label={`Forget ${title}`} icon={<X size={14} />} onPress={onForget} />
    </li>
  );
}

function useRecent() {
  const [recent, setRecent] = useState<readonly RecentNotebook[]>([]);
  const read = useCallback(async () => setRecent((await run(app.listRecent({}))) ?? []), []);
  useEffect(() => {
    void read();
  }, [read]);
  const forget = async (path: string) => {
    await run(app.forgetRecent({ path }));
    await read();
  };
  return { recent, forget };
}

function Recent() {
  const { recent, forget } = useRecent();
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="mt-8">
      <h2 id="recent" className="text-xs text-muted px-2.5 pb-1.5 border-b border-rule mb-1">
        Recent notebooks
      </h2>
      <ul>
        {recent.map((row) => (
          <RecentRow key={row.path} recent={row} onForget={() => void forget(row.path)} />
        ))}
      </ul>
    </section>
  );
}

export function HomeView() {
  return (
    <main className="h-full overflow-auto">
      <div className="max-w-160 mx-auto px-6 pt-[14vh] pb-10">
        <h1 className="font-serif text-[34px] leading-tight">Casebook</h1>
        <p className="font-serif text-[17px] text-muted leading-relaxed mt-2 max-w-130">
          A notebook for research in articles. Link the words on the page to people, places and events, and
          ask later who did what, when and where, and who says so. Everything is kept in one file on this
          computer; nothing leaves it.
        </p>
        <div className="flex flex-wrap items-center gap-2 mt-6">
          <Button
            look="primary"
            icon={<FilePlus2 size={15} aria-hidden />}
            onPress={() => void newNotebook()}
          >
            New notebook…
          </Button>
          <Button icon={<FolderOpen size={15} aria-hidden />} onPress={() => void openNotebook()}>
            Open notebook…
          </Button>
          <Button look="quiet" onPress={() => openDialog({ kind: 'backups' })}>
            Open a backup…
          </Button>
        </div>
        <p className="text-xs text-faint mt-3">Or drop a .casebook file on this window.</p>
        <Recent />
      </div>
    </main>
  );
}
