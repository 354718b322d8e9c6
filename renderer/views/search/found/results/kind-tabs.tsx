/** Which kind is shown of what was found; each tab says how much there is of it, and puts the kind into the query. */
import { Radio, RadioGroup } from 'react-aria-components';
import { type HitKind, hitKinds, type SearchResult } from '../../../../../shared/contract/search';
import { choiceOf } from '../../../../../shared/query/change-query';
import { withKind } from '../query-changes';

const all = 'all';

/** In the order they stand; entities are what has a name. */
const tabs: readonly { readonly kind: HitKind | typeof all; readonly label: string }[] = [
  { kind: all, label: 'All' },
  { kind: 'passage', label: 'Passages' },
  { kind: 'article', label: 'Articles' },
  { kind: 'event', label: 'Events' },
  { kind: 'entity', label: 'Actors & places' },
  { kind: 'note', label: 'Notes' },
  { kind: 'account', label: 'Accounts' },
  { kind: 'tag', label: 'Tags' },
];

/** The tab of a query; undefined when it asks for several kinds, or for one that has no tab. */
function tabOf(query: string): string | undefined {
  const { chosen } = choiceOf(query, 'kind');
  if (chosen.length === 0) return all;
  return chosen.length === 1 ? tabs.find(({ kind }) => kind === chosen[0])?.kind : undefined;
}

interface KindTabsProps {
  readonly query: string;
  readonly totals: SearchResult['totals'] | undefined;
  /** False: they are of the query before; the tabs keep their places by them. */
  readonly isCounted: boolean;
  readonly onChange: (query: string) => void;
}

export function KindTabs({ query, totals, isCounted, onChange }: KindTabsProps) {
  const shown = tabOf(query) ?? null;
  const countOf = (kind: HitKind | typeof all): number | undefined =>
    totals && (kind === all ? hitKinds.reduce((sum, one) => sum + totals[one], 0) : totals[kind]);
  const choose = (value: string) => {
    const tab = tabs.find(({ kind }) => kind === value);
    if (tab) onChange(withKind(query, tab.kind === all ? null : tab.kind));
  };
  return (
    <RadioGroup
      aria-label="Kind of hit"
      orientation="horizontal"
      value={shown}
      onChange={choose}
      className="flex min-w-0 overflow-x-auto px-2 [scrollbar-width:none] [&::-webkit-scrollbar]:hidden"
    >
      {tabs.map(({ kind, label }) => (
        <Radio
          key={kind}
          value={kind}
          className={`${countOf(kind) === 0 && kind !== shown ? 'max-[1320px]:hidden ' : ''}shrink-0 h-8 px-2 inline-flex items-center gap-1.5 border-b-2 border-transparent text-muted cursor-default whitespace-nowrap hovered:text-ink selected:border-accent selected:text-ink selected:font-medium data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-accent`}
        >
          {label}
          <span className={`text-xs text-faint font-normal tabular-nums ${isCounted ? '' : 'invisible'}`}>
            {countOf(kind)?.toLocaleString('en') ?? ''}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
