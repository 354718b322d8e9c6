/**
 * Lām-alif drawn as one sign. Some programs (LibreOffice, Word) say its letters in the order in which they are read, others
 * (Chromium) in that in which they are drawn; pdf.js turns both round with the rest of the line, and of the first makes
 * alif-lām. Only the signs themselves tell which it was, so the page's drawing is looked at, where letters leave it open.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import type { Pdfjs } from './pdf-engine';

/** The two letters as they come out when they were turned round: the article, or lām-alif. */
const open = /[\u0622\u0623\u0625\u0627]\u0644/;
/** One sign of two letters, in the order in which they are read. */
const lamAlif = /^\u0644[\u064b-\u0652]*[\u0622\u0623\u0625\u0627]$/;

/** Letters as they are drawn, from the left, without spaces; and where among them a lām-alif of one sign begins. */
interface Drawn {
  readonly letters: string;
  readonly ligatures: readonly number[];
}

const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

interface DrawnSign {
  readonly unicode?: unknown;
}

async function drawnLetters(pdfjs: Pdfjs, page: PDFPageProxy): Promise<Drawn> {
  const { fnArray, argsArray } = await page.getOperatorList();
  let letters = '';
  const ligatures: number[] = [];
  fnArray.forEach((operation: number, at: number) => {
    if (operation !== pdfjs.OPS.showText) return;
    const [signs] = (argsArray as readonly (readonly unknown[])[])[at] ?? [];
    for (const sign of Array.isArray(signs) ? (signs as readonly (DrawnSign | number | null)[]) : []) {
      const said = typeof sign === 'object' && sign !== null ? sign.unicode : '';
      const text = typeof said === 'string' ? withoutSpaces(said) : '';
      // A shape with a code point of its own is one letter to pdf.js, which turns nothing round in it.
      if (typeof said === 'string' && said.length > 1 && lamAlif.test(text)) ligatures.push(letters.length);
      letters += text;
    }
  });
  return { letters, ligatures };
}

interface Place {
  readonly item: number;
  readonly at: number;
}

/** Letters of the items as they are drawn, and where in which item each stands. */
function readLetters(items: readonly TextItem[]): { letters: string; places: readonly Place[] } {
  let letters = '';
  const places: Place[] = [];
  items.forEach(({ str, dir }, item) => {
    const all = Array.from(str, (letter, at) => ({ letter, at }));
    for (const { letter, at } of dir === 'rtl' ? all.reverse() : all) {
      const kept = withoutSpaces(letter);
      for (let unit = 0; unit < kept.length; unit += 1) places.push({ item, at });
      letters += kept;
    }
  });
  return { letters, places };
}

/** So many letters before and after say that two places are the same; at an end of an item those on one side. */
const contexts: readonly (readonly [before: number, after: number])[] = [
  [6, 6],
  [0, 8],
  [8, 0],
];
/** pdf.js drops some signs: by so many letters the two may have drifted apart since the last. */
const greatestDrift = 60;

/** Where in `letters` that stands which stands at `at` in `drawn`, near `guess`; -1 where it is not found. */
function findAgain(letters: string, drawn: string, at: number, guess: number): number {
  for (const [before, after] of contexts) {
    const start = Math.max(0, at - before);
    const wanted = drawn.slice(start, at + 2 + after);
    for (let drift = 0; drift <= greatestDrift; drift += 1)
      for (const place of [guess + drift, guess - drift])
        if (place >= at - start && letters.startsWith(wanted, place - (at - start))) return place;
  }
  return -1;
}

/** The items with lām and alif in the order in which they are read. */
export async function withLigaturesTurned(
  pdfjs: Pdfjs,
  page: PDFPageProxy,
  items: readonly TextItem[],
): Promise<readonly TextItem[]> {
  if (!items.some(({ str, dir }) => dir === 'rtl' && open.test(str))) return items;
  const drawn = await drawnLetters(pdfjs, page).catch(() => null);
  if (!drawn) return items;
  const read = readLetters(items);
  const texts = items.map(({ str }) => Array.from(str));
  let drift = 0;
  for (const ligature of drawn.ligatures) {
    const found = findAgain(read.letters, drawn.letters, ligature, ligature + drift);
    if (found < 0) continue;
    drift = found - ligature;
    turn(texts, read.places[found], read.places[found + 1]);
  }
  return items.map((item, at) => ({ ...item, str: (texts[at] ?? []).join('') }));
}

function turn(texts: readonly string[][], lam: Place | undefined, alif: Place | undefined): void {
  const letters = lam && alif && lam.item === alif.item ? texts[lam.item] : undefined;
  if (!letters || !lam || !alif || alif.at !== lam.at - 1) return;
  [letters[alif.at], letters[lam.at]] = [letters[lam.at] ?? '', letters[alif.at] ?? ''];
}
