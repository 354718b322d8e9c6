/** Who appears with whom: a picture or a table of ties, and beside it the words that are behind what is chosen. */
import { Shuffle, Waypoints, X } from 'lucide-react';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { Nearness, Network } from '../../../shared/contract/views/network';
import { useAnswer } from '../../client/query';
import { ExportMenu } from '../../parts/export/export-menu';
import { ErrorMessage } from '../../shell/error-message';
import { go, useNavigation } from '../../shell/navigation';
import type { ScreenProps } from '../../shell/screen-props';
import { Button, IconButton } from '../../ui/actions/button';
import { Spinner } from '../../ui/feedback/progress';
import { Segmented } from '../../ui/fields/segmented';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { SplitPane } from '../../ui/layout/split-pane';
import { FindNode } from './find-node';
import { GraphCanvas } from './graph/graph-canvas';
import type { GraphSurface } from './graph/graph-surface';
import { graphSvg } from './graph/graph-svg';
import type { Picked } from './graph/picture';
import { type Layout, useLayout } from './layout/use-layout';
import { NetworkFilters } from './network-filters';
import { placeAround, useNarrowing } from './network-place';
import { setNetwork, useNetworkState } from './network-state';
import { NetworkTable, tieRows } from './network-table';
import { counted } from './network-words';
import { NodePane } from './panes/node-pane';
import { OverviewPane } from './panes/overview-pane';
import { TiePane } from './panes/tie-pane';

/** More are no picture any more, with or without a graphics processor. */
const limits = { nodeLimit: 1000, edgeLimit: 5000 };

function useNetworkQuery(focusId: string | null) {
  const { kinds, ties, near, steps } = useNetworkState();
  const { from, to, minWeight } = useNarrowing();
  return useAnswer('getNetwork', {
    kinds: [...kinds],
    ties: [...ties],
    near,
    from,
    to,
    minWeight,
    focusId,
    steps,
    ...limits,
  });
}

function countWords({ nodes, edges, nodeTotal, edgeTotal }: Network): string {
  const shown = (count: number, total: number, one: string) =>
    count < total
      ? `the strongest ${count.toLocaleString('en')} of ${counted(total, one)}`
      : counted(total, one);
  return `${shown(nodes.length, nodeTotal, 'name')}, ${shown(edges.length, edgeTotal, 'tie')}`;
}

function FocusChip({ focusId }: { readonly focusId: string }) {
  const steps = useNetworkState((state) => state.steps);
  const { data: entity } = useAnswer('getEntity', { id: focusId });
  return (
    <span className="flex items-center gap-1 min-w-0">
      <Segmented
        label="How far around it"
        labelHidden
        value={String(steps) as '1' | '2'}
        choices={[
          { value: '1', label: '1 step' },
          { value: '2', label: '2 steps' },
        ]}
        onChange={(chosen) => setNetwork({ steps: chosen === '1' ? 1 : 2 })}
      />
      <span className="text-muted truncate max-w-44" title={entity?.name}>
        around <bdi>{entity?.name ?? '…'}</bdi>
      </span>
      <IconButton
        label="Show the whole network"
        icon={<X size={14} />}
        onPress={() => useNavigation.getState().replace(placeAround(null))}
      />
    </span>
  );
}

interface HeaderProps {
  readonly focusId: string | null;
  readonly network: Network | undefined;
  readonly layout: Layout;
  readonly near: Nearness;
  readonly surfaceRef: RefObject<GraphSurface | null>;
  readonly onFind: (index: number) => void;
}

function Header({ focusId, network, layout, near, surfaceRef, onFind }: HeaderProps) {
  const form = useNetworkState((state) => state.form);
  const svg = () => {
    const shown = surfaceRef.current?.exported();
    if (!shown) throw new Error('There is no picture to export.');
    return graphSvg(shown.drawing, shown.size);
  };
  const rows = () => ({
    columns: ['One', 'Other', 'Tie', 'Weight', 'In words'],
    rows: network
      ? tieRows(network, near).map(({ a, b, kind, weight, words }) => [a, b, kind, weight, words])
      : [],
  });
  return (
    <PageHeader
      title="Network"
      detail={<span role="status">{layout.isArranging ? 'Arranging…' : network && countWords(network)}</span>}
    >
      {focusId !== null && <FocusChip focusId={focusId} />}
      <FindNode nodes={network?.nodes ?? []} onFind={onFind} />
      {form === 'picture' && (
        <IconButton label="Arrange anew" icon={<Shuffle size={15} />} onPress={layout.arrangeAnew} />
      )}
      <Segmented
        label="Form"
        labelHidden
        value={form}
        choices={[
          { value: 'picture', label: 'Picture' },
          { value: 'table', label: 'Table' },
        ]}
        onChange={(chosen) => setNetwork({ form: chosen })}
      />
      <ExportMenu
        name="Network"
        rows={rows}
        {...(form === 'picture' ? { svg } : {})}
        isDisabled={!network || network.nodes.length === 0}
      />
    </PageHeader>
  );
}

