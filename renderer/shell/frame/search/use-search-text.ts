/** What stands in the search box, what is offered under it, and when it is searched for. Draws nothing. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useNavigation } from '../../navigation';
import { type QueryPiece, useBoxDoor } from './box-door';
import type { Offer } from './offer-list';
import { rememberSearch } from './remember-search';
import { useCompletions, usePastSearches } from './use-offers';

/** This long after the last letter the search begins. */
const settleMs = 150;

export interface SearchText {
  readonly text: string;
  readonly offers: readonly Offer[];
  /** What the offers are: ways to go on, or what was asked before. */
  readonly offered: 'completions' | 'past';
  /** Place of the offer the arrow keys chose; -1: none. */
  readonly active: number;
  readonly type: (text: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onSelect: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Shows what was typed: a step to the search screen first, after that no step for each letter. */
function showResults(query: string, asTyped: boolean): void {
  const { place, go, replace } = useNavigation.getState();
  const next = { kind: 'search' as const, query, ...(asTyped ? { asTyped } : {}) };
  if (place.kind !== 'search') {
    if (query.trim() !== '') go(next);
  } else if (place.query !== query || (place.asTyped ?? false) !== asTyped) replace(next);
}

interface BoxText {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Searches at once. */
  readonly send: (query: string) => void;
  /** Searches when nothing more is typed. */
  readonly sendSoon: (query: string) => void;
}

/**
 * The text of the box, which follows the query of the screen unless the query came from the box. A step to another
 * screen takes back what was typed and not yet searched for: it would lead away from there a moment later.
 */
function useBoxText(): BoxText {
  const shown = useNavigation(({ place }) => (place.kind === 'search' ? place.query : ''));
  const isElsewhere = useNavigation(({ place }) => place.kind !== 'search');
  const steps = useNavigation(({ past }) => past);
  const [text, setText] = useState(shown);
  const sent = useRef(shown);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step to the screen one is on is a step as well
  useEffect(() => {
    if (shown !== sent.current || isElsewhere) {
      clearTimeout(timer.current);
      setText(shown);
    }
    sent.current = shown;
  }, [shown, isElsewhere, steps]);
  const send = (query: string, asTyped = false) => {
    clearTimeout(timer.current);
    sent.current = query;
    showResults(query, asTyped);
  };
  const sendSoon = (query: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(query, true), settleMs);
  };
  return { text, setText, send, sendSoon };
}

/** The last of several that are there to choose from; the choice waits for the answer to what was typed last. */
function useChoice(offers: readonly Offer[], isStale: boolean) {
  const [active, setActive] = useState(-1);
  const isWaiting = useRef(false);
  const chosen = offers[active];
  useEffect(() => {
    if (isStale || !isWaiting.current) return;
    isWaiting.current = false;
    chosen?.take();
  }, [isStale, chosen]);
  const take = () => {
    if (isStale) isWaiting.current = true;
    else chosen?.take();
  };
  const move = (step: number) => setActive((at) => Math.max(-1, Math.min(offers.length - 1, at + step)));
  const reset = () => {
    isWaiting.current = false;
    setActive(-1);
  };
  return { active: Math.min(active, offers.length - 1), chosen, take, move, reset };
}

export function useSearchText(input: RefObject<HTMLInputElement | null>): SearchText {
  const { text, setText, send, sendSoon } = useBoxText();
  const [caret, setCaret] = useState<number | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const isElsewhere = useNavigation(({ place }) => place.kind !== 'search');
  const edit = (next: string, caretAt: number | null) => {
    setText(next);
    reset();
    setCaret(caretAt);
  };
  const select = (from: number, to: number) =>
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(from, to);
    });
  const search = (query: string) => {
    edit(query, null);
    send(query);
    rememberSearch(query);
  };
  const completions = useCompletions(text, caret, (query, at) => {
    edit(query, at);
    sendSoon(query);
    select(at, at);
  });
  const past = usePastSearches(hasFocus && isElsewhere && text === '', search);
  const offered = completions.offers.length > 0 ? 'completions' : 'past';
  const offers = offered === 'past' ? past : completions.offers;
  const { active, chosen, take, move, reset } = useChoice(
    offers,
    offered === 'completions' && completions.isStale,
  );

  useBoxDoor((piece: QueryPiece) => {
    const before = text.trimEnd() === '' ? '' : `${text.trimEnd()} `;
    const from = before.length + piece.from;
    const to = before.length + piece.to;
    edit(before + piece.text, from === to ? to : null);
    select(from, to);
  });

  const close = () => {
    setCaret(null);
    setHasFocus(false);
    reset();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== input.current || event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    // With nothing to choose from the arrow leads on, to the hits.
    if (step !== 0 && offers.length > 0) move(step);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take();
    else if (event.key === 'Enter') search(text);
    else if (event.key === 'Escape' && offers.length > 0) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const type = (next: string) => {
    edit(next, input.current?.selectionStart ?? next.length);
    sendSoon(next);
  };
  /** What is offered follows the caret to another word. */
  const onSelect = () => {
    const at = input.current?.selectionStart ?? null;
    if (caret === null || at === null || at === caret || input.current?.value !== text) return;
    setCaret(at);
    reset();
  };
  const onFocus = () => setHasFocus(true);
  return { text, offers, offered, active, type, onFocus, onBlur: close, onSelect, onKeyDown };
}
