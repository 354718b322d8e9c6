/**
 * What selected words are evidence for: the event, the fact with its value, who says so and how, when. Everything is filled
 * in with what the sentence says, as a proposal; Enter takes it all in one step, Escape leaves nothing.
 */
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { AccountSuggestion } from '../../../../shared/contract/accounts';
import { useAnswer } from '../../../client/query';
import { accountDate, type DateReference, fieldDate } from '../../../parts/account/account-date';
import { CertaintyField } from '../../../parts/account/certainty-field';
import { ClaimantField } from '../../../parts/account/claimant-field';
import { FactField, KeyField } from '../../../parts/account/fact-field';
import { ModeField } from '../../../parts/account/mode-field';
import { NewPlaceField } from '../../../parts/account/new-place-field';
import { ValueField } from '../../../parts/account/value-field';
import { EventDateField } from '../../../parts/event-date-field';
import { Button } from '../../../ui/actions/button';
import { Chip } from '../../../ui/actions/chip';
import { Keys } from '../../../ui/actions/keys';
import { TextField } from '../../../ui/fields/text-field';
import { meantRange, wordsOf } from '../passages/passage-actions';
import type { Reader } from '../reader-context';
import { EventField } from './event-field';
import { choiceAt, FactChoice } from './fact-choice';
import { besides, isDenial } from './proposals';
import { Proposed } from './proposed';
import { type LinkingState, useLinking } from './use-linking';

interface FieldsProps {
  readonly reader: Reader;
  readonly suggestion: AccountSuggestion;
  readonly state: LinkingState;
}

const referenceOf = ({ article }: Reader): DateReference => ({
  articleId: article.id,
  published: article.published?.edtf ?? null,
});

function EventPart({ suggestion, state }: FieldsProps) {
  const { linking, change, isProposed, saved } = state;
  return (
    <Proposed label="Event" isProposed={isProposed('event') && saved === 0}>
      <EventField
        chosen={linking.event}
        proposed={suggestion.events}
        onChange={(event) => change('event', { event, ...besides(suggestion, event, linking.draft) })}
      />
    </Proposed>
  );
}

function InferredField({ state: { linking, changeDraft } }: FieldsProps) {
  const { draft } = linking;
  if (draft?.fact !== 'participant') return null;
  return (
    <TextField
      label="Inferred, because (leave empty where the words name them)"
      value={draft.inferredReason}
      onChange={(inferredReason) => changeDraft('fact', { inferredReason })}
    />
  );
}

function FactPart(props: FieldsProps) {
  const { reader, state } = props;
  const { linking, fact, round, changeDraft, isProposed } = state;
  const { draft } = linking;
  if (!draft) return null;
  const isOwn = fact === 'other';
  const hasKey = !isOwn && (draft.fact === 'count' || draft.fact === 'participant');
  return (
    <Proposed key={round} label="Fact" isProposed={isProposed('fact') && !isOwn}>
      <div className="flex flex-col gap-2 min-w-0">
        {isOwn && <FactField draft={draft} onChange={(changed) => changeDraft('fact', changed)} />}
        <div className={hasKey ? 'grid grid-cols-2 gap-2 items-start' : ''}>
          {hasKey && (
            <KeyField fact={draft.fact} value={draft.key} onChange={(key) => changeDraft('fact', { key })} />
          )}
          <ValueField
            key={draft.fact}
            fact={draft.fact}
            value={draft.value}
            reference={referenceOf(reader)}
            onChange={(value) => changeDraft('fact', { value })}
          />
        </div>
        <NewPlaceField draft={draft} onChange={(newPlace) => changeDraft('fact', { newPlace })} />
        <InferredField {...props} />
      </div>
    </Proposed>
  );
}

/** The cue words as they stand in the text, where they are lit meanwhile. */
function CueWords({ reader, suggestion, state }: FieldsProps) {
  const { cue, mode } = suggestion;
  if (!cue || state.linking.draft?.mode !== mode) return null;
  return (
    <p className="text-xs text-muted truncate mt-1">
      from “<bdi>{wordsOf(reader, cue)}</bdi>”
    </p>
  );
}

function ClaimPart(props: FieldsProps) {
  const { linking, changeDraft, isProposed } = props.state;
  const { draft } = linking;
  if (!draft) return null;
  return (
    <div className="grid grid-cols-[1fr_9.5rem] gap-x-2 gap-y-2 items-start">
      <Proposed label="Who says so" isProposed={isProposed('claimant')}>
        <ClaimantField
          claimant={draft.claimant}
          onChange={(claimant) => changeDraft('claimant', { claimant })}
        />
      </Proposed>
      <Proposed label="How" isProposed={isProposed('mode')}>
        <ModeField mode={draft.mode} onChange={(mode) => changeDraft('mode', { mode })} />
        <CueWords {...props} />
      </Proposed>
    </div>
  );
}

function WherePart({ state: { linking, change } }: FieldsProps) {
  const { where, draft } = linking;
  if (!where || draft === null || draft.fact === 'place') return null;
  return (
    <Proposed label="Where" isProposed>
      <div className="flex items-center gap-2 text-xs text-muted min-w-0">
        Where
        <Chip onRemove={() => change('where', { where: null })}>{where.name}</Chip>
      </div>
    </Proposed>
  );
}

