import { ArrowDown, ArrowUp } from 'lucide-react';
import { IconButton } from '../../ui/actions/button';

interface MoveButtonsProps {
  readonly name: string;
  readonly onMove: (by: -1 | 1) => void;
}

/** Moves an entry a place up or down in its list. */
export function MoveButtons({ name, onMove }: MoveButtonsProps) {
  return (
    <>
      <IconButton label={`Move ${name} up (Alt+↑)`} icon={<ArrowUp size={14} />} onPress={() => onMove(-1)} />
      <IconButton
        label={`Move ${name} down (Alt+↓)`}
        icon={<ArrowDown size={14} />}
        onPress={() => onMove(1)}
      />
    </>
  );
}
