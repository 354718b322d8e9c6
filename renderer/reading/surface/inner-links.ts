/** Links from one place of a text to another: a footnote's sign to the note, and the way back. Nothing leaves the text. */
import type { LinkInline } from '../../../shared/document/blocks';
import { utf16Units } from '../../../shared/text/offsets';
import type { Stretch } from '../model/stretch';
import { offsetOfPoint, pointOfOffset, type ShownText } from './dom-points';

/** Says on a link's element what it is called and where it leads. A place that leads to itself is no link to press. */
export function markInnerLink(element: HTMLElement, { href, name }: LinkInline): void {
  if (name !== undefined) element.dataset['name'] = name;
  if (href.startsWith('#') && href !== `#${name}`) element.dataset['leads'] = href.slice(1);
}

/** The words that a link leads to; null for one that leads nowhere in this text. */
export function placeOfLink(shown: ShownText, link: HTMLElement): Stretch | null {
  const name = CSS.escape(link.dataset['leads'] ?? '');
  const place = name === '' ? null : shown.root.querySelector<HTMLElement>(`a[data-name="${name}"]`);
  if (!place) return null;
  const start = offsetOfPoint(shown, { node: place, offset: 0 });
  if (start === null) return null;
  return { start: utf16Units(start), end: utf16Units(start + (place.textContent ?? '').length) };
}

/** The link that words stand in, unless a passage is on them, which goes first. */
export function linkAt(shown: ShownText, offset: number): HTMLElement | null {
  const element = pointOfOffset(shown, offset)?.node.parentElement;
  if (!element || element.closest('mark')) return null;
  return element.closest<HTMLElement>('a[data-leads]');
}
