/** One actor or place in a form: found as one types, or named to be made with what the form makes. */
import { useState } from 'react';
import type { EntityKind } from '../../../shared/model/entity';
import { useAnswer } from '../../client/query';
import { ComboBox } from '../../ui/fields/combo-box';
import { passingId } from './account-draft';

export interface ChosenEntity {
  readonly id: string;
  readonly name: string;
}

export interface EntityFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  readonly kind: Exclude<EntityKind, 'object'>;
  readonly chosen: ChosenEntity | null;
  readonly onChange: (chosen: ChosenEntity | null) => void;
  /** Offers to make one of the name typed. */
  readonly canCreate?: boolean;
  readonly autoFocus?: boolean;
}

const offered = 8;

export function EntityField(props: EntityFieldProps) {
  const { label, labelHidden, placeholder, kind, chosen, onChange, canCreate = true, autoFocus } = props;
  const [text, setText] = useState(chosen?.name ?? '');
  const query = { text: text.trim(), kinds: [kind], limit: offered };
  const { data = [], isPlaceholderData, isPending, isFetching } = useAnswer('findEntities', query);
  // The items of other words say nothing of these: to make one is offered when theirs are there.
  const mayCreate = canCreate && !(isFetching && isPlaceholderData);
  const take = (next: ChosenEntity) => {
    setText(next.name);
    onChange(next);
  };
  const type = (words: string) => {
    setText(words);
    if (words !== chosen?.name) onChange(null);
  };
  const pick = (id: string) => {
    const found = data.find((one) => one.id === id);
    if (found) take({ id, name: found.name });
  };
  return (
    <ComboBox
      label={label}
      labelHidden={labelHidden}
      placeholder={placeholder}
      opensOn="input"
      items={data.map(({ id, name }) => ({ id, label: name }))}
      isStale={isPlaceholderData || isPending}
      text={text}
      onTextChange={type}
      onPick={pick}
      onCreate={mayCreate ? (name) => take({ id: passingId(), name }) : undefined}
      autoFocus={autoFocus}
    />
  );
}
