/** The head of a comparison: which two revisions, and the steps through their differences. */
import { ArrowDown, ArrowLeft, ArrowLeftRight, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import type { RevisionComparison } from '../../../shared/comparison/revision-comparison';
import type { RevisionInfo } from '../../../shared/model/article';
import { commandRow } from '../../shell/keys/shortcuts';
import { go, useNavigation } from '../../shell/navigation';
import { timeWords } from '../../shell/time-words';
import { runCommand } from '../../shell/use-command';
import { IconButton } from '../../ui/actions/button';
import { Select } from '../../ui/fields/select';

export interface CompareHeaderProps {
  readonly comparison: RevisionComparison;
  /** The number of the difference one is at, from 0. */
  readonly current: number | null;
  readonly count: number;
}

const labelOf = ({ number, createdAt, reason }: RevisionInfo): string =>
  `${number} · ${timeWords(createdAt)}${reason ? ` · ${reason}` : ''}`;

function show(articleId: string, fromRevisionId: string, toRevisionId: string): void {
  useNavigation.getState().replace({ kind: 'compare', articleId, fromRevisionId, toRevisionId });
}

/** Choosing the revision that stands on the other side swaps the two. */
const Pickers = memo(function Pickers({ comparison }: Pick<CompareHeaderProps, 'comparison'>) {
  const { articleId, revisions, from, to } = comparison;
  const choices = revisions
    .toReversed()
    .map((revision) => ({ value: revision.id, label: labelOf(revision) }));
  const pickFrom = (id: string) => show(articleId, id, id === to.id ? from.id : to.id);
  const pickTo = (id: string) => show(articleId, id === from.id ? to.id : from.id, id);
  return (
    <div className="flex items-end gap-1.5 min-w-0 flex-1 [&>*]:min-w-0 [&>:not(button)]:flex-1 max-w-190">
      <Select label="From" value={from.id} choices={choices} onChange={pickFrom} />
      <IconButton
        label="Swap the two revisions"
        icon={<ArrowLeftRight size={15} />}
        onPress={() => show(articleId, to.id, from.id)}
      />
      <Select label="To" value={to.id} choices={choices} onChange={pickTo} />
    </div>
  );
});

function countWords(current: number | null, count: number): string {
  if (current !== null) return `${current + 1} of ${count.toLocaleString('en')}`;
  return count === 1 ? '1 difference' : `${count.toLocaleString('en')} differences`;
}

function Steps({ current, count }: Omit<CompareHeaderProps, 'comparison'>) {
  const keysOf = (id: 'next-difference' | 'previous-difference') => commandRow(id)?.keys ?? '';
  return (
    <div role="group" aria-label="Differences" className="flex items-center gap-0.5">
      <span className="tabular-nums text-muted whitespace-nowrap me-1">
        {count === 0 ? 'No differences' : countWords(current, count)}
      </span>
      <IconButton
        label="Previous difference"
        keys={keysOf('previous-difference')}
        icon={<ArrowUp size={15} />}
        isDisabled={count === 0}
        onPress={() => runCommand('previous-difference')}
      />
      <IconButton
        label="Next difference"
        keys={keysOf('next-difference')}
        icon={<ArrowDown size={15} />}
        isDisabled={count === 0}
        onPress={() => runCommand('next-difference')}
      />
    </div>
  );
}

export function CompareHeader(props: CompareHeaderProps) {
  const { comparison } = props;
  return (
    <header className="shrink-0 border-b border-rule">
      <div className="flex items-center gap-2 px-3 h-10">
        <IconButton
          label="To the article"
          icon={<ArrowLeft size={16} />}
          onPress={() => go({ kind: 'article', id: comparison.articleId })}
        />
        <h1 className="text-[15px] font-semibold truncate" dir="auto" title={comparison.title}>
          Compare: {comparison.title || 'Untitled'}
        </h1>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 px-4 pb-2.5">
        <Pickers comparison={comparison} />
        <Steps {...props} />
      </div>
    </header>
  );
}
