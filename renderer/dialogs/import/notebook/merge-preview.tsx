/** What bringing in another notebook would do, before anything is done: what is new, what differs, and whose side stands. */
import { useEffect, useState } from 'react';
import type {
  MaybeSame,
  MergeChoices,
  MergeCounts,
  MergeLeft,
  MergePreview as Preview,
} from '../../../../shared/contract/program/merge';
import { app } from '../../../client/client';
import { forgetMergeStep, phaseWords, useMergeStep } from '../../../intake/merge-steps';
import { MessageBox } from '../../../ui/feedback/message-box';
import { Progress } from '../../../ui/feedback/progress';
import { Checkbox } from '../../../ui/fields/checkbox';
import type { DecisionProps } from '../decision-props';
import { notebookChoice, oursStays } from './merge-choices';
import { Conflicts, mostShown } from './merge-conflicts';

const figure = (count: number) => count.toLocaleString('en');

const columns: readonly (readonly [name: keyof MergeCounts, heading: string])[] = [
  ['added', 'New'],
  ['joined', 'Gets more'],
  ['differing', 'Differs'],
  ['same', 'The same'],
  ['leftOut', 'Deleted here'],
];

/** Records as they are called on the screens. */
const kindWords: Readonly<Record<string, string>> = {
  tags: 'Tags',
  eventTypes: 'Types of events',
  roles: 'Roles',
  entities: 'Actors, places and objects',
  entityRelations: 'Relations of these',
  articles: 'Articles',
  annotations: 'Passages',
  events: 'Events',
  accounts: 'Accounts',
  eventRelations: 'Relations of events',
  notes: 'Notes',
  savedSearches: 'Saved searches',
  drafts: 'Drafts',
};

function CountsTable({ counts }: { readonly counts: readonly MergeCounts[] }) {
  const shown = columns.filter(([name]) => name !== 'leftOut' || counts.some(({ leftOut }) => leftOut > 0));
  return (
    <table className="self-start tabular-nums">
      <thead>
        <tr className="text-muted">
          <th scope="col" className="sr-only">
            Kind
          </th>
          {shown.map(([name, heading]) => (
            <th key={name} scope="col" className="font-normal text-end ps-5">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row) => (
          <tr key={row.kind}>
            <th scope="row" className="font-normal text-start first-letter:uppercase">
              {kindWords[row.kind] ?? row.noun}
            </th>
            {shown.map(([name]) => (
              <td key={name} className="text-end ps-5">
                {row[name] === 0 ? '' : figure(Number(row[name]))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MaybeSameList({ things, count }: { readonly things: readonly MaybeSame[]; readonly count: number }) {
  if (count === 0) return null;
  return (
    <details>
      <summary className="cursor-default">
        {count === 1
          ? '1 may be the same as one of yours'
          : `${figure(count)} may be the same as some of yours`}{' '}
        by name: both are kept, and you can merge them later
      </summary>
      <ul className="ps-4 text-muted">
        {things.slice(0, mostShown).map(({ kind, theirs, ourId }) => (
          <li key={`${kind} ${ourId} ${theirs}`} dir="auto">
            {theirs}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the other notebook has and this one has no place for, a line each. */
function leftWords({ files, texts, drafts }: MergeLeft): string[] {
  const line = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? one : `${figure(count)} ${many}`];
  return [
    ...line(files, '1 captured file is not in that file.', 'captured files are not in that file.'),
    ...line(
      texts,
      '1 other text of an article that is here too stays there.',
      'other texts of articles that are here too stay there.',
    ),
    ...line(
      drafts,
      '1 draft stays there: this notebook has other words in its place.',
      'drafts stay there: this notebook has other words in their place.',
    ),
  ];
}

function Comparing() {
  const step = useMergeStep((state) => state.step);
  const { phase, done, total } = step ?? { phase: 'reading', done: 0, total: 1 };
  return (
    <div className="py-2">
      <Progress label={`${phaseWords[phase]}…`} done={done} total={total} />
    </div>
  );
}

interface Compared {
  readonly preview: Preview | null;
  readonly problem: string;
}

/** Compared again when what was deleted here is to come back; what was compared before stays in sight until then. */
function usePreview(planId: string, path: string, deleted: 'leave' | 'bring'): Compared {
  const [compared, setCompared] = useState<Compared>({ preview: null, problem: '' });
  useEffect(() => {
    let isCurrent = true;
    forgetMergeStep();
    const show = (next: Partial<Compared>) => {
      if (isCurrent)
        setCompared(({ preview }) => ({ preview: next.preview ?? preview, problem: next.problem ?? '' }));
    };
    app.previewMerge({ planId, path, deleted }).then(
      (preview) => show({ preview }),
      (cause: unknown) => show({ problem: cause instanceof Error ? cause.message : String(cause) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [planId, path, deleted]);
  return compared;
}

export function MergePreview({ plan, decision: { path }, choice, onChange }: DecisionProps) {
  const choices = choice?.kind === 'notebook' ? choice.choices : oursStays;
  const deleted = choices.deleted ?? 'leave';
  const { preview, problem } = usePreview(plan.id, path, deleted);
  if (problem !== '') return <MessageBox title={problem}>Nothing of it can be brought in.</MessageBox>;
  if (!preview) return <Comparing />;
  return <Previewed preview={preview} path={path} choices={choices} onChange={onChange} />;
}

const hasNews = ({ counts }: Preview): boolean =>
  counts.some(({ added, joined, differing }) => added + joined + differing > 0);

interface PreviewedProps {
  readonly preview: Preview;
  readonly path: string;
  readonly choices: MergeChoices;
  readonly onChange: DecisionProps['onChange'];
}

function Previewed({ preview, path, choices, onChange }: PreviewedProps) {
  const deleted = choices.deleted ?? 'leave';
  const change = (next: MergeChoices) => onChange(notebookChoice(path, next));
  const isAnyDeleted = deleted === 'bring' || preview.counts.some(({ leftOut }) => leftOut > 0);
  return (
    <div className="flex flex-col gap-4">
      <p className="break-words">
        <bdi className="font-medium">{preview.title}</bdi>{' '}
        {hasNews(preview)
          ? 'is brought into this notebook. What is here stays as it is wherever ours is kept; all of it is one step to undo.'
          : 'brings nothing new.'}
      </p>
      {preview.counts.length === 0 ? (
        <p className="text-muted">There is nothing in it.</p>
      ) : (
        <CountsTable counts={preview.counts} />
      )}
      {isAnyDeleted && (
        <Checkbox
          isSelected={deleted === 'bring'}
          onChange={(bring) => change({ ...choices, deleted: bring ? 'bring' : 'leave' })}
        >
          Bring back what was deleted here
        </Checkbox>
      )}
      {leftWords(preview.left).map((words) => (
        <p key={words} className="text-warning">
          {words}
        </p>
      ))}
      <Conflicts preview={preview} choices={choices} onChange={change} />
      <MaybeSameList things={preview.maybeSame} count={preview.maybeSameCount} />
    </div>
  );
}
