/**
 * What an actor did and what was done to it, or what happened at a place: a small list by year, each event with the role
 * and the very words.
 */
import { ArrowDownLeft, ArrowUpRight, CalendarClock, Dot, Lightbulb, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { happenedWords } from '../../../../shared/accounts/account-words';
import type { RoleSide } from '../../../../shared/accounts/role-side';
import type { Doing, DoingPart } from '../../../../shared/contract/entities';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { EntityDetail } from '../../../../shared/model/entity';
import { useMoreRows } from '../../../client/use-rows';
import { ErrorMessage } from '../../../shell/error-message';
import { go } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { LinkButton } from '../../../ui/actions/button';
import { Segmented } from '../../../ui/fields/segmented';
import { useWalk } from '../../../ui/lists/use-walk';
import { DossierSection, useUnfolding } from './dossier-section';
import { useKept } from './use-kept';
import { MoreWords, Walked, WalkedWords, wordsKey } from './walked';

interface EntityProps {
  readonly entity: EntityDetail;
  readonly place: PlaceOf<'entity'>;
}

type Sides = RoleSide | 'all';

const sideChoices = [
  { value: 'all', label: 'All' },
  { value: 'did', label: 'Did' },
  { value: 'undergone', label: 'Done to' },
  { value: 'other', label: 'Other roles' },
] as const;

const signs: Readonly<Record<RoleSide, ReactNode>> = {
  did: <ArrowUpRight size={13} aria-hidden className="text-accent rtl:-scale-x-100" />,
  undergone: <ArrowDownLeft size={13} aria-hidden className="text-danger rtl:-scale-x-100" />,
  other: <Dot size={13} aria-hidden className="text-faint" />,
};
const sideWords: Readonly<Record<RoleSide, string>> = { did: 'did: ', undergone: 'done to: ', other: '' };

const stateWords: Readonly<Record<DoingPart['state'], string>> = {
  said: '',
  planned: 'planned',
  contested: 'contested',
  'passed over': 'not preferred',
};

function Mark({ isOpen, children }: { readonly isOpen: boolean; readonly children: string }) {
  const Sign = isOpen ? TriangleAlert : CalendarClock;
  const look = isOpen ? 'text-warning' : 'text-muted';
  return (
    <span className={`inline-flex items-center gap-1 text-xs whitespace-nowrap ${look}`}>
      <Sign size={12} aria-hidden />
      {children}
    </span>
  );
}

function EventMarks({ event }: Pick<Doing, 'event'>) {
  const { happened, conflictCount } = event;
  const words = happenedWords[happened];
  return (
    <>
      {words && <Mark isOpen={happened === 'contested'}>{words}</Mark>}
      {conflictCount > 0 && happened !== 'contested' && (
        <Mark isOpen>{conflictCount === 1 ? '1 fact contested' : `${conflictCount} facts contested`}</Mark>
      )}
    </>
  );
}

const partKey = (eventId: string, { entityId, role }: DoingPart) => `${eventId} ${entityId} ${role}`;

interface PartProps {
  readonly part: DoingPart;
  readonly entity: EntityDetail;
  readonly eventId: string;
  readonly current: string | null;
}

/** The role, or of a place inside this one its name; then the words, and why it holds where they do not say so. */
function Part({ part, entity, eventId, current }: PartProps) {
  const { role, side, state, inferredReason, words, wordsCount } = part;
  const label = role || (part.entityId === entity.id ? '' : `in ${part.name}`);
  return (
    <li className="flex flex-col gap-0.5 min-w-0">
      {(label || stateWords[state]) && (
        <span className="inline-flex items-center gap-1 text-xs min-w-0">
          {role && signs[side]}
          {role && <span className="sr-only">{sideWords[side]}</span>}
          <bdi className="truncate text-muted">{label}</bdi>
          {stateWords[state] && <Mark isOpen={state === 'contested'}>{stateWords[state]}</Mark>}
        </span>
      )}
      {words.map((passage) => (
        <WalkedWords
          key={passage.annotationId}
          owner={partKey(eventId, part)}
          passage={passage}
          current={current}
        />
      ))}
      <MoreWords count={wordsCount - words.length} />
      {inferredReason && (
        <span className="flex items-start gap-1.5 text-xs text-muted" dir="auto">
          <Lightbulb size={12} aria-hidden className="shrink-0 mt-0.5" />
          {`Inferred: ${inferredReason}`}
        </span>
      )}
      {words.length === 0 && !inferredReason && <span className="text-xs text-faint">No words yet</span>}
    </li>
  );
}

interface RowProps {
  readonly doing: Doing;
  readonly entity: EntityDetail;
  readonly current: string | null;
}

function DoingRow({ doing: { event, parts }, entity, current }: RowProps) {
  const { id, title, date } = event;
  return (
    <li className="grid grid-cols-[clamp(5.5rem,14vw,9.5rem)_minmax(0,1fr)] gap-x-3 px-4 py-1 [content-visibility:auto] [contain-intrinsic-size:auto_52px]">
      <span className="text-xs text-muted pt-0.5 text-end [overflow-wrap:anywhere]" title={date?.edtf}>
        {date ? describeEdtf(date.edtf) : 'date not known'}
      </span>
      <div className="min-w-0 flex flex-col gap-0.5 border-s border-rule ps-3">
        <span className="flex flex-wrap items-baseline gap-x-2 min-w-0">
          <Walked
            name={id}
            current={current}
            onPress={() => go({ kind: 'event', id })}
            title={title}
            className="font-medium text-accent line-clamp-2 [overflow-wrap:anywhere]"
          >
            {title || 'Untitled'}
          </Walked>
          <EventMarks event={event} />
        </span>
        <ul className="flex flex-col gap-1">
          {parts.map((part) => (
            <Part key={`${part.entityId} ${part.role}`} {...{ part, entity, current }} eventId={id} />
          ))}
        </ul>
      </div>
    </li>
  );
}

/** The year an event is listed under, as far as it is known when it began or ended. */
function yearOf({ event: { date } }: Doing): string {
  const day = date?.earliest ?? date?.latest ?? null;
  const year = day === null ? null : /^-?\d+/.exec(day)?.[0];
  return year ? describeEdtf(year) : 'Year not known';
}

function byYear(rows: readonly Doing[]): readonly (readonly [year: string, rows: readonly Doing[]])[] {
  const groups: [string, Doing[]][] = [];
  for (const row of rows) {
    const year = yearOf(row);
    const last = groups.at(-1);
    if (last?.[0] === year) last[1].push(row);
    else groups.push([year, [row]]);
  }
  return groups;
}

const keysOf = ({ event, parts }: Doing): readonly string[] => [
  event.id,
  ...parts.flatMap((part) => part.words.map((passage) => wordsKey(partKey(event.id, part), passage))),
];

function Years({ rows, entity }: { readonly rows: readonly Doing[]; readonly entity: EntityDetail }) {
  const { listProps, current } = useWalk<HTMLDivElement>(rows.flatMap(keysOf));
  return (
    <div {...listProps}>
      {byYear(rows).map(([year, ofYear]) => (
        <section key={`${year} ${ofYear[0]?.event.id}`} aria-label={year}>
          <h3 className="w-[calc(clamp(5.5rem,14vw,9.5rem)+1rem)] ps-4 pt-1.5 pb-0.5 text-end text-xs font-semibold tabular-nums">
            {year}
          </h3>
          <ul>
            {ofYear.map((doing) => (
              <DoingRow key={doing.event.id} {...{ doing, entity, current }} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What the section is called. */
export const doingsTitle = ({ kind }: EntityDetail): string =>
  kind === 'place' ? 'Events here' : 'Timeline';

export function DoingsSection({ entity, place }: EntityProps) {
  const [sides, setSides] = useKept<Sides>(place, 'sides', 'all');
  const isPlace = entity.kind === 'place';
  const list = useMoreRows('listDoings', { entityId: entity.id, side: sides === 'all' ? null : sides });
  const { shown, end } = useUnfolding(place, 'doings', list);
  if (list.error) return <ErrorMessage error={list.error} />;
  if (list.isLoading || (list.total === 0 && sides === 'all')) return null;
  const timeline = {
    kind: 'timeline',
    ...(isPlace ? { placeId: entity.id } : { actorId: entity.id }),
  } as const;
  const action = (
    <>
      {!isPlace && (
        <Segmented label="Which side" labelHidden value={sides} choices={sideChoices} onChange={setSides} />
      )}
      <LinkButton onPress={() => go(timeline)}>Open in timeline</LinkButton>
    </>
  );
  return (
    <DossierSection title={doingsTitle(entity)} total={list.total} action={action}>
      {list.total === 0 && <p className="px-4 py-2 text-muted">None on this side.</p>}
      <Years rows={shown} entity={entity} />
      {end}
    </DossierSection>
  );
}
