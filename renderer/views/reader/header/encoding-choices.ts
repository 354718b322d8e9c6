import { encodings } from '../../../../shared/text/encodings';
import type { Choice } from '../../../ui/fields/select';

/** What an original can be read as; the present one is always among them. */
export function encodingChoices(current: string): readonly Choice<string>[] {
  const known = encodings.map(({ label, name }) => ({ value: label, label: name }));
  const isKnown = known.some(({ value }) => value === current);
  return isKnown ? known : [{ value: current, label: current }, ...known];
}
