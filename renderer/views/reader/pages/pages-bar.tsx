/** The line above the pages: which one it is, going to another, their size. */
import { ChevronDown, ChevronUp, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useKeys } from '../../../shell/keys/shortcuts';
import { IconButton } from '../../../ui/actions/button';
import { TextField } from '../../../ui/fields/text-field';
import type { PagePlaces } from './page-places';
import { stepZoom, togglePages, usePagesState } from './pages-state';

export interface PagesBarProps {
  readonly places: PagePlaces;
  readonly count: number;
  readonly current: number;
  readonly onPage: (page: number) => void;
}

/** Takes a label as the page bears it, else the number of the page in the file. */
function pageOf({ places, count }: PagesBarProps, typed: string): number | null {
  const number = Number.parseInt(typed.replace(/^\D+/, ''), 10);
  const counted = number >= 1 && number <= count ? number - 1 : null;
  return places.find(typed.replace(/^\s*pp?\.?\s+/i, '')) ?? counted;
}

function PageField(props: PagesBarProps) {
  const { places, current, onPage } = props;
  const label = places.labelOf(current);
  const [typed, setTyped] = useState(label);
  useEffect(() => setTyped(label), [label]);
  const take = () => {
    const page = pageOf(props, typed);
    if (page === null) setTyped(label);
    else if (page !== current) onPage(page);
  };
  return (
    <div className="w-13 shrink-0 text-center">
      <TextField
        label="Page"
        labelHidden
        value={typed}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          else event.continuePropagation();
        }}
      />
    </div>
  );
}

export function PagesBar(props: PagesBarProps) {
  const { count, current, onPage } = props;
  const { zoom } = usePagesState();
  const keys = {
    next: useKeys('next-page'),
    previous: useKeys('previous-page'),
    show: useKeys('show-pages'),
  };
  return (
    <div className="@container flex items-center gap-1 h-10 px-2 shrink-0 min-w-0 overflow-hidden border-b border-rule text-muted">
      <IconButton
        label="Previous page"
        keys={keys.previous}
        icon={<ChevronUp size={16} />}
        isDisabled={current === 0}
        onPress={() => onPage(current - 1)}
      />
      <IconButton
        label="Next page"
        keys={keys.next}
        icon={<ChevronDown size={16} />}
        isDisabled={current >= count - 1}
        onPress={() => onPage(current + 1)}
      />
      <PageField {...props} />
      <span className="text-xs whitespace-nowrap sr-only @3xs:not-sr-only">of {count}</span>
      <div className="ms-auto hidden @2xs:flex items-center gap-0.5">
        <IconButton
          label="Smaller pages"
          icon={<ZoomOut size={15} />}
          isDisabled={zoom <= 0.5}
          onPress={() => stepZoom(-1)}
        />
        <IconButton
          label="Larger pages"
          icon={<ZoomIn size={15} />}
          isDisabled={zoom >= 4}
          onPress={() => stepZoom(1)}
        />
      </div>
      <span className="ms-auto @2xs:ms-0">
        <IconButton label="Hide the pages" keys={keys.show} icon={<X size={15} />} onPress={togglePages} />
      </span>
    </div>
  );
}
