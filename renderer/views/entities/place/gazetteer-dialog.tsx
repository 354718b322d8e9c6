/**
 * Finds a place in the gazetteer that comes with the program, with what tells places of one name apart; takes over its
 * coordinates, and those of its names that are ticked. Nothing is fetched, nothing is taken unasked.
 */
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { GazetteerPlace } from '../../../../shared/contract/views/map';
import type { EntityDetail, NameKind } from '../../../../shared/model/entity';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { FoundPlace } from '../../../parts/names/found-place';
import { kindOfName, newNames, sourceWords, whereWords } from '../../../parts/names/gazetteer-words';
import { ErrorMessage } from '../../../shell/error-message';
import { run } from '../../../shell/notices';
import { Button, LinkButton } from '../../../ui/actions/button';
import { Select } from '../../../ui/fields/select';
import { SearchField } from '../../../ui/fields/text-field';
import { Dialog } from '../../../ui/overlays/dialog';

interface GazetteerDialogProps {
  readonly entity: EntityDetail;
  readonly onClose: () => void;
}

const rowsShown = 40;
const namesTried = 8;

interface FoundListProps {
  /** What was looked for. */
  readonly text: string;
  readonly found: readonly GazetteerPlace[];
  readonly chosenId: number | null;
  readonly onChoose: (id: number) => void;
}

function FoundList({ text, found, chosenId, onChoose }: FoundListProps) {
  return (
    <ListBox
      aria-label="Places found"
      selectionMode="single"
      escapeKeyBehavior="none"
      selectedKeys={chosenId === null ? [] : [chosenId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (typeof key === 'number') onChoose(key);
      }}
      className="h-60 overflow-auto rounded-md border border-rule p-1 outline-none"
      renderEmptyState={() => (
        <p className="p-3 text-muted">No place of this name. Try another spelling, or a town near by.</p>
      )}
    >
      {found.map((place) => (
        <ListBoxItem
          key={place.geonameId}
          id={place.geonameId}
          textValue={`${place.name}, ${whereWords(place)}`}
          className="flex items-center gap-3 rounded-sm px-2 py-1 cursor-default outline-none focused:bg-sunken selected:bg-selected"
        >
          <FoundPlace place={place} text={text} />
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

interface NamesProps {
  readonly names: readonly string[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
  readonly inSameScript: NameKind;
  readonly onInSameScript: (kind: NameKind) => void;
}

const sameScriptChoices = [
  { value: 'alias', label: 'other names' },
  { value: 'former', label: 'former names' },
] as const;

/** Names to take over: none, until they are ticked. */
function Names({ names, ticked, onTick, inSameScript, onInSameScript }: NamesProps) {
  if (names.length === 0) return null;
  const tick = (name: string, on: boolean) => {
    const others = [...ticked].filter((one) => one !== name);
    onTick(new Set(on ? [...others, name] : others));
  };
  return (
    <fieldset className="mt-3">
      <legend className="text-xs text-muted mb-1">Names to add as well</legend>
      <div className="max-h-28 overflow-y-auto flex flex-wrap gap-x-4 gap-y-0.5">
        {names.map((name) => (
          <label key={name} className="inline-flex items-center gap-1.5">
            <input
              type="checkbox"
              className="accent-(--accent)"
              checked={ticked.has(name)}
              onChange={({ target }) => tick(name, target.checked)}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </div>
      <div className="mt-1.5 flex items-center gap-2 text-xs text-muted">
        Those in the same script are
        <Select
          label="What names in the same script are"
          labelHidden
          value={inSameScript === 'former' ? 'former' : 'alias'}
          choices={sameScriptChoices}
          onChange={onInSameScript}
        />
      </div>
    </fieldset>
  );
}

/** Searches for the place's other names are one press away. */
function OtherNames({
  entity,
  onTry,
}: {
  readonly entity: EntityDetail;
  readonly onTry: (name: string) => void;
}) {
  if (entity.aliases.length === 0) return null;
  return (
    <p className="mt-1.5 text-xs text-muted flex flex-wrap gap-x-2">
      Also try:
      {[{ id: entity.id, name: entity.name }, ...entity.aliases].slice(0, namesTried).map(({ id, name }) => (
        <LinkButton key={id} onPress={() => onTry(name)}>
          {name}
        </LinkButton>
      ))}
    </p>
  );
}

/** Takes over where the place is and the names that were ticked, in one step; what was said of its precision stays said. */
async function take(
  place: GazetteerPlace,
  entity: EntityDetail,
  names: readonly string[],
  inSameScript: NameKind,
): Promise<void> {
  const { latitude, longitude } = place;
  const point = { latitude, longitude, radiusKm: entity.point?.radiusKm ?? null, source: sourceWords(place) };
  const precision = entity.precision === '' ? ('settlement' as const) : entity.precision;
  const moreNames = names.map((name) => ({ name, kind: kindOfName(name, entity, inSameScript) }));
  await run(commands.updateEntity({ id: entity.id, point, precision, moreNames }));
}

/** The name is there to be replaced, or to be taken as it is. */
function takeKeyboard(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

/** What is looked for, and what of it is chosen: nothing, until one is. */
function useChoice(entity: EntityDetail) {
  const [text, setText] = useState(entity.name);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const answer = useAnswer('findInGazetteer', { text, limit: rowsShown });
  const { data: found = [], error, isPending, isPlaceholderData } = answer;
  const chosen = found.find(({ geonameId }) => geonameId === chosenId) ?? null;
  const choose = (id: number | null) => {
    setChosenId(id);
    setTicked(new Set());
  };
  const search = (words: string) => {
    setText(words);
    choose(null);
  };
  // The places of other words are not those meant.
  const first = isPending || isPlaceholderData ? null : (found[0]?.geonameId ?? null);
  return { text, search, found: isPending ? [] : found, first, error, chosen, choose, ticked, setTicked };
}

export function GazetteerDialog({ entity, onClose }: GazetteerDialogProps) {
  const { text, search, found, first, error, chosen, choose, ticked, setTicked } = useChoice(entity);
  const [inSameScript, setInSameScript] = useState<NameKind>('alias');
  const finish = () => {
    onClose();
    if (chosen) void take(chosen, entity, [...ticked], inSameScript);
  };
  // Enter marks the first, which is then in sight; once more takes what is marked.
  const submit = () => {
    if (chosen) finish();
    else choose(first);
  };
  const footer = (
    <>
      <span className="me-auto text-xs text-faint self-center">Gazetteer: GeoNames, CC BY 4.0</span>
      <Button onPress={onClose}>Cancel</Button>
      <Button look="primary" isDisabled={!chosen} onPress={finish}>
        Use this place
      </Button>
    </>
  );
  return (
    <Dialog title="Find in the gazetteer" isOpen onClose={onClose} footer={footer} size="large">
      <SearchField
        label="Name of a place"
        placeholder="Name in any script"
        value={text}
        onChange={search}
        onSubmit={submit}
        inputRef={takeKeyboard}
      />
      <OtherNames entity={entity} onTry={search} />
      <div className="mt-2">
        {error ? (
          <ErrorMessage error={error} />
        ) : (
          <FoundList text={text} found={found} chosenId={chosen?.geonameId ?? null} onChoose={choose} />
        )}
      </div>
      {chosen && (
        <Names
          names={newNames(chosen, entity)}
          ticked={ticked}
          onTick={setTicked}
          inSameScript={inSameScript}
          onInSameScript={setInSameScript}
        />
      )}
    </Dialog>
  );
}
