/** The headings of the text: choose one and the text is there. Texts without headings have no such button. */
import { ListTree } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseContent } from '../../../../shared/document/content-html';
import { type OutlineEntry, outlineOf } from '../../../../shared/document/outline';
import { useKeys } from '../../../shell/keys/shortcuts';
import { notify } from '../../../shell/notices';
import { useCommand } from '../../../shell/use-command';
import { IconButton } from '../../../ui/actions/button';
import { rowsOf } from '../../../ui/lists/row-source';
import { VirtualList } from '../../../ui/lists/virtual-list';
import { Popover } from '../../../ui/overlays/popover';
import { useOpenText } from '../reader-context';

function Entry({ level, title }: OutlineEntry) {
  return (
    <span
      className={level === 1 ? 'truncate font-medium' : 'truncate'}
      dir="auto"
      title={title}
      style={{ paddingInlineStart: `${(level - 1) * 16}px` }}
    >
      {title}
    </span>
  );
}

const rowHeightPx = 28;

interface HeadingsProps {
  readonly outline: readonly OutlineEntry[];
  readonly onOpen: (entry: OutlineEntry) => void;
}

function Headings({ outline, onOpen }: HeadingsProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector<HTMLElement>('[role=listbox]')?.focus(), []);
  return (
    <div
      ref={frame}
      className="flex flex-col w-80"
      style={{ height: Math.min(outline.length * rowHeightPx + 4, 420) }}
    >
      <VirtualList
        label="Headings"
        rows={rowsOf(outline)}
        rowKey={(entry) => String(entry.start)}
        rowHeight={rowHeightPx}
        item={Entry}
        onOpen={onOpen}
      />
    </div>
  );
}

export function OutlineButton() {
  const { revision, surface } = useOpenText();
  const [isOpen, setOpen] = useState(false);
  // Reading a book's content takes its time: not before it is asked for.
  const hasHeadings = useMemo(() => /<h[1-4]>/.test(revision.content), [revision]);
  const outline = useMemo(
    () => (isOpen ? outlineOf(parseContent(revision.content)) : []),
    [revision, isOpen],
  );
  const button = useRef<HTMLDivElement>(null);
  const keys = useKeys('outline');
  useCommand('outline', () => (hasHeadings ? setOpen(true) : notify({ text: 'This text has no headings' })));
  if (!hasHeadings) return null;
  const goTo = (entry: OutlineEntry) => {
    setOpen(false);
    // The popover gives the focus back to where it was first.
    requestAnimationFrame(() => {
      surface.current?.reveal(entry);
      surface.current?.placeCaret(entry);
    });
  };
  return (
    <div ref={button}>
      <IconButton label="Outline" keys={keys} icon={<ListTree size={16} />} onPress={() => setOpen(true)} />
      <Popover label="Outline" isOpen={isOpen} onClose={() => setOpen(false)} anchorRef={button}>
        <Headings outline={outline} onOpen={goTo} />
      </Popover>
    </div>
  );
}
