import { Button } from '../../../ui/actions/button';
import { Keys } from '../../../ui/actions/keys';
import { useReader } from '../reader-context';

/** Says how the ends of a passage are changed, and saves or leaves them. */
export function EndsBar() {
  const { surface } = useReader();
  return (
    <div
      role="group"
      aria-label="Ends of the passage"
      className="sticky bottom-16 mt-4 mx-auto w-fit max-w-full z-20 flex flex-wrap items-center justify-center gap-3 rounded-lg border border-rule bg-raised shadow-lg px-3 py-1.5 font-sans text-[13px]"
    >
      <span className="text-muted">
        Drag the handles, or <Keys keys="ArrowLeft" /> <Keys keys="ArrowRight" /> for the end,{' '}
        <Keys keys="Shift+ArrowLeft" /> <Keys keys="Shift+ArrowRight" /> for the start
      </span>
      <span className="flex gap-2">
        <Button preventFocusOnPress onPress={() => surface.current?.cancelEnds()}>
          Cancel <Keys keys="Escape" />
        </Button>
        <Button look="primary" preventFocusOnPress onPress={() => surface.current?.saveEnds()}>
          Save the ends
        </Button>
      </span>
    </div>
  );
}
