/** Inline content as a row of runs that can be cut anywhere: words with their styles, breaks, pictures. Pure. */
import type { Inline, TextMark } from '../../../shared/document/blocks';

/** Offsets are UTF-16 units of the whole text; a picture has no length. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly content:
    | { readonly kind: 'words'; readonly text: string; readonly marks: readonly TextMark[] }
    | { readonly kind: 'break' }
    | { readonly kind: 'image'; readonly src: string; readonly alt: string };
  /** The address of the link it is in. */
  readonly href: string | null;
}

function contentOf(inline: Exclude<Inline, { kind: 'link' }>): readonly [Run['content'], number] {
  if (inline.kind === 'break') return [{ kind: 'break' }, 1];
  if (inline.kind === 'image') return [{ kind: 'image', src: inline.src, alt: inline.alt }, 0];
  const text = inline.kind === 'text' ? inline.text : inline.label;
  return [{ kind: 'words', text, marks: inline.kind === 'text' ? inline.marks : [] }, text.length];
}

/** The runs of a leaf that begins at an offset. */
export function runsOf(inlines: readonly Inline[], from: number, href: string | null = null): Run[] {
  const runs: Run[] = [];
  let at = from;
  for (const inline of inlines) {
    if (inline.kind === 'link') runs.push(...runsOf(inline.children, at, inline.href));
    else {
      const [content, length] = contentOf(inline);
      runs.push({ start: at, end: at + length, content, href });
    }
    at = runs.at(-1)?.end ?? at;
  }
  return runs;
}

/** The parts of runs that lie in a stretch. A picture belongs to the stretch that begins at it, or ends the text there. */
export function runsWithin(runs: readonly Run[], start: number, end: number, isLast = true): Run[] {
  return runs.flatMap((run): Run[] => {
    if (run.content.kind === 'image')
      return run.start >= start && (run.start < end || (isLast && run.start === end)) ? [run] : [];
    const [from, until] = [Math.max(run.start, start), Math.min(run.end, end)];
    if (from >= until) return [];
    if (run.content.kind !== 'words') return [run];
    const text = run.content.text.slice(from - run.start, until - run.start);
    return [{ ...run, start: from, end: until, content: { ...run.content, text } }];
  });
}
