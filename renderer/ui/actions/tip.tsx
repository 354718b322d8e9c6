/**
 * Tooltips: a control says in attributes what its tooltip says, and one layer for the whole window shows it. A tooltip of its
 * own for each of hundreds of controls would be drawn with every screen, to be seen hardly ever.
 */
import { useEffect, useId, useState } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components';
import { Keys } from './keys';

const restMs = 500;
/** So soon after another one, a tooltip does not wait. */
const warmMs = 500;

interface TipAttributes {
  readonly 'data-tip': string;
  readonly 'data-tip-keys': string | undefined;
}

/** Attributes for a control: words, and the key that does the same. */
export const tip = (text: string, keys?: string): TipAttributes => ({
  'data-tip': text,
  'data-tip-keys': keys,
});

const controlAt = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;

/** Tells which control's tooltip is to be seen: of the one that the mouse rests on, or that the keyboard is on. */
function followControls(show: (control: HTMLElement | null) => void): () => void {
  let timer = 0;
  let pointed: HTMLElement | null = null;
  let shown: HTMLElement | null = null;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  const tell = (control: HTMLElement | null) => {
    clearTimeout(timer);
    if (control === shown) return;
    if (shown && !control) hiddenAt = performance.now();
    shown = control;
    show(control);
  };
  const hide = () => tell(null);
  const point = (event: PointerEvent) => {
    const control = event.pointerType === 'touch' ? null : controlAt(event);
    if (control === pointed) return;
    pointed = control;
    const isWarm = shown !== null || performance.now() - hiddenAt < warmMs;
    hide();
    if (control) timer = window.setTimeout(() => tell(control), isWarm ? 0 : restMs);
  };
  // No other control is entered with it.
  const leaveWindow = ({ relatedTarget }: PointerEvent) => {
    if (relatedTarget !== null) return;
    pointed = null;
    hide();
  };
  const focus = (event: FocusEvent) => {
    const control = controlAt(event);
    if (control?.matches(':focus-visible')) tell(control);
  };
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  document.addEventListener('pointerover', point, options);
  document.addEventListener('pointerout', leaveWindow, options);
  document.addEventListener('focusin', focus, options);
  for (const ending of ['focusout', 'pointerdown', 'keydown', 'scroll'] as const)
    document.addEventListener(ending, hide, options);
  return () => {
    hide();
    end.abort();
  };
}

/** Those who hear the screen are told what the tooltip says. */
function describeBy(control: HTMLElement, wordsId: string): () => void {
  if (control.hasAttribute('aria-describedby')) return () => {};
  control.setAttribute('aria-describedby', wordsId);
  return () => control.removeAttribute('aria-describedby');
}

/** Once in a window: shows the tooltips of all controls in it. */
export function TipLayer() {
  const [control, setControl] = useState<HTMLElement | null>(null);
  const id = useId();
  useEffect(() => followControls(setControl), []);
  useEffect(() => (control ? describeBy(control, id) : undefined), [control, id]);
  const { tip: text = '', tipKeys: keys = '' } = control?.dataset ?? {};
  const close = () => setControl(null);
  // It stands for all triggers: which one is meant, the layer follows itself.
  const state = { isOpen: control !== null, shouldSkipAnimation: true, open: () => {}, close };
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip
        triggerRef={{ current: control }}
        offset={5}
        placement="bottom"
        className="pointer-events-none max-w-72 rounded-md border border-rule bg-raised px-2 py-1 text-xs text-ink shadow-md flex items-center gap-2 z-50"
      >
        <span id={id} className="contents">
          {text}
          {keys && <Keys keys={keys} />}
        </span>
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
