import { useState } from 'react';
import { Button } from '../../ui/actions/button';
import { EventTypesDialog } from './event-types-dialog';

/** Opens the notebook's own list of event types. */
export function TypesButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onPress={() => setIsOpen(true)}>
        Edit types…
      </Button>
      {isOpen && <EventTypesDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
