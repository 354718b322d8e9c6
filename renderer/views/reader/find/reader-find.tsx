/** Finding in the article that is read: opened by its command, closed by Escape with the match selected. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseContent } from '../../../../shared/document/content-html';
import type { FoundStretch } from '../../../../shared/find/find-in-text';
import { utf16Units } from '../../../../shared/text/offsets';
import { FindBar } from '../../../editor/find/find-bar';
import { FindSession, type FindTarget } from '../../../editor/find/find-session';
import { createTextModel, type TextModel, toRange, toStretch } from '../../../reading/model/text-model';
import type { PlaceOf } from '../../../shell/screen-props';
import { useCommand } from '../../../shell/use-command';
import { type Reader, useReader } from '../reader-context';
import { FoundBar } from './found-bar';

const prefilledLength = 100;

/** What is selected, as words to look for; '' when that is nothing or too much. */
function selectedQuery({ surface }: Reader): string {
  const range = surface.current?.hasFocus ? surface.current.selectedRange : null;
  const words = range ? (surface.current?.wordsOf(range) ?? '') : '';
  return words.length > prefilledLength || /[\n\t]/.test(words) ? '' : words;
}

const rangeOf = (model: TextModel, { start, end }: FoundStretch) =>
  toRange(model, { start: utf16Units(start), end: utf16Units(end) });

function targetOf({ surface, store }: Reader, model: TextModel): FindTarget {
  return {
    readText: () => ({ text: model.text, lines: model.leaves.map(({ start, end }) => ({ start, end })) }),
    beginAt: () => toStretch(model, surface.current?.selectedRange ?? store.getState().visible).start,
    show: (_, matches, current) =>
      surface.current?.showMatches(
        matches.map((match) => rangeOf(model, match)),
        current,
      ),
    reveal: (match) => surface.current?.reveal(rangeOf(model, match)),
  };
}

interface Asked {
  readonly words: string;
  readonly times: number;
}

function OpenFind({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const reader = useReader();
  const latest = useRef(reader);
  latest.current = reader;
  const { revision, surface } = reader;
  const [session, setSession] = useState<FindSession | null>(null);
  const model = useMemo(() => createTextModel(parseContent(revision.content)), [revision.content]);
  useEffect(() => {
    const begun = new FindSession(targetOf(latest.current, model));
    setSession(begun);
    return () => begun.destroy();
  }, [model]);
  const { words, times } = asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the same words are looked for again
  useEffect(() => {
    session?.change(words === '' ? {} : { words });
  }, [session, words, times]);
  if (!session) return null;
  const close = () => {
    const match = session.currentMatch;
    onClose();
    surface.current?.focus();
    if (match) surface.current?.select(rangeOf(model, match));
  };
  return <FindBar session={session} asked={times} onClose={close} />;
}

/** The bar above the text: what is being looked for in it, else the hits of the search that led here. */
export function ReaderFind({ place }: { readonly place: PlaceOf<'article'> }) {
  const reader = useReader();
  const [asked, setAsked] = useState<Asked | null>(null);
  useCommand('find-in-text', () => {
    const words = selectedQuery(reader);
    setAsked((before) => ({ words, times: (before?.times ?? 0) + 1 }));
  });
  if (asked) return <OpenFind asked={asked} onClose={() => setAsked(null)} />;
  return place.query === undefined ? null : <FoundBar place={place} query={place.query} />;
}
