/** What two notebooks say differently, ours beside theirs, and whose side is taken. */
import type {
  MergeChoices,
  MergeConflict,
  MergeSide,
  MergePreview as Preview,
} from '../../../../shared/contract/program/merge';
import { Segmented } from '../../../ui/fields/segmented';
import { commonSide, sideOf, withAll, withOne } from './merge-choices';

const sides = [
  { value: 'ours', label: 'Keep ours' },
  { value: 'theirs', label: 'Take theirs' },
] as const;

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly side: MergeSide;
  readonly onChoose: (side: MergeSide) => void;
}

interface ValueProps {
  readonly whose: string;
  readonly words: string;
  readonly isTaken: boolean;
}

function Value({ whose, words, isTaken }: ValueProps) {
  const shown = words === '' ? '(nothing)' : words;
  return (
    <span
      dir="auto"
      className={isTaken ? 'min-w-0 font-medium break-words' : 'min-w-0 text-muted break-words'}
    >
      <span className="sr-only">{whose}: </span>
      {shown}
    </span>
  );
}

function ConflictRow({ conflict, side, onChoose }: ConflictProps) {
  const { label, field, ours, theirs } = conflict;
  return (
    <li className="flex items-start gap-4 py-2 border-t border-rule min-w-0">
      <div className="min-w-0 flex-1">
        <p className="text-muted break-words line-clamp-2" title={label}>
          <bdi>{label}</bdi>: {field}
        </p>
        <p className="grid grid-cols-2 gap-3">
          <Value whose="Ours" words={ours} isTaken={side === 'ours'} />
          <Value whose="Theirs" words={theirs} isTaken={side === 'theirs'} />
        </p>
      </div>
      <Segmented label={`${label}: ${field}`} labelHidden value={side} choices={sides} onChange={onChoose} />
    </li>
  );
}

/** So many rows are shown; the rest follows the choice for all. */
export const mostShown = 200;

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

/** Every difference of the two notebooks with a choice, and one choice for all. */
export function Conflicts({ preview, choices, onChange }: ConflictsProps) {
  const { conflicts, conflictCount } = preview;
  if (conflictCount === 0) return null;
  const common = commonSide(choices, conflicts);
  const shown = conflicts.slice(0, mostShown);
  const rest = conflictCount - shown.length;
  return (
    <section aria-label="Differences" className="flex flex-col gap-2">
      <Segmented
        label={conflictCount === 1 ? '1 difference' : `${conflictCount.toLocaleString('en')} differences`}
        value={common ?? 'each'}
        choices={common === null ? allSides : sides}
        onChange={(side) => {
          if (side !== 'each') onChange(withAll(choices, side));
        }}
      />
      <div aria-hidden className="flex gap-4 text-xs text-faint">
        <span className="grid grid-cols-2 gap-3 flex-1">
          <span>Ours</span>
          <span>Theirs</span>
        </span>
        <span className="w-41" />
      </div>
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
      {rest > 0 && (
        <p className="text-muted">
          And {rest.toLocaleString('en')} more:{' '}
          {choices.prefer === 'ours' ? 'ours is kept.' : 'theirs is taken.'}
        </p>
      )}
    </section>
  );
}
