/** Above an article that a search led to: walks its hits by keys, all of them lit in the text, and leads back to the results. */
import { ArrowLeft, ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../../../shared/text/offset-types';
import { codePoints } from '../../../../shared/text/offsets';
import { useAnswer } from '../../../client/query';
import '../../../editor/find/find.css';
import { useKeys } from '../../../shell/keys/shortcuts';
import { go, useNavigation } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { useAsked } from '../../../shell/settings';
import { useCommand } from '../../../shell/use-command';
import { Button, IconButton } from '../../../ui/actions/button';
import { foundParts } from '../passages/passage-order';
import { useReader } from '../reader-context';
import { hitNear, hitsInText } from './hits-in-text';

const noHits: readonly TextRange[] = [];

/** The hits of a query in the article that is open; undefined while they are looked for. */
function useHits(query: string): readonly TextRange[] | undefined {
  const { article, annotations, revision } = useReader();
  const isCurrent = revision.id === article.currentRevisionId;
  const answer = useAnswer('findInArticle', { ...useAsked(query), articleId: article.id }, isCurrent);
  return useMemo(() => {
    if (!isCurrent) return noHits;
    if (!answer.data || answer.isPlaceholderData) return undefined;
    const { matches, hits } = answer.data;
    const words = matches.map(({ start, end }) => ({ start: codePoints(start), end: codePoints(end) }));
    const passing = new Set(hits.map(({ id }) => id));
    return hitsInText(
      words,
      annotations.filter(({ id }) => passing.has(id)),
    );
  }, [isCurrent, answer.data, answer.isPlaceholderData, annotations]);
}

/** The words that the place leads to. */
function useLanded({ annotationId, range }: PlaceOf<'article'>): TextRange | null {
  const { annotations } = useReader();
  const annotation = annotations.find(({ id }) => id === annotationId);
  const part = annotation && foundParts(annotation)[0];
  if (part) return part;
  return range ? { start: codePoints(range.start), end: codePoints(range.end) } : null;
}

/** Which hit is meant, lit in the text with all others, and stepping from it. */
function useStepping(hits: readonly TextRange[], place: PlaceOf<'article'>) {
  const { surface } = useReader();
  const landed = useLanded(place);
  const [chosen, setChosen] = useState<{ readonly of: PlaceOf<'article'>; readonly at: number } | null>(null);
  const near = landed ? hitNear(hits, landed) : -1;
  const current = Math.min(chosen?.of === place ? chosen.at : near, hits.length - 1);
  useEffect(() => {
    const shown = surface.current;
    shown?.showMatches(hits, current);
    return () => shown?.showMatches(noHits, -1);
  }, [hits, current, surface]);
  // The words that a search leads to may span several hits: the first of them is what one steps on from.
  const first = place.range && hits[near];
  const landedAt = useRef<PlaceOf<'article'>>(null);
  useEffect(() => {
    if (!first || landedAt.current === place) return;
    landedAt.current = place;
    surface.current?.land(first);
  }, [first, place, surface]);
  const step = (by: 1 | -1) => {
    const from = current < 0 && by === -1 ? 0 : current;
    const at = (from + by + hits.length) % hits.length;
    const hit = hits[at];
    if (!hit) return;
    setChosen({ of: place, at });
    surface.current?.land(hit);
    surface.current?.say(`${at + 1} of ${hits.length}: ${surface.current.wordsOf(hit)}`);
  };
  return { current, step };
}

function countWords(current: number, total: number): string {
  const all = total.toLocaleString('en');
  if (total === 0) return 'No hits in the words';
  return current < 0
    ? total === 1
      ? '1 hit'
      : `${all} hits`
    : `${(current + 1).toLocaleString('en')} of ${all}`;
}

/** Back where the results were left, when they were the step before; else they are asked for anew. */
function backToResults(query: string): void {
  const { past, back } = useNavigation.getState();
  const before = past.at(-1);
  if (before?.kind === 'search' && before.query === query) back();
  else go({ kind: 'search', query });
}

interface FoundBarProps {
  readonly place: PlaceOf<'article'>;
  readonly query: string;
}

function ShownHits({ hits, place, query }: FoundBarProps & { readonly hits: readonly TextRange[] }) {
  const { current, step } = useStepping(hits, place);
  useCommand('find-next', () => step(1));
  useCommand('find-previous', () => step(-1));
  const [next, previous] = [useKeys('find-next'), useKeys('find-previous')];
  const close = () => {
    const { query: _, ...without } = place;
    useNavigation.getState().replace(without);
  };
  return (
    <search
      aria-label="Hits of the search in this article"
      className="flex items-center gap-1 px-3 h-9 border-b border-rule bg-sunken shrink-0 min-w-0"
    >
      <Button look="quiet" icon={<ArrowLeft size={14} aria-hidden />} onPress={() => backToResults(query)}>
        Results
      </Button>
      <span className="truncate min-w-0 text-muted" dir="auto" title={query}>
        {query}
      </span>
      <span className="ms-auto px-1 text-xs text-muted tabular-nums whitespace-nowrap">
        {countWords(current, hits.length)}
      </span>
      <IconButton
        label="Previous hit"
        keys={previous}
        icon={<ChevronUp size={15} />}
        isDisabled={hits.length === 0}
        onPress={() => step(-1)}
      />
      <IconButton
        label="Next hit"
        keys={next}
        icon={<ChevronDown size={15} />}
        isDisabled={hits.length === 0}
        onPress={() => step(1)}
      />
      <IconButton label="Put the hits away" icon={<X size={15} />} onPress={close} />
    </search>
  );
}

/** Keeps its room while the hits are being looked for, so that the words do not jump. */
export function FoundBar(props: FoundBarProps) {
  const hits = useHits(props.query);
  return <ShownHits {...props} hits={hits ?? noHits} />;
}
