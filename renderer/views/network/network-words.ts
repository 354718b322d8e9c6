/** A network in words: what a tie rests on, what a node is, for panes, tables and those who hear the screen. */
import type { Nearness, NetworkEdge, NetworkNode, TieKind } from '../../../shared/contract/views/network';

const units: Readonly<Record<Nearness, string>> = {
  passage: 'passage',
  paragraph: 'paragraph',
  article: 'article',
};

/** “1 event”, “12 events”. */
export const counted = (count: number, one: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${one}s`;

export const tieNames: Readonly<Record<TieKind, string>> = {
  mention: 'Named together',
  event: 'Shared events',
  relation: 'Stated relation',
};

/** From one to the other, left to right whatever the names are written in: an arrow does not turn round with them. */
export const arrowWords = (from: string, to: string): string =>
  `\u200e${from && `\u2068${from}\u2069 `}→ \u2068${to}\u2069`;

/** The two that a tie is between. */
export const pairWords = (tie: TieKind, source: string, target: string): string =>
  tie === 'relation' ? arrowWords(source, target) : `${source} – ${target}`;

/** What a tie is: “named together in 3 paragraphs”. */
export function tieWords(
  { tie, weight, label }: Pick<NetworkEdge, 'tie' | 'weight' | 'label'>,
  near: Nearness,
): string {
  if (tie === 'mention') return `named together in ${counted(weight, units[near])}`;
  if (tie === 'event') return counted(weight, 'shared event');
  return weight === 1 ? label : `${label} (${weight.toLocaleString('en')})`;
}

export function nodeWords({ name, kind, actorKind }: NetworkNode, tieCount: number): string {
  return `${name}, ${actorKind || kind}, ${counted(tieCount, 'tie')}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2024-03` as “Mar 2024”. */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${months[Number(number) - 1] ?? ''} ${year}`.trim();
}

/** Months counted from year 0, so that they can be counted with. */
export const monthNumber = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
};

export const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
