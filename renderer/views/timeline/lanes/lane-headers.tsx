import { Button, Toolbar } from 'react-aria-components';
import { go } from '../../../shell/navigation';
import type { LaneKind } from '../model/lanes-of';
import type { LaidLane } from '../model/lay-out';

interface LaneHeadersProps {
  readonly kind: LaneKind;
  /** Those in view. */
  readonly lanes: readonly LaidLane[];
  /** CSS pixels that are scrolled away above. */
  readonly top: number;
  readonly width: number;
}

function open(kind: LaneKind, id: string): void {
  if (kind === 'article') go({ kind: 'article', id });
  else if (kind !== 'type') go({ kind: 'entity', id });
}

function HeaderWords({ lane }: { readonly lane: LaidLane['lane'] }) {
  return (
    <>
      <span className="truncate" dir="auto">
        {lane.name}
      </span>
      <span className="text-faint text-xs tabular-nums ms-auto ps-1 shrink-0">
        {lane.events.length.toLocaleString('en')}
      </span>
    </>
  );
}

function Header({
  laid,
  kind,
  top,
}: {
  readonly laid: LaidLane;
  readonly kind: LaneKind;
  readonly top: number;
}) {
  const { lane, height } = laid;
  const { id } = lane;
  // In a high lane the name stays in view.
  const y = Math.max(laid.top - top, Math.min(0, laid.top + height - top - 32));
  const look = 'w-full h-full flex items-center px-2 text-start min-w-0 rounded-sm';
  return (
    <div
      className="absolute inset-x-0 border-b border-rule"
      style={{ top: laid.top - top, height }}
      title={lane.name}
    >
      <div className="absolute inset-x-0 h-8" style={{ top: y - (laid.top - top) }}>
        {id === null || kind === 'type' ? (
          <span className={`${look} ${id === null ? 'text-muted' : ''}`}>
            <HeaderWords lane={lane} />
          </span>
        ) : (
          <Button onPress={() => open(kind, id)} className={`${look} cursor-default hovered:bg-selected`}>
            <HeaderWords lane={lane} />
          </Button>
        )}
      </div>
    </div>
  );
}

/** The names of the lanes at their beginning; one leads to its page. One stop of Tab, walked by the arrows. */
export function LaneHeaders({ kind, lanes, top, width }: LaneHeadersProps) {
  return (
    <Toolbar
      aria-label="Lanes"
      orientation="vertical"
      className="relative h-full overflow-hidden bg-sunken border-e border-rule shrink-0"
      style={{ width }}
    >
      {lanes.map((laid) => (
        <Header key={laid.lane.id ?? ''} laid={laid} kind={kind} top={top} />
      ))}
    </Toolbar>
  );
}
