import { go } from '../../shell/navigation';
import { Button } from '../../ui/actions/button';

/** Leads to the notebook's own list of event types. */
export function TypesButton() {
  return (
    <Button look="quiet" onPress={() => go({ kind: 'tags', list: 'types' })}>
      Edit types…
    </Button>
  );
}
