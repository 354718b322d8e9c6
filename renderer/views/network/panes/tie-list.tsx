/** Ties as a list of buttons, the strongest first. */
import type { Nearness, Network, NetworkEdge } from '../../../../shared/contract/views/network';
import { LinkButton } from '../../../ui/actions/button';
import { arrowWords, pairWords, tieWords } from '../network-words';

export interface TieListProps {
  readonly network: Network;
  readonly near: Nearness;
  /** Indices of the edges to list. */
  readonly edges: readonly number[];
  /** The node whose ties these are: only the other end is named. */
  readonly from?: number;
  readonly onChoose: (edge: number) => void;
}

const rowsShown = 40;

function namesOf(network: Network, { source, target, tie }: NetworkEdge, from: number | undefined): string {
  const name = (index: number) => network.nodes[index]?.name ?? '';
  if (from === undefined) return pairWords(tie, name(source), name(target));
  if (tie !== 'relation') return name(from === source ? target : source);
  return from === source ? arrowWords('', name(target)) : `\u200e← \u2068${name(source)}\u2069`;
}

export function TieList({ network, near, edges, from, onChoose }: TieListProps) {
  const left = edges.length - rowsShown;
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {edges.slice(0, rowsShown).map((index) => {
          const edge = network.edges[index];
          if (!edge) return null;
          const names = namesOf(network, edge, from);
          return (
            <li key={index} className="min-w-0">
              <LinkButton title={names} onPress={() => onChoose(index)}>
                {names}
              </LinkButton>
              <span className="block text-xs text-muted truncate" dir="auto">
                {tieWords(edge, near)}
              </span>
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <p className="mt-2 text-xs text-muted">{left.toLocaleString('en')} more are in the table.</p>
      )}
    </>
  );
}
