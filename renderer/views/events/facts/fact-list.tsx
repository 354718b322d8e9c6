/** All facts of an event, a section a kind; each can be added to where it stands. */
import { Plus } from 'lucide-react';
import { factNames } from '../../../../shared/accounts/account-words';
import type { Fact } from '../../../../shared/accounts/facts';
import { type FactKind, facts } from '../../../../shared/model/account';
import { Button } from '../../../ui/actions/button';
import { AfterPaint } from '../../../ui/layout/after-paint';
import { AccountForm } from '../account-form/account-form';
import { TypesButton } from '../types-button';
import { FactBlock, FactStateMark } from './fact-block';
import { type Editing, useEditing, usePageActions } from './page-actions';

/** Shown also where nothing is said yet. */
const always: ReadonlySet<FactKind> = new Set(['date', 'place', 'type', 'participant']);
const nothingWords: Readonly<Partial<Record<FactKind, string>>> = { participant: 'Not said yet.' };

interface SectionProps {
  readonly kind: FactKind;
  readonly facts: readonly Fact[];
}

/** Whether a form stands in this section. */
function formOf(editing: Editing | null, kind: FactKind): Exclude<Editing, { kind: 'prefer' }> | null {
  if (!editing || editing.kind === 'prefer') return null;
  return (editing.kind === 'add' ? editing.fact : editing.account.fact) === kind ? editing : null;
}

function keyOf(editing: NonNullable<ReturnType<typeof formOf>>): string {
  if (editing.kind === 'edit') return editing.account.id;
  return `${editing.fact} ${editing.key} ${editing.like?.id ?? ''}`;
}

function AddButton({ kind }: { readonly kind: FactKind }) {
  const { edit } = usePageActions();
  return (
    <Button
      look="quiet"
      data-add={kind}
      icon={<Plus size={14} aria-hidden />}
      aria-label={`Add an account: ${factNames[kind]}`}
      onPress={() => edit({ kind: 'add', fact: kind, key: '', like: null })}
    >
      Add
    </Button>
  );
}

function FactSection({ kind, facts: known }: SectionProps) {
  const editing = useEditing();
  const [first] = known;
  const form = formOf(editing, kind);
  const isKeyed = kind === 'participant' || kind === 'count' || known.some(({ key }) => key !== '');
  return (
    <section aria-label={factNames[kind]} className="px-4 pt-2 pb-2.5 border-b border-rule min-w-0">
      <div className="flex items-center gap-2.5 min-h-7 min-w-0">
        <h2 className="text-xs text-muted whitespace-nowrap">{factNames[kind]}</h2>
        {!isKeyed && first && <FactStateMark fact={first} />}
        <div className="ms-auto flex shrink-0">
          {kind === 'type' && <TypesButton />}
          <AddButton kind={kind} />
        </div>
      </div>
      {form?.kind === 'add' && <AccountForm key={keyOf(form)} editing={form} />}
      <div className="flex flex-col gap-2.5">
        {known.map((fact) => (
          <div key={fact.key} className="min-w-0">
            <FactBlock fact={fact} title={isKeyed ? fact.key || factNames[kind] : ''} />
            {form?.kind === 'edit' && form.account.key === fact.key && (
              <AccountForm key={keyOf(form)} editing={form} />
            )}
          </div>
        ))}
      </div>
      {known.length === 0 && !form && <p className="text-muted">{nothingWords[kind] ?? 'Not known.'}</p>}
    </section>
  );
}

/** Kinds of facts that nothing is said of. */
function MoreFacts({ kinds }: { readonly kinds: readonly FactKind[] }) {
  const { edit } = usePageActions();
  if (kinds.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1 px-4 py-1.5 border-b border-rule">
      {kinds.map((kind) => (
        <Button
          key={kind}
          look="quiet"
          data-add={kind}
          icon={<Plus size={14} aria-hidden />}
          onPress={() => edit({ kind: 'add', fact: kind, key: '', like: null })}
        >
          {factNames[kind]}
        </Button>
      ))}
    </div>
  );
}

/** What an event is asked for first; the rest is drawn when this has been painted. */
const first: ReadonlySet<FactKind> = new Set(['happened', 'date', 'place', 'type']);

interface FactListProps {
  readonly facts: readonly Fact[];
  /** Draws everything at once: the page is come back to, at the place where it was left. */
  readonly atOnce: boolean;
}

export function FactList({ facts: known, atOnce }: FactListProps) {
  const editing = useEditing();
  const isShown = (kind: FactKind) =>
    always.has(kind) || known.some(({ fact }) => fact === kind) || formOf(editing, kind) !== null;
  const sectionOf = (kind: FactKind) => (
    <FactSection key={kind} kind={kind} facts={known.filter(({ fact }) => fact === kind)} />
  );
  const shown = facts.filter(isShown);
  const later = (
    <>
      {shown.filter((kind) => !first.has(kind)).map(sectionOf)}
      <MoreFacts kinds={facts.filter((kind) => !isShown(kind))} />
    </>
  );
  return (
    <>
      {shown.filter((kind) => first.has(kind)).map(sectionOf)}
      {atOnce ? later : <AfterPaint>{later}</AfterPaint>}
    </>
  );
}
