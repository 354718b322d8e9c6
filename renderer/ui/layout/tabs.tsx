import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export interface TabRow {
  readonly id: string;
  readonly label: string;
  /** Shown in grey after the label. */
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly TabRow[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
}

/** Tabs under a hairline; only the chosen one's content is there. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect?.(String(key))}
      className="flex flex-col min-h-0 flex-1"
    >
      <TabList aria-label={label} className="flex gap-4 border-b border-rule px-4 shrink-0">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="py-1.5 -mb-px border-b-2 border-transparent text-muted cursor-default outline-none hovered:text-ink selected:border-accent selected:text-ink data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="ms-1.5 text-xs text-faint tabular-nums">{tab.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="flex-1 min-h-0 overflow-auto outline-none">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
