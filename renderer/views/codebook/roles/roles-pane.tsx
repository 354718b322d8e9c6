/** The roles that actors have in events: the notebook's own list, in an order of the researcher's. */
import { Trash2 } from 'lucide-react';
import type { Role } from '../../../../shared/model/event';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { ErrorMessage } from '../../../shell/error-message';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { EntryList } from '../entry-list';
import { MoveButtons } from '../move-buttons';
import { NamedFields } from '../named-fields';

async function remove({ id, name }: Role): Promise<void> {
  const done = await run(commands.removeRole({ id }));
  if (done !== undefined) notifyUndoable(`Took the role “${name}” off the list`, 'removeRole');
}

function RoleDetails({ role }: { readonly role: Role }) {
  const { id, name, description, useCount: count } = role;
  const uses = count === 1 ? '1 participant has it' : `${count.toLocaleString('en')} participants have it`;
  return (
    <section aria-label={`Role ${name}`} className="flex flex-col gap-4 p-4 overflow-auto">
      <NamedFields
        key={id}
        name={name}
        description={description}
        hint="Who has this role in an event"
        onSave={(change) => void run(commands.updateRole({ id, ...change }))}
      />
      <p className="text-muted">{uses}. Another name is given to all of them.</p>
      <div className="flex items-center gap-2 pt-3 border-t border-rule">
        <span className="ms-auto" />
        <MoveButtons name={name} onMove={(by) => void run(commands.moveRole({ id, by }))} />
        <Button look="danger" icon={<Trash2 size={14} aria-hidden />} onPress={() => void remove(role)}>
          Take off the list
        </Button>
      </div>
    </section>
  );
}

export function RolesPane() {
  const { data: roles = [], error } = useAnswer('listRoleList', {});
  if (error) return <ErrorMessage error={error} />;
  const details = (id: string) => {
    const role = roles.find((one) => one.id === id);
    return role && <RoleDetails role={role} />;
  };
  return (
    <EntryList
      label="Roles"
      newLabel="New role"
      name="roles"
      entries={roles.map((role) => ({ ...role, depth: 0 }))}
      onAdd={async (name) => (await run(commands.createRole({ name })))?.id}
      onMove={(id, by) => void run(commands.moveRole({ id, by }))}
      details={details}
    />
  );
}
