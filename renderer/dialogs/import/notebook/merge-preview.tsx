/** What bringing in another notebook would do, before anything is done: what is new, what differs, and whose side stands. */
import type {
  MaybeSame,
  MergeChoices,
  MergeConflict,
  MergeCounts,
  MergeSide,
  MergePreview as Preview,
} from '../../../../shared/contract/program/merge';
import { useAnswer } from '../../../client/query';
import { MessageBox } from '../../../ui/feedback/message-box';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Segmented } from '../../../ui/fields/segmented';
import type { DecisionProps } from '../decision-props';
import { commonSide, notebookChoice, oursStays, sideOf, withAll, withOne } from './merge-choices';

const figure = (count: number) => count.toLocaleString('en');

const columns: readonly (readonly [name: keyof MergeCounts, heading: string])[] = [
  ['added', 'New'],
  ['joined', 'Gets more'],
  ['differing', 'Differs'],
  ['same', 'The same'],
  ['leftOut', 'Deleted here'],
];

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
              {row.noun}
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

const sides = [
  { value: 'ours', label: 'Keep ours' },
  { value: 'theirs', label: 'Take theirs' },
] as const;

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly side: MergeSide;
  readonly onChoose: (side: MergeSide) => void;
}

function Value({ words, isTaken }: { readonly words: string; readonly isTaken: boolean }) {
  const shown = words === '' ? '(nothing)' : words;
  return (
    <span dir="auto" className={isTaken ? 'font-medium break-words' : 'text-faint break-words'}>
      {shown}
    </span>
  );
}

function ConflictRow({ conflict, side, onChoose }: ConflictProps) {
  const { label, field, ours, theirs } = conflict;
  return (
    <li className="flex items-start gap-4 py-2 border-t border-rule min-w-0">
      <div className="min-w-0 flex-1">
        <p className="text-muted break-words">
          <bdi>{label}</bdi>: {field}
        </p>
        <p className="grid grid-cols-2 gap-3">
          <Value words={ours} isTaken={side === 'ours'} />
          <Value words={theirs} isTaken={side === 'theirs'} />
        </p>
      </div>
      <Segmented label={`${label}: ${field}`} labelHidden value={side} choices={sides} onChange={onChoose} />
    </li>
  );
}

/** The rest follows the choice for all. */
const mostShown = 200;

interface ConflictsProps {
  readonly preview: Preview;
  readonly choices: MergeChoices;
  readonly onChange: (choices: MergeChoices) => void;
}

const allSides = [
  { value: 'ours', label: 'Keep ours' },
  { value: 'theirs', label: 'Take theirs' },
  { value: 'each', label: 'One by one' },
] as const;

function Conflicts({ preview, choices, onChange }: ConflictsProps) {
  const { conflicts, conflictCount } = preview;
  if (conflictCount === 0) return null;
  const common = commonSide(choices, conflicts);
  const shown = conflicts.slice(0, mostShown);
  const rest = conflictCount - shown.length;
  return (
    <section aria-label="Differences" className="flex flex-col gap-2">
      <Segmented
        label={conflictCount === 1 ? '1 difference' : `${figure(conflictCount)} differences`}
        value={common ?? 'each'}
        choices={common === null ? allSides : sides}
        onChange={(side) => {
          if (side !== 'each') onChange(withAll(choices, side));
        }}
      />
      <ul>
        {shown.map((conflict) => (
          <ConflictRow
            key={conflict.key}
            conflict={conflict}
            side={sideOf(choices, conflict)}
            onChoose={(side) => onChange(withOne(choices, conflict.key, side))}
          />
        ))}
      </ul>
      {rest > 0 && <p className="text-muted">And {figure(rest)} more, which follow the choice for all.</p>}
    </section>
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

export function MergePreview({ decision: { path }, choice, onChange }: DecisionProps) {
  const choices = choice?.kind === 'notebook' ? choice.choices : oursStays;
  const deleted = choices.deleted ?? 'leave';
  const { data: preview, error } = useAnswer('previewMerge', { path, deleted });
  if (error) return <MessageBox title={error.message} />;
  if (!preview) return <p className="text-muted">Comparing the notebooks…</p>;
  const change = (next: MergeChoices) => onChange(notebookChoice(path, next));
  const isAnyDeleted = deleted === 'bring' || preview.counts.some(({ leftOut }) => leftOut > 0);
  return (
    <div className="flex flex-col gap-4">
      <p>
        <bdi className="font-medium">{preview.title}</bdi> is brought into this notebook. Nothing of yours is
        changed where ours is kept; all of it is one step to undo.
      </p>
      <CountsTable counts={preview.counts} />
      {isAnyDeleted && (
        <Checkbox
          isSelected={deleted === 'bring'}
          onChange={(bring) => change({ ...choices, deleted: bring ? 'bring' : 'leave' })}
        >
          Bring back what was deleted here
        </Checkbox>
      )}
      {preview.withoutFiles > 0 && (
        <p className="text-warning">{figure(preview.withoutFiles)} captured files are not in that file.</p>
      )}
      <Conflicts preview={preview} choices={choices} onChange={change} />
      <MaybeSameList things={preview.maybeSame} count={preview.maybeSameCount} />
    </div>
  );
}
