import { Button } from '../../../ui/actions/button';
import { Keys } from '../../../ui/actions/keys';
import { selectedParts, wordsOf } from '../passages/passage-actions';
import { useOpenText, useReaderState } from '../reader-context';

const longestShown = 60;

/** While words are kept as parts: says which, what comes next, and gives them up. */
export function PartsBar() {
  const text = useOpenText();
  const kept = useReaderState((state) => state.kept);
  const selection = useReaderState((state) => state.selection);
  const wasSaid = useReaderState((state) => state.wasSaid);
  if (kept.length === 0 || wasSaid) return null;
  const parts = selectedParts(text);
  const words = parts.map((part) => wordsOf(text, part).slice(0, longestShown)).join(' … ');
  const count = parts.length === 1 ? 'Part 1' : `${parts.length} parts`;
  return (
    <div
      role="group"
      aria-label="Parts of a passage"
      className="sticky bottom-16 mt-4 mx-auto w-fit max-w-full z-10 flex flex-wrap items-center justify-center gap-3 rounded-lg border border-rule bg-raised shadow-lg px-3 py-1.5 font-sans text-[13px]"
    >
      <span className="min-w-0">
        <span className="text-muted">{count}:</span> <bdi className="font-serif">{words}</bdi>
        {!selection && <span className="text-muted"> Select the next words.</span>}
      </span>
      <Button preventFocusOnPress onPress={() => text.surface.current?.giveUpParts()}>
        Give up <Keys keys="Escape" />
      </Button>
    </div>
  );
}
