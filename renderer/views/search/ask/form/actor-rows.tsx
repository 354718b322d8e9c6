/** Actors, each with the role it has in one and the same event; all of them must be there. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../../../ui/actions/button';
import { labelLook } from '../../../../ui/fields/text-field';
import type { FormPartProps } from './form-part';
import { ValueInput } from './value-input';

type ActorRow = FormPartProps['form']['actors'][number];

interface RowProps {
  readonly row: ActorRow;
  readonly label: string;
  readonly onChange: (row: ActorRow) => void;
  readonly onRemove: () => void;
}

function Row({ row, label, onChange, onRemove }: RowProps) {
  const name = row.actor || label.toLowerCase();
  const isFilled = row.actor !== '' || row.role !== '';
  return (
    <div className="flex items-start gap-1">
      <div className="flex-1 min-w-0 flex flex-col gap-1 pb-1">
        <ValueInput
          label={label}
          field="actor"
          placeholder="anybody"
          value={row.actor}
          onTake={(actor) => onChange({ ...row, actor })}
        />
        <div className="flex items-center gap-2 ps-2">
          <span aria-hidden className="text-xs text-muted">
            as
          </span>
          <ValueInput
            label={`Role of ${name}`}
            field="role"
            placeholder="any role"
            value={row.role}
            onTake={(role) => onChange({ ...row, role })}
          />
        </div>
      </div>
      {isFilled && <IconButton label={`Take off ${name}`} icon={<X size={13} />} onPress={onRemove} />}
    </div>
  );
}

const emptyRow: ActorRow = { actor: '', role: '' };

export function ActorRows({ form, change }: FormPartProps) {
  const [isAdding, setIsAdding] = useState(false);
  const shown = isAdding || form.actors.length === 0 ? [...form.actors, emptyRow] : form.actors;
  const put = (at: number, row: ActorRow | null) => {
    const rows = shown.flatMap((other, index) => (index === at ? (row ? [row] : []) : [other]));
    setIsAdding(false);
    change({ actors: rows.filter(({ actor, role }) => actor !== '' || role !== '') });
  };
  return (
    <fieldset className="flex flex-col gap-1 min-w-0">
      <legend className={`${labelLook} pb-1`}>Actors</legend>
      {shown.map((row, at) => (
        <Row
          // Rows have no name of their own: two of them may be the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the row
          key={at}
          row={row}
          label={`Actor ${at + 1}`}
          onChange={(next) => put(at, next)}
          onRemove={() => put(at, null)}
        />
      ))}
      {!isAdding && form.actors.length > 0 && (
        <div>
          <Button look="quiet" icon={<Plus size={13} aria-hidden />} onPress={() => setIsAdding(true)}>
            And another actor
          </Button>
        </div>
      )}
    </fieldset>
  );
}
