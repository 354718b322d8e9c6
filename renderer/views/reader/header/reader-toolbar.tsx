/** The line above the text: revisions, correcting, details, read or unread, the next article. */
import { ArrowLeft, Check, CircleDashed, History, Info, PenLine } from 'lucide-react';
import type { ArticleDetail } from '../../../../shared/model/article';
import { commands } from '../../../client/client';
import { commandRow } from '../../../shell/keys/shortcuts';
import { go } from '../../../shell/navigation';
import { run } from '../../../shell/notices';
import { timeWords } from '../../../shell/time-words';
import { runCommand } from '../../../shell/use-command';
import { Button, IconButton } from '../../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../../ui/actions/menu-button';
import { type Reader, useReader } from '../reader-context';
import { OutlineButton } from './outline-button';

/** Stands below the revisions in their menu. */
const compare = 'compare-revisions';

function revisionRows({ article, revision }: Reader): readonly MenuRow[] {
  const revisions = article.revisions.toReversed().map(({ id, number, reason, createdAt }) => ({
    id,
    label: `${number} · ${timeWords(createdAt)}${reason ? ` · ${reason}` : ''}`,
    checked: id === revision.id,
  }));
  const keys = commandRow(compare)?.keys ?? '';
  const comparing = { id: compare, label: 'Compare revisions…', keys, group: true };
  return revisions.length > 1 ? [...revisions, comparing] : revisions;
}

function showRevision(article: ArticleDetail, id: string): void {
  const isCurrent = id === article.currentRevisionId;
  go({ kind: 'article', id: article.id, ...(isCurrent ? {} : { revisionId: id }) });
}

function ReadButton() {
  const { article } = useReader();
  const isRead = article.readAt !== null;
  return (
    <Button
      look="quiet"
      icon={isRead ? <Check size={14} aria-hidden /> : <CircleDashed size={14} aria-hidden />}
      onPress={() => void run(commands.setRead({ ids: [article.id], read: !isRead }))}
    >
      <Roomy>{isRead ? 'Read' : 'Mark as read'}</Roomy>
    </Button>
  );
}

/** Words that give way to their icon where there is little room; they are still heard. */
function Roomy({ children }: { readonly children: string }) {
  return <span className="sr-only @xl:not-sr-only">{children}</span>;
}

export function ReaderToolbar() {
  const reader = useReader();
  const { article, revision, canChange, store } = reader;
  return (
    <div className="@container flex items-center gap-1 h-10 px-3 shrink-0 border-b border-rule">
      <IconButton
        label="To the library"
        icon={<ArrowLeft size={16} />}
        onPress={() => go({ kind: 'library' })}
      />
      <div className="ms-auto flex items-center gap-1">
        <OutlineButton />
        {canChange && <ReadButton />}
        <MenuButton
          label="Revisions"
          rows={revisionRows(reader)}
          onAction={(id) => (id === compare ? void runCommand(compare) : showRevision(article, id))}
        >
          <Button look="quiet" icon={<History size={14} aria-hidden />}>
            Revision {revision.number}
          </Button>
        </MenuButton>
        {canChange && (
          <Button
            look="quiet"
            icon={<PenLine size={14} aria-hidden />}
            onPress={() => runCommand('correct-text')}
          >
            <Roomy>{article.kind === 'own' ? 'Write' : 'Correct the text'}</Roomy>
          </Button>
        )}
        <Button
          look="quiet"
          icon={<Info size={14} aria-hidden />}
          onPress={() => store.setState({ detailsAreOpen: true })}
        >
          <Roomy>Details</Roomy>
        </Button>
      </div>
    </div>
  );
}