function BesidesPart(props: FieldsProps) {
  const { reader, state } = props;
  const { linking, change, changeDraft, isProposed, saved } = state;
  const { draft, when } = linking;
  if (!draft) return null;
  const reference = referenceOf(reader);
  return (
    <div className="grid grid-cols-[1fr_9.5rem] gap-x-2 items-start">
      {draft.fact === 'date' ? (
        <span />
      ) : (
        <Proposed label="When" isProposed={isProposed('when') && when !== null}>
          <EventDateField
            key={`${linking.event.id} ${saved} ${isDenial(draft)}`}
            label="When"
            initial={fieldDate(when)}
            reference={reference.published}
            onChange={(date) =>
              change('when', { when: date && date !== 'unreadable' ? accountDate(date, reference) : null })
            }
          />
        </Proposed>
      )}
      <div className="ps-2.5">
        <CertaintyField
          certainty={draft.certainty}
          onChange={(certainty) => changeDraft('fact', { certainty })}
        />
      </div>
    </div>
  );
}

function Foot({
  state,
  onSave,
}: {
  readonly state: LinkingState;
  readonly onSave: (another: boolean) => void;
}) {
  const { missing, saved, linking } = state;
  return (
    <div className="sticky bottom-0 -mx-3 -mb-3 px-3 py-2 bg-raised border-t border-rule flex flex-wrap items-center gap-2 justify-end">
      <p role="status" className={missing ? 'me-auto text-xs text-danger' : 'me-auto text-xs text-muted'}>
        {missing ?? (saved > 0 ? 'Saved. Another fact?' : 'Dashed: proposed by the words')}
      </p>
      {linking.draft && (
        <Button onPress={() => onSave(true)}>
          Save, then another <Keys keys="$mod+Enter" />
        </Button>
      )}
      <Button look="primary" type="submit">
        Save
      </Button>
    </div>
  );
}

/** The cue words are lit in the text while the panel is open. */
function useLitCue({ surface }: Reader, cue: AccountSuggestion['cue']): void {
  useEffect(() => {
    const shown = surface.current;
    shown?.showCue(cue);
    return () => shown?.showCue(null);
  }, [surface, cue]);
}

interface FilledPanelProps {
  readonly reader: Reader;
  readonly suggestion: AccountSuggestion;
  /** Enter was pressed before the answer was there. */
  readonly isAccepted: boolean;
  readonly onDone: () => void;
}

function FilledPanel({ reader, suggestion, isAccepted, onDone }: FilledPanelProps) {
  const state = useLinking(reader, suggestion);
  useLitCue(reader, suggestion.cue);
  const save = async (another: boolean) => {
    const done = await state.save(another);
    if (done && !another) onDone();
  };
  const accept = useRef(() => void save(false));
  useEffect(() => {
    if (isAccepted) accept.current();
  }, [isAccepted]);
  const press = (event: KeyboardEvent) => {
    const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
    const choice = digit === undefined ? undefined : choiceAt(suggestion.facts, digit);
    if (choice !== undefined) state.choose(choice);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(true);
    else return;
    event.preventDefault();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save(false);
  };
  const fields = { reader, suggestion, state };
  return (
    <form
      aria-label="Evidence for"
      onSubmit={submit}
      onKeyDown={press}
      className="w-112 max-w-full flex flex-col gap-2.5"
    >
      <EventPart {...fields} />
      <FactChoice facts={suggestion.facts} chosen={state.fact} onChoose={state.choose} />
      <FactPart {...fields} />
      <ClaimPart {...fields} />
      <BesidesPart {...fields} />
      <WherePart {...fields} />
      <Foot state={state} onSave={(another) => void save(another)} />
    </form>
  );
}

/** Takes the keyboard until the suggestion is there, so that no key is lost. */
function WaitingPanel({ onEnter }: { readonly onEnter: () => void }) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys that come early are kept here
      tabIndex={0}
      ref={(element) => element?.focus()}
      role="status"
      aria-label="Reading the sentence"
      onKeyDown={(event) => event.key === 'Enter' && onEnter()}
      className="w-112 max-w-full h-24 outline-none"
    />
  );
}

export interface LinkingPanelProps {
  readonly reader: Reader;
  readonly onDone: () => void;
}

export function LinkingPanel({ reader, onDone }: LinkingPanelProps) {
  const [range] = useState(() => meantRange(reader));
  const [isAccepted, setIsAccepted] = useState(false);
  const { article, revision } = reader;
  const { start = 0, end = 0 } = range ?? {};
  const args = { articleId: article.id, revisionId: revision.id, range: { start, end } };
  const { data, isFetching } = useAnswer('suggestAccount', args, range !== null);
  // What is saved makes other suggestions: those that the panel was opened with stay in it.
  const [suggestion, setSuggestion] = useState<AccountSuggestion | null>(null);
  if (!suggestion && data && !isFetching) setSuggestion(data);
  if (!suggestion) return <WaitingPanel onEnter={() => setIsAccepted(true)} />;
  return <FilledPanel reader={reader} suggestion={suggestion} isAccepted={isAccepted} onDone={onDone} />;
}
