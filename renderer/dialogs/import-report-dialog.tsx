import { useState } from 'react';
import type { ImportItem } from '../../shared/contract/app';
import { importedWords } from '../intake/imported-words';
import { go } from '../shell/navigation';
import { Button, LinkButton } from '../ui/actions/button';
import { Dialog } from '../ui/overlays/dialog';
import type { DialogOf } from './dialog-props';

type Outcome = ImportItem['outcome'];

/** In this order: what needs the eye first. */
const groups: readonly { readonly outcome: Outcome; readonly title: string }[] = [
  { outcome: 'refused', title: 'Not imported' },
  { outcome: 'recaptured', title: 'Newer captures of articles in the notebook' },
  { outcome: 'known', title: 'In the notebook already' },
  { outcome: 'imported', title: 'Imported' },
];

const nameOf = (source: string) => source.split(/[\\/]/).at(-1) || source;

function Item({ item, onClose }: { readonly item: ImportItem; readonly onClose: () => void }) {
  const { articleId, source, title, message } = item;
  const open = () => {
    onClose();
    if (articleId) go({ kind: 'article', id: articleId });
  };
  return (
    <li className="py-1.5 border-b border-rule min-w-0">
      <div className="flex items-baseline gap-3 min-w-0">
        <span className="flex-1 min-w-0 truncate">
          {articleId ? <LinkButton onPress={open}>{title || nameOf(source)}</LinkButton> : nameOf(source)}
        </span>
        <span className="text-xs text-faint truncate max-w-[40%]" title={source}>
          {nameOf(source)}
        </span>
      </div>
      {message && <p className="text-xs text-muted select-text break-words">{message}</p>}
    </li>
  );
}

interface GroupProps {
  readonly title: string;
  readonly items: readonly ImportItem[];
  readonly onClose: () => void;
}

/** So many of a group at first: drawing thousands takes its time. */
const shownAtFirst = 200;

function Group({ title, items, onClose }: GroupProps) {
  const [showsAll, setShowsAll] = useState(false);
  if (items.length === 0) return null;
  const shown = showsAll ? items : items.slice(0, shownAtFirst);
  return (
    <section className="mb-4">
      <h3 className="text-xs text-muted border-b border-rule pb-1">
        {title} <span className="tabular-nums">({items.length.toLocaleString('en')})</span>
      </h3>
      <ul>
        {shown.map((item) => (
          <Item key={`${item.source} ${item.articleId}`} item={item} onClose={onClose} />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button look="quiet" onPress={() => setShowsAll(true)}>
          Show all {items.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  );
}

/** What came of an import, file by file. */
export function ImportReportDialog({ dialog: { report }, onClose }: DialogOf<'import-report'>) {
  return (
    <Dialog
      title={importedWords(report)}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>Close</Button>}
    >
      {groups.map(({ outcome, title }) => (
        <Group
          key={outcome}
          title={title}
          items={report.items.filter((item) => item.outcome === outcome)}
          onClose={onClose}
        />
      ))}
    </Dialog>
  );
}
