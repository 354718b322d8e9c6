/** What was merged into an entity, with what is its own; each can be split off again at any time. */
import { Split } from 'lucide-react';
import type { EntityDetail, MergedEntity } from '../../../../shared/model/entity';
import { commands } from '../../../client/client';
import { SideSection } from '../../../parts/page/side-section';
import { go } from '../../../shell/navigation';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';

async function split({ id, name }: MergedEntity): Promise<void> {
  const done = await run(commands.splitEntity({ id }));
  if (done === undefined) return;
  const open = { label: 'Open it', run: () => go({ kind: 'entity', id }) };
  notifyUndoable(`Split off “${name}”`, 'splitEntity', open);
}

/** The further names that are the merged one's own. */
const ownNames = ({ aliases }: EntityDetail, { id }: MergedEntity): readonly string[] =>
  aliases.filter((alias) => alias.memberId === id && alias.id !== id).map(({ name }) => name);

function namedBy(passages: number): string {
  if (passages === 0) return 'no passage names it';
  return passages === 1 ? '1 passage names it' : `${passages.toLocaleString('en')} passages name it`;
}

interface RowProps {
  readonly entity: EntityDetail;
  readonly merged: MergedEntity;
}

function MergedRow({ entity, merged }: RowProps) {
  const { name, description, mentionCount } = merged;
  const names = ownNames(entity, merged);
  return (
    <li className="flex items-start gap-2 min-w-0">
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <bdi className="font-medium">{name}</bdi>
        <p className="text-xs text-muted tabular-nums">{namedBy(mentionCount)}</p>
        {names.length > 0 && (
          <p className="text-xs text-muted" dir="auto">
            also {names.join(', ')}
          </p>
        )}
        {description && (
          <p className="text-xs text-muted line-clamp-2" dir="auto">
            {description}
          </p>
        )}
      </div>
      <Button
        icon={<Split size={13} aria-hidden />}
        aria-label={`Split off ${name}`}
        onPress={() => void split(merged)}
      >
        Split off
      </Button>
    </li>
  );
}

export function MergedSection({ entity }: { readonly entity: EntityDetail }) {
  if (entity.merged.length === 0) return null;
  return (
    <SideSection title="Merged here" detail={entity.merged.length}>
      <ul className="flex flex-col gap-2">
        {entity.merged.map((merged) => (
          <MergedRow key={merged.id} {...{ entity, merged }} />
        ))}
      </ul>
    </SideSection>
  );
}
