import { type ReactNode, useMemo } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';

export interface SplitPaneProps {
  /** Under this name the widths are remembered on this machine. */
  readonly name: string;
  readonly main: ReactNode;
  /** Null: the main pane has all the room, and stays as it is when the side comes. */
  readonly side: ReactNode | null;
  /** What the divider is for, for those who hear the screen. */
  readonly label: string;
  /** Where the side stands. */
  readonly sideAt?: 'start' | 'end';
  /** CSS pixels. */
  readonly sideWidth?: number;
  readonly sideMinWidth?: number;
}

function readLayout(name: string): Layout | undefined {
  const stored: unknown = JSON.parse(localStorage.getItem(`split:${name}`) ?? 'null');
  return stored !== null && typeof stored === 'object' ? (stored as Layout) : undefined;
}

function Divider({ label }: { readonly label: string }) {
  return (
    <Separator
      aria-label={label}
      className="w-px bg-rule outline-none data-[separator=hover]:bg-accent data-[separator=active]:bg-accent focus-visible:bg-accent"
    />
  );
}

/** Two panes with a divider that the mouse and the arrow keys move. */
export function SplitPane(props: SplitPaneProps) {
  const { name, main, side, label, sideAt = 'end', sideWidth = 300, sideMinWidth = 200 } = props;
  const layout = useMemo(() => readLayout(name), [name]);
  const hasSide = side !== null;
  const sidePanel = (
    <Panel
      id="side"
      defaultSize={sideWidth}
      minSize={sideMinWidth}
      groupResizeBehavior="preserve-pixel-size"
      className="flex flex-col min-h-0"
    >
      {side}
    </Panel>
  );
  return (
    <Group
      defaultLayout={layout}
      onLayoutChanged={(changed) => {
        if (hasSide) localStorage.setItem(`split:${name}`, JSON.stringify(changed));
      }}
      className="flex-1 min-h-0 h-full"
    >
      {hasSide && sideAt === 'start' && sidePanel}
      {hasSide && sideAt === 'start' && <Divider label={label} />}
      <Panel id="main" minSize={280} className="flex flex-col min-h-0">
        {main}
      </Panel>
      {hasSide && sideAt === 'end' && <Divider label={label} />}
      {hasSide && sideAt === 'end' && sidePanel}
    </Group>
  );
}