function NoTies({ focusId }: { readonly focusId: string | null }) {
  return (
    <EmptyState
      icon={<Waypoints size={28} aria-hidden />}
      title="No ties to show"
      actions={
        focusId !== null && <Button onPress={() => go(placeAround(null))}>Show the whole network</Button>
      }
    >
      Two names are tied when linked words name them together, when they share an event, or when a relation is
      stated. Take in more kinds or ties above, or a longer time.
    </EmptyState>
  );
}

interface SideProps {
  readonly network: Network;
  readonly chosen: Picked | null;
  readonly onChoose: (pick: Picked | null) => void;
}

function Side({ network, chosen, onChoose }: SideProps) {
  const { near } = useNetworkState();
  const { from, to } = useNarrowing();
  const chooseTie = (index: number) => onChoose({ kind: 'edge', index });
  if (chosen?.kind === 'node')
    return <NodePane network={network} near={near} node={chosen.index} onChooseTie={chooseTie} />;
  const edge = chosen ? network.edges[chosen.index] : undefined;
  const [a, b] = [network.nodes[edge?.source ?? -1], network.nodes[edge?.target ?? -1]];
  if (!edge || !a || !b) return <OverviewPane network={network} near={near} onChooseTie={chooseTie} />;
  return (
    <TiePane key={`${a.id} ${b.id} ${edge.tie}`} edge={edge} a={a} b={b} near={near} from={from} to={to} />
  );
}

/** What is chosen, by what it is and not by its number: the network may be counted anew meanwhile. */
function useChosen(network: Network | undefined) {
  const [key, setKey] = useState<string | null>(null);
  const keyOf = (pick: Picked | null): string | null => {
    if (!network || !pick) return null;
    if (pick.kind === 'node') return network.nodes[pick.index]?.id ?? null;
    const edge = network.edges[pick.index];
    return edge ? edgeKey(network, edge) : null;
  };
  const chosen = useMemo(() => (network && key !== null ? pickOfKey(network, key) : null), [network, key]);
  return { chosen, choose: (pick: Picked | null) => setKey(keyOf(pick)) };
}

const edgeKey = ({ nodes }: Network, { source, target, tie, label }: Network['edges'][number]): string =>
  [nodes[source]?.id, nodes[target]?.id, tie, label].join(' ');

function pickOfKey(network: Network, key: string): Picked | null {
  const node = network.nodes.findIndex(({ id }) => id === key);
  if (node >= 0) return { kind: 'node', index: node };
  const edge = network.edges.findIndex((one) => edgeKey(network, one) === key);
  return edge >= 0 ? { kind: 'edge', index: edge } : null;
}

function useWholeNetwork(focusId: string | null) {
  const { data: network, error, isPending } = useNetworkQuery(focusId);
  const { data: info } = useAnswer('getNotebook', {});
  const layout = useLayout({ notebookId: info?.id ?? '', focusId }, info ? network : undefined);
  return { network, error, isPending, layout };
}

export function NetworkView({ place }: ScreenProps<'network'>) {
  const focusId = place.focusId ?? null;
  const { near, form } = useNetworkState();
  const { network, error, isPending, layout } = useWholeNetwork(focusId);
  const surfaceRef = useRef<GraphSurface>(null);
  const shown = form === 'picture' ? layout.placed?.network : network;
  const { chosen, choose } = useChosen(shown);
  const find = (index: number) => {
    choose({ kind: 'node', index });
    surfaceRef.current?.reveal(index);
    surfaceRef.current?.focus();
  };
  return (
    <>
      <Header {...{ focusId, network: shown, layout, near, surfaceRef }} onFind={find} />
      <NetworkFilters network={network} />
      {error ? <ErrorMessage error={error} /> : null}
      {isPending && <Spinner />}
      {network?.nodes.length === 0 && <NoTies focusId={focusId} />}
      {shown && network && network.nodes.length > 0 && (
        <SplitPane
          name="network"
          label="Width of the details"
          main={
            form === 'table' || !layout.placed ? (
              <NetworkTable
                network={shown}
                near={near}
                onChooseTie={(index) => choose({ kind: 'edge', index })}
              />
            ) : (
              <GraphCanvas
                placed={layout.placed}
                near={near}
                chosen={chosen}
                onChoose={choose}
                onOpenNode={(index) => go({ kind: 'entity', id: shown.nodes[index]?.id ?? '' })}
                onMoved={(index, point) => layout.move(shown.nodes[index]?.id ?? '', point)}
                surfaceRef={surfaceRef}
              />
            )
          }
          side={<Side network={shown} chosen={chosen} onChoose={choose} />}
        />
      )}
    </>
  );
}
