import { type ReactNode, useState } from 'react';
import { foldForMatch } from '../../../../shared/text/fold';
import { PickerList, type PickerRow } from '../../../parts/picker-list';

export interface ChoicePickerProps {
  readonly label: string;
  readonly choices: readonly PickerRow[];
  readonly isStale?: boolean;
  readonly onPick: (id: string) => void;
  readonly emptyWords?: string;
  readonly children?: ReactNode;
}

const rowsShown = 60;

/** One of a list, found as one types. */
export function ChoicePicker(props: ChoicePickerProps) {
  const { label, choices, isStale = false, onPick, emptyWords = 'None of that name.', children } = props;
  const [text, setText] = useState('');
  const words = foldForMatch(text);
  const found = choices.filter((choice) => foldForMatch(choice.label).includes(words)).slice(0, rowsShown);
  return (
    <PickerList
      label={label}
      placeholder="Find"
      text={text}
      onTextChange={setText}
      rows={found}
      isStale={isStale}
      onPick={onPick}
      emptyWords={emptyWords}
    >
      {children}
    </PickerList>
  );
}
