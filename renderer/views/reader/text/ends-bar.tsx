import { Button } from '../../../ui/actions/button';
import { Keys } from '../../../ui/actions/keys';
import { foundParts } from '../passages/passage-order';
import { useReader, useReaderState } from '../reader-context';

/** Says how the ends of a passage are changed, and saves or leaves them. */
export function EndsBar() {
  const { annotations, surface } = useReader();
  const ends = useReaderState((state) => state.ends);
  const annotation = annotations.find(({ id }) => id === ends?.annotationId);
  const isInParts = annotation !== undefined && foundParts(annotation).length > 1;
  return (
    <div
      role="group"
      aria-label="Ends of the passage"
      className="sticky bottom-16 mt-4 mx-auto w-fit max-w-full z-20 flex flex-wrap items-center justify-center gap-3 rounded-lg border border-rule bg-raised shadow-lg px-3 py-1.5 font-sans text-[13px]"
    >
      <span className="text-muted">
        Drag the handles, or <Keys keys="ArrowLeft" /> <Keys keys="ArrowRight" /> for the end,{' '}
        <Keys keys="Shift+ArrowLeft" /> <Keys keys="Shift+ArrowRight" /> for the start
        {isInParts && (
          <>
            ; <Keys keys="Tab" /> for the next part, <Keys keys="Delete" /> takes it out
          </>
        )}
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
