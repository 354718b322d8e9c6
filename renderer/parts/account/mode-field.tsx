import { modeWords } from '../../../shared/accounts/account-words';
import { type Mode, modes } from '../../../shared/model/account';
import { Select } from '../../ui/fields/select';

const choices = modes.map((mode) => ({ value: mode, label: modeWords[mode] }));

export interface ModeFieldProps {
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}

/** How an account is put forward. */
export function ModeField({ mode, onChange }: ModeFieldProps) {
  return <Select label="How" value={mode} choices={choices} onChange={onChange} />;
}
