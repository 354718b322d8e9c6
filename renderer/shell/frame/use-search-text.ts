/** What stands in the search box, its completions, and when it is searched for. Draws nothing. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Completion } from '../../../shared/contract/search';
import { useAnswer } from '../../client/query';
import { useNavigation } from '../navigation';

/** This long after the last letter the search begins. */
const settleMs = 220;
const completionsShown = 8;

export interface SearchText {
  readonly text: string;
  readonly completions: readonly Completion[];
  /** Place of the completion the arrow keys chose; -1: none. */
  readonly active: number;
  readonly type: (text: string) => void;
  readonly take: (completion: Completion) => void;
  readonly closeCompletions: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Shows what was typed: a step to the search screen first, after that no step for each letter. */
function showResults(query: string): void {
  const { place, go, replace, back } = useNavigation.getState();
  if (query.trim() === '') {
    if (place.kind === 'search') back();
  } else if (place.kind !== 'search') go({ kind: 'search', query });
  else if (place.query !== query) replace({ kind: 'search', query });
}

/** The text of the box, which follows the query of the screen unless the query came from the box. */
function useText(): readonly [string, (text: string) => void, (text: string) => void] {
  const shown = useNavigation(({ place }) => (place.kind === 'search' ? place.query : ''));
  const [text, setText] = useState(shown);
  const sent = useRef(shown);
  useEffect(() => {
    if (shown !== sent.current) setText(shown);
    sent.current = shown;
  }, [shown]);
  const send = (query: string) => {
    sent.current = query;
    showResults(query);
  };
  return [text, setText, send];
}

function useCompletions(query: string, caret: number | null): readonly Completion[] {
  const asks = caret !== null && query.trim() !== '';
  const { data } = useAnswer('completeQuery', { query, caret: Math.min(caret ?? 0, query.length) }, asks);
  return asks ? (data ?? []).slice(0, completionsShown) : [];
}

export function useSearchText(input: RefObject<HTMLInputElement | null>): SearchText {
  const [text, setText, send] = useText();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const completions = useCompletions(text, caret);
  useEffect(() => () => clearTimeout(timer.current), []);
  const edit = (next: string, caretAt: number) => {
    setText(next);
    setActive(-1);
    setCaret(caretAt);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next), settleMs);
  };
  const take = ({ query, caret: at }: Completion) => {
    edit(query, at);
    requestAnimationFrame(() => input.current?.setSelectionRange(at, at));
  };
  const closeCompletions = () => setCaret(null);
  const searchNow = () => {
    clearTimeout(timer.current);
    closeCompletions();
    send(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = completions[active];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    // The arrow then leads on, to the hits.
    if (step !== 0 && completions.length === 0) return;
    if (step !== 0) setActive(Math.max(-1, Math.min(completions.length - 1, active + step)));
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else if (event.key === 'Enter') searchNow();
    else if (event.key === 'Escape' && completions.length > 0) closeCompletions();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const type = (next: string) => edit(next, input.current?.selectionStart ?? next.length);
  return { text, completions, active, type, take, closeCompletions, onKeyDown };
}
