/** An account written in place: the value, who says so and how, on which words. Escape leaves it; what was typed is kept. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { factNames } from '../../../../shared/accounts/account-words';
import type { PassageRef } from '../../../../shared/model/annotation';
import { useAnswer } from '../../../client/query';
import type { DateReference } from '../../../parts/account/account-date';
import type { AccountDraft } from '../../../parts/account/account-draft';
import { CertaintyField } from '../../../parts/account/certainty-field';
import { ClaimantField } from '../../../parts/account/claimant-field';
import { KeyField } from '../../../parts/account/fact-field';
import { ModeField } from '../../../parts/account/mode-field';
import { NewPlaceField } from '../../../parts/account/new-place-field';
import { ValueField } from '../../../parts/account/value-field';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/fields/text-field';
import { usePageActions } from '../facts/page-actions';
import { PassageChoice } from './passage-choice';
import { type AccountWriting, type FormEditing, useAccountForm } from './use-account-form';

/** The article that “yesterday” counts from: that of the words chosen, else of the event's first passage. */
function useReference(eventId: string, evidence: readonly PassageRef[]): DateReference | null {
  const { data } = useAnswer('listEvidence', { eventId, offset: 0, limit: 1 });
  const passage = evidence[0] ?? data?.rows[0];
  return passage ? { articleId: passage.articleId, published: passage.published } : null;
}

interface FieldsProps {
  readonly eventId: string;
  readonly writing: AccountWriting;
}

function ValueFields({ eventId, writing }: FieldsProps) {
  const { draft, evidence, change, round } = writing;
  const set = (changed: Partial<AccountDraft>) => change({ draft: { ...draft, ...changed } });
  const reference = useReference(eventId, evidence);
  return (
    <div
      key={round}
      className="grid gap-2 grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))] items-start"
    >
      <ValueField
        fact={draft.fact}
        value={draft.value}
        reference={reference}
        onChange={(value) => set({ value })}
      />
      <KeyField fact={draft.fact} value={draft.key} onChange={(key) => set({ key })} />
      <NewPlaceField draft={draft} onChange={(newPlace) => set({ newPlace })} />
    </div>
  );
}

function ClaimFields({ writing: { draft, change, round } }: FieldsProps) {
  const set = (changed: Partial<AccountDraft>) => change({ draft: { ...draft, ...changed } });
  return (
    <div
      key={round}
      className="grid gap-2 grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] items-start"
    >
      <ClaimantField claimant={draft.claimant} onChange={(claimant) => set({ claimant })} />
      <ModeField mode={draft.mode} onChange={(mode) => set({ mode })} />
      <CertaintyField certainty={draft.certainty} onChange={(certainty) => set({ certainty })} />
    </div>
  );
}

function Instead({ writing: { draft, change } }: FieldsProps) {
  if (draft.fact !== 'participant') return null;
  return (
    <label className="flex items-center gap-2 cursor-default">
      <input
        type="checkbox"
        checked={draft.instead}
        onChange={({ target }) => change({ draft: { ...draft, instead: target.checked } })}
        className="accent-(--accent)"
      />
      Instead of the others in this role
    </label>
  );
}

function MoreFields({ eventId, writing }: FieldsProps) {
  const { draft, cues, change } = writing;
  const set = (changed: Partial<AccountDraft>) => change({ draft: { ...draft, ...changed } });
  const [isOpen, setIsOpen] = useState(cues.length > 0 || draft.inferredReason + draft.comment !== '');
  const Sign = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="self-start inline-flex items-center gap-1 text-xs text-muted hover:text-ink cursor-default rounded-xs"
      >
        <Sign size={13} aria-hidden />
        Inferred, cue words, comment
      </button>
      {isOpen && (
        <>
          <TextField
            label="Inferred: why it holds though no words say it"
            value={draft.inferredReason}
            onChange={(inferredReason) => set({ inferredReason })}
          />
          <PassageChoice
            label="Cue words: the passage that says how it is put"
            eventId={eventId}
            chosen={cues}
            onChange={(chosen) => change({ cues: chosen })}
          />
          <TextField label="Comment" value={draft.comment} onChange={(comment) => set({ comment })} />
        </>
      )}
    </>
  );
}

/** The keyboard begins in the first field. */
function useFirstField() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, button');
    first?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return form;
}

/** The first words that are chosen make it the article's own account, unless somebody was named. */
function withEvidence(writing: AccountWriting, chosen: readonly PassageRef[]): void {
  const { draft, evidence, change } = writing;
  const isFirst = evidence.length === 0 && draft.claimant.kind === 'none';
  change({ evidence: chosen, draft: isFirst ? { ...draft, claimant: { kind: 'narrator' } } : draft });
}

function ComeBack({ writing }: { readonly writing: AccountWriting }) {
  if (!writing.isComeBack) return null;
  return (
    <p className="flex items-center gap-2 text-xs text-muted">
      What you had written is here again.
      <Button look="quiet" onPress={writing.startAfresh}>
        Start afresh
      </Button>
    </p>
  );
}

export function AccountForm({ editing }: { readonly editing: FormEditing }) {
  const { eventId, edit } = usePageActions();
  const writing = useAccountForm(eventId, editing);
  const [missing, setMissing] = useState<string | null>(null);
  const form = useFirstField();
  const save = async (submitted: SubmitEvent) => {
    submitted.preventDefault();
    const answer = await writing.save();
    setMissing(answer ?? null);
    if (answer === null) edit(null);
  };
  const fields = { eventId, writing };
  return (
    <form
      ref={form}
      aria-label={`${editing.kind === 'edit' ? 'Change' : 'Add'} an account: ${factNames[writing.draft.fact]}`}
      onSubmit={(submitted) => void save(submitted)}
      onKeyDown={(pressed) => {
        if (pressed.key === 'Escape') edit(null);
        if (pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey))
          pressed.currentTarget.requestSubmit();
      }}
      className="flex flex-col gap-2.5 my-1.5 p-2.5 max-w-180 rounded-md border border-rule bg-sunken min-w-0"
    >
      <ComeBack writing={writing} />
      <ValueFields {...fields} />
      <Instead {...fields} />
      <ClaimFields {...fields} />
      <PassageChoice
        label="Words: the passages it rests on"
        eventId={eventId}
        chosen={writing.evidence}
        onChange={(chosen) => withEvidence(writing, chosen)}
      />
      <MoreFields {...fields} />
      <div className="flex items-center gap-2 justify-end">
        {missing && (
          <p role="alert" className="me-auto text-xs text-danger">
            {missing}
          </p>
        )}
        <Button onPress={() => edit(null)}>Cancel</Button>
        <Button type="submit" look="primary">
          {editing.kind === 'edit' ? 'Save' : 'Add'}
        </Button>
      </div>
    </form>
  );
}
