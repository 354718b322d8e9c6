/** Beside the network while nothing is chosen: what its ties mean, and which are the strongest. */
import type { Nearness, Network } from '../../../../shared/contract/views/network';
import { SideSection } from '../../../parts/page/side-section';
import { ScrollPane } from '../../../ui/layout/scroll-pane';
import { TieList } from './tie-list';

const nearWords: Readonly<Record<Nearness, string>> = {
  passage: 'one passage is linked to both',
  paragraph: 'linked words that name the one and the other stand in the same paragraph',
  article: 'linked words that name the one and the other stand in the same article',
};

export interface OverviewPaneProps {
  readonly network: Network;
  readonly near: Nearness;
  readonly onChooseTie: (edge: number) => void;
}

export function OverviewPane({ network, near, onChooseTie }: OverviewPaneProps) {
  return (
    <ScrollPane>
      <SideSection title="How to read it">
        <ul className="flex flex-col gap-1.5 text-muted">
          <li>
            <span className="text-ink">Named together:</span> {nearWords[near]}. It does not say that they
            have to do with each other.
          </li>
          <li>
            <span className="text-ink">Shared events:</span> both take part in an event, or it is at the
            place.
          </li>
          <li>
            <span className="text-ink">Relations:</span> somebody stated it; the arrow says which way.
          </li>
          <li>
            The thicker a line, the more passages, articles or events are behind it. Names that have no room
            appear closer up.
          </li>
        </ul>
      </SideSection>
      <SideSection title="Strongest ties">
        <TieList
          network={network}
          near={near}
          edges={network.edges.map((_, index) => index)}
          onChoose={onChooseTie}
        />
      </SideSection>
    </ScrollPane>
  );
}
