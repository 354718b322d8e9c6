/** What is chosen in the network is an entity: who it is, its strongest ties, and ways on from there. */
import { ExternalLink, Focus } from 'lucide-react';
import type { Nearness, Network } from '../../../../shared/contract/views/network';
import { SideSection } from '../../../parts/page/side-section';
import { go } from '../../../shell/navigation';
import { Button } from '../../../ui/actions/button';
import { ScrollPane } from '../../../ui/layout/scroll-pane';
import { placeAround } from '../network-place';
import { TieList } from './tie-list';

export interface NodePaneProps {
  readonly network: Network;
  readonly near: Nearness;
  readonly node: number;
  readonly onChooseTie: (edge: number) => void;
}

export function NodePane({ network, near, node, onChooseTie }: NodePaneProps) {
  const entity = network.nodes[node];
  if (!entity) return null;
  const edges = network.edges.flatMap(({ source, target }, index) =>
    source === node || target === node ? [index] : [],
  );
  return (
    <ScrollPane>
      <div className="px-4 pt-3 pb-3 border-b border-rule flex flex-col gap-2">
        <h2 className="text-[15px] font-semibold [overflow-wrap:anywhere]" dir="auto">
          {entity.name}
        </h2>
        <p className="text-xs text-muted">{entity.actorKind || entity.kind}</p>
        <div className="flex flex-wrap gap-1.5">
          <Button
            icon={<ExternalLink size={14} aria-hidden />}
            onPress={() => go({ kind: 'entity', id: entity.id })}
          >
            Open its page
          </Button>
          <Button icon={<Focus size={14} aria-hidden />} onPress={() => go(placeAround(entity.id))}>
            Only around it
          </Button>
        </div>
      </div>
      <SideSection title="Strongest ties" detail={edges.length.toLocaleString('en')}>
        <TieList network={network} near={near} edges={edges} from={node} onChoose={onChooseTie} />
      </SideSection>
    </ScrollPane>
  );
}
