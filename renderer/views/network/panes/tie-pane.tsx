/** What is chosen in the network is a tie: the words it rests on, and the events or relations these are evidence for. */
import type { Nearness, NetworkEdge, NetworkNode } from '../../../../shared/contract/views/network';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { useAnswer } from '../../../client/query';
import { useMoreRows } from '../../../client/use-rows';
import { SideSection } from '../../../parts/page/side-section';
import { PassageList } from '../../../parts/passages/passage-list';
import { ErrorMessage } from '../../../shell/error-message';
import { go } from '../../../shell/navigation';
import { LinkButton } from '../../../ui/actions/button';
import { ScrollPane } from '../../../ui/layout/scroll-pane';
import { counted, tieNames, tieWords } from '../network-words';

export interface TiePaneProps {
  readonly edge: NetworkEdge;
  readonly a: NetworkNode;
  readonly b: NetworkNode;
  readonly near: Nearness;
  readonly from: string | null;
  readonly to: string | null;
}

const rowsShown = 200;

/** How many there are, or that there may be more than are read. */
const readWords = ({ length }: readonly unknown[]): string =>
  length < rowsShown ? length.toLocaleString('en') : `the first ${rowsShown}`;

const pairOf = ({ a, b, from, to }: TiePaneProps) => ({ aId: a.id, bId: b.id, from, to });

function SharedEvents(props: TiePaneProps) {
  const { a, b } = props;
  const { data: events = [] } = useAnswer('listTieEvents', { ...pairOf(props), limit: rowsShown });
  if (events.length === 0) return null;
  return (
    <SideSection title="Events they share" detail={readWords(events)}>
      <ul className="flex flex-col gap-1.5">
        {events.map(({ id, title, date, aRoles, bRoles }) => (
          <li key={id} className="min-w-0">
            <LinkButton title={title} onPress={() => go({ kind: 'event', id })}>
              {title}
            </LinkButton>
            <span className="block text-xs text-muted [overflow-wrap:anywhere]">
              {date ? describeEdtf(date) : 'date not known'} · <bdi>{a.name}</bdi>: {aRoles.join(', ')} ·{' '}
              <bdi>{b.name}</bdi>: {bRoles.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}

function Relations(props: TiePaneProps) {
  const { a, b } = props;
  const { data: relations = [] } = useAnswer('listTieRelations', { ...pairOf(props), limit: rowsShown });
  if (relations.length === 0) return null;
  const nameOf = (id: string) => (id === a.id ? a.name : b.name);
  return (
    <SideSection title="What is stated" detail={readWords(relations)}>
      <ul className="flex flex-col gap-2">
        {relations.map(({ id, fromId, toId, type, title, date, comment, evidenceCount }) => (
          <li key={id} className="min-w-0 [overflow-wrap:anywhere]">
            <bdi>{nameOf(fromId)}</bdi> → <bdi>{nameOf(toId)}</bdi>: <bdi>{type}</bdi>
            {title && (
              <>
                , <bdi>{title}</bdi>
              </>
            )}
            <span className="block text-xs text-muted">
              {[
                date ? describeEdtf(date) : 'date not known',
                evidenceCount === 0 ? 'no evidence' : `${counted(evidenceCount, 'passage')} as evidence`,
                comment,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}

function Passages(props: TiePaneProps) {
  const { edge, near } = props;
  const { rows, total, more, isLoading, error } = useMoreRows('listTiePassages', {
    ...pairOf(props),
    tie: edge.tie,
    near,
  });
  if (error) return <ErrorMessage error={error} />;
  if (isLoading) return null;
  return (
    <section aria-label="Passages">
      {total > 0 && (
        <h3 className="px-4 pt-2.5 text-xs text-muted tabular-nums">{counted(total, 'passage')}</h3>
      )}
      <PassageList
        passages={rows}
        total={total}
        onMore={more}
        emptyWords="No passage is linked as evidence."
      />
    </section>
  );
}

export function TiePane(props: TiePaneProps) {
  const { edge, a, b, near } = props;
  return (
    <ScrollPane>
      <div className="px-4 pt-3 pb-3 border-b border-rule">
        <h2 className="text-[15px] font-semibold [overflow-wrap:anywhere] flex flex-wrap gap-x-1.5">
          <LinkButton onPress={() => go({ kind: 'entity', id: a.id })}>{a.name}</LinkButton>
          <span className="text-muted font-normal">{edge.tie === 'relation' ? '→' : 'and'}</span>
          <LinkButton onPress={() => go({ kind: 'entity', id: b.id })}>{b.name}</LinkButton>
        </h2>
        <p className="text-xs text-muted">
          {edge.tie === 'relation' ? `${tieNames.relation}: ${tieWords(edge, near)}` : tieWords(edge, near)}
        </p>
      </div>
      {edge.tie === 'event' && <SharedEvents {...props} />}
      {edge.tie === 'relation' && <Relations {...props} />}
      <Passages {...props} />
    </ScrollPane>
  );
}
