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
import { PagesButton } from '../pages/pages-button';
import { type OpenText, useOpenText } from '../reader-context';
import { OutlineButton } from './outline-button';

/** Rows that stand below the revisions in their menu begin so. */
const comparing = 'compare ';

function revisionRows(text: OpenText): readonly MenuRow[] {
  const { article, revision } = text;
  const revisions = article.revisions.toReversed().map(({ id, number, reason, createdAt }) => ({
    id,
    label: `${number} · ${timeWords(createdAt)}${reason ? ` · ${reason}` : ''}`,
    checked: id === revision.id,
  }));
  return [...revisions, ...comparisonRows(text)];
}

/** A row an earlier revision; the keys stand at the one that they compare. */
function comparisonRows({ article, revision }: OpenText): readonly MenuRow[] {
  const keys = commandRow('compare-revisions')?.keys ?? '';
  const earlier = article.revisions.filter(({ id }) => id !== article.currentRevisionId).toReversed();
  const meant = earlier.find(({ id }) => id === revision.id) ?? earlier[0];
  return earlier.map(({ id, number }, index) => ({
    id: `${comparing}${id}`,
    label: `Compare ${number} with the current one…`,
    group: index === 0,
    ...(id === meant?.id ? { keys } : {}),
  }));
}

function chooseRow(article: ArticleDetail, row: string): void {
  if (!row.startsWith(comparing)) return showRevision(article, row);
  const fromRevisionId = row.slice(comparing.length);
  go({ kind: 'compare', articleId: article.id, fromRevisionId, toRevisionId: article.currentRevisionId });
}

function showRevision(article: ArticleDetail, id: string): void {
  const isCurrent = id === article.currentRevisionId;
  go({ kind: 'article', id: article.id, ...(isCurrent ? {} : { revisionId: id }) });
}

function ReadButton() {
  const { article } = useOpenText();
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
  const text = useOpenText();
  const { article, revision, canChange, store } = text;
  return (
    <div className="@container flex items-center gap-1 h-10 px-3 shrink-0 border-b border-rule">
      <IconButton
        label="To the library"
        icon={<ArrowLeft size={16} />}
        onPress={() => go({ kind: 'library' })}
      />
      <div className="ms-auto flex items-center gap-1">
        <PagesButton />
        <OutlineButton />
        {canChange && <ReadButton />}
        <MenuButton label="Revisions" rows={revisionRows(text)} onAction={(row) => chooseRow(article, row)}>
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
