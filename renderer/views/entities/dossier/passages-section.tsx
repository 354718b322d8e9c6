/** Every passage that names an entity or on which its part in an event or its claims rest, narrowed by words, year, publisher, event and tag. */
import type { PassageChoices } from '../../../../shared/contract/entities';
import type { PassageFilters } from '../../../../shared/contract/passages';
import { useAnswer } from '../../../client/query';
import { useMoreRows } from '../../../client/use-rows';
import { memoryOf } from '../../../parts/page/place-memory';
import { PassageList } from '../../../parts/passages/passage-list';
import { ErrorMessage } from '../../../shell/error-message';
import { go } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { Button, LinkButton } from '../../../ui/actions/button';
import { Select } from '../../../ui/fields/select';
import { SearchField } from '../../../ui/fields/text-field';
import { DossierSection } from './dossier-section';
import { useKept } from './use-kept';

type Kind = keyof PassageChoices;
/** What is chosen of each kind, by id; words; and whether only those that name it are. */
type Chosen = Readonly<Partial<Record<Kind | 'words' | 'naming', string>>>;

const all = '\u0000all';
const kinds: readonly (readonly [kind: Kind, label: string, all: string])[] = [
  ['years', 'Year', 'Any year'],
  ['publishers', 'Publisher', 'Any publisher'],
  ['events', 'Event', 'Any event'],
  ['tags', 'Tag', 'Any tag'],
];

/** From so many passages on there is something to narrow. */
const many = 5;

/** The filter of quotations that means the same. */
function filtersOf(entityId: string, chosen: Chosen): PassageFilters {
  const { words, years, publishers, events, tags, naming } = chosen;
  return {
    ...(naming ? { entityIds: [entityId] } : { aboutIds: [entityId] }),
    ...(words?.trim() ? { words: words.trim() } : {}),
    ...(years ? { from: years, to: years } : {}),
    ...(publishers ? { publisher: publishers } : {}),
    ...(events ? { eventIds: [events] } : {}),
    ...(tags ? { tagIds: [tags] } : {}),
  };
}

interface FiltersProps {
  readonly entityId: string;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

function Filters({ entityId, chosen, onChange }: FiltersProps) {
  const { data: choices } = useAnswer('getPassageChoices', { entityId });
  const isNarrowed = Object.values(chosen).some(Boolean);
  return (
    <div role="group" aria-label="Narrow the passages" className="px-4 pb-1 flex flex-wrap gap-1.5">
      <div className="w-52">
        <SearchField
          label="Words in the passages"
          placeholder="Words"
          value={chosen.words ?? ''}
          onChange={(words) => onChange({ ...chosen, words })}
        />
      </div>
      {kinds.map(([kind, label, any]) => {
        const rows = choices?.[kind] ?? [];
        if (rows.length < 2 && !chosen[kind]) return null;
        return (
          <div key={kind} className="max-w-48">
            <Select
              label={label}
              labelHidden
              value={chosen[kind] ?? all}
              choices={[
                { value: all, label: any },
                ...rows.map((row) => ({
                  value: row.id,
                  label: `${row.label} · ${row.count.toLocaleString('en')}`,
                })),
              ]}
              onChange={(id) => onChange({ ...chosen, [kind]: id === all ? undefined : id })}
            />
          </div>
        );
      })}
      {isNarrowed && (
        <Button look="quiet" onPress={() => onChange({})}>
          Show all
        </Button>
      )}
    </div>
  );
}

/** How many of all name it by linked words: lists, search, matrix and network count these alone. */
function Naming({ entityId, total, onOnly }: { entityId: string; total: number; onOnly: () => void }) {
  const { data } = useAnswer('listMentions', { entityId, offset: 0, limit: 1 });
  if (!data || data.total >= total) return null;
  const naming =
    data.total === 0
      ? 'None of them names'
      : data.total === 1
        ? 'One of them names'
        : `${data.total.toLocaleString('en')} of them name`;
  return (
    <p className="px-4 pb-1.5 flex flex-wrap gap-x-2 text-xs text-muted">
      {naming} it; on the others rests its part in an event, or what it says.
      {data.total > 0 && <LinkButton onPress={onOnly}>Only those that name it</LinkButton>}
    </p>
  );
}

export const passagesTitle = 'Passages';

interface PassagesProps {
  readonly entityId: string;
  readonly place: PlaceOf<'entity'>;
}

export function PassagesSection({ entityId, place }: PassagesProps) {
  const [chosen, setChosen] = useKept<Chosen>(place, 'passages', {});
  const memory = memoryOf(place);
  const filters = filtersOf(entityId, chosen);
  const { rows, total, more, isLoading, error } = useMoreRows(
    'listPassages',
    { filters, sort: 'date' },
    memory,
  );
  const isNarrowed = Object.values(chosen).some(Boolean);
  if (error) return <ErrorMessage error={error} />;
  if (isLoading) return null;
  const action = (total > 0 || isNarrowed) && (
    <LinkButton onPress={() => go({ kind: 'passages', filters })}>Open in quotations</LinkButton>
  );
  return (
    <DossierSection title={passagesTitle} total={total} action={action}>
      {!isNarrowed && <Naming {...{ entityId, total }} onOnly={() => setChosen({ naming: 'yes' })} />}
      {(isNarrowed || total > many) && <Filters {...{ entityId, chosen }} onChange={setChosen} />}
      <PassageList
        passages={rows}
        total={total}
        onMore={more}
        memory={memory}
        emptyWords={
          isNarrowed
            ? 'No passage fits.'
            : 'No passage mentions it yet. Choose words in an article and link them to it.'
        }
      />
    </DossierSection>
  );
}
