/** The words of one paragraph on one side: what differs marked, the passages upon them, styles as in the article. */
import { type CSSProperties, Fragment, type ReactNode } from 'react';
import type { Piece, PieceKind } from '../../../shared/comparison/pieces';
import type { Unit } from '../../../shared/comparison/units';
import type { Block } from '../../../shared/document/blocks';
import type { LeafSpan } from '../../../shared/document/plain-text';
import { utf16Units } from '../../../shared/text/offsets';
import type { Segment } from '../../reading/model/sweep-segments';
import { type Run, runsOf, runsWithin } from './inline-runs';
import type { TextSide } from './text-side';

/** A stretch (UTF-16) that compares in one way; `difference` is its number among all, or null. */
export interface SidePiece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  readonly difference: number | null;
}

/** The pieces of a row as they lie on one side. */
export function piecesOn(
  { side, offsets }: TextSide,
  pieces: readonly Piece[],
  numbers: ReadonlyMap<number, number>,
): SidePiece[] {
  return pieces.map((piece, index) => ({
    kind: piece.kind,
    start: offsets.toUtf16(piece[side].start),
    end: offsets.toUtf16(piece[side].end),
    difference: numbers.get(index) ?? null,
  }));
}

function runNode({ content, href }: Run): ReactNode {
  if (content.kind === 'break') return <br />;
  if (content.kind === 'image') return <img src={content.src} alt={content.alt} />;
  const styled = content.marks.reduceRight<ReactNode>((inner, Mark) => <Mark>{inner}</Mark>, content.text);
  return href === null ? styled : <a title={href}>{styled}</a>;
}

const nodesOf = (runs: readonly Run[]): ReactNode =>
  runs.map((run, index) => <Fragment key={`${run.start} ${index}`}>{runNode(run)}</Fragment>);

interface Look {
  readonly titles: TextSide['titles'];
  readonly focused: string | null;
}

function Passage({ segment, look, children }: { segment: Segment; look: Look; children: ReactNode }) {
  const { passages } = segment;
  const colour = passages.findLast((one) => one.colour !== null)?.colour;
  const [line] = passages.findLast((one) => one.underlines.length > 0)?.underlines ?? [];
  const isFocused = passages.some(({ id }) => id === look.focused);
  return (
    <mark
      data-annotations={passages.map(({ id }) => id).join(' ')}
      data-line={line}
      data-layers={passages.length > 1 ? Math.min(3, passages.length) : undefined}
      data-changed={passages.some(({ changed }) => changed) ? '' : undefined}
      data-focused={isFocused ? '' : undefined}
      title={passages.map(({ id }) => look.titles.get(id)).join('\n')}
      style={colour ? ({ '--wash': `var(--mark-${colour})` } as CSSProperties) : undefined}
    >
      {children}
    </mark>
  );
}

/** Words cut where passages begin and end. */
function markedNodes(
  runs: readonly Run[],
  segments: readonly Segment[],
  piece: SidePiece,
  look: Look,
): ReactNode {
  const nodes: ReactNode[] = [];
  let at = piece.start;
  const upTo = (end: number, isLast: boolean) => {
    const plain = runsWithin(runs, at, end, isLast);
    if (plain.length > 0) nodes.push(<Fragment key={`plain ${at}`}>{nodesOf(plain)}</Fragment>);
    at = end;
  };
  for (const segment of segments) {
    upTo(segment.start, false);
    nodes.push(
      <Passage key={segment.start} segment={segment} look={look}>
        {nodesOf(runsWithin(runs, segment.start, segment.end, false))}
      </Passage>,
    );
    at = segment.end;
  }
  upTo(piece.end, true);
  return nodes;
}

interface DifferenceProps {
  readonly piece: SidePiece;
  readonly side: TextSide['side'];
  readonly current: number | null;
  readonly children: ReactNode;
}

function Difference({ piece: { kind, difference }, side, current, children }: DifferenceProps) {
  if (kind === 'same') return children;
  if (kind === 'typesetting')
    return (
      <span className="typeset" title="Only the typesetting differs">
        {children}
      </span>
    );
  const Element = side === 'old' ? 'del' : 'ins';
  return (
    <Element
      data-difference={difference ?? undefined}
      data-current={difference !== null && difference === current ? '' : undefined}
    >
      {children}
    </Element>
  );
}

export interface UnitWordsProps {
  readonly text: TextSide;
  readonly unit: Unit;
  /** Of the row; empty: nothing in it differs. */
  readonly pieces: readonly SidePiece[];
  /** How the paragraph as a whole compares, when there are no pieces. */
  readonly whole: SidePiece['kind'];
  readonly wholeDifference: number | null;
  readonly current: number | null;
  readonly focused: string | null;
}

function LeafWords({ leaf, ...props }: UnitWordsProps & { readonly leaf: LeafSpan }) {
  const { text, pieces, whole, wholeDifference, current, focused } = props;
  const [start, end] = [text.offsets.toUtf16(leaf.start), text.offsets.toUtf16(leaf.end)];
  const runs = runsOf(leaf.inlines, start);
  const all = pieces.length > 0 ? pieces : [{ kind: whole, start, end, difference: wholeDifference }];
  const inside = all
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece) => ({ ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) }));
  if (start === end) return runs.length > 0 ? nodesOf(runs) : <wbr />;
  return inside.map((piece) => {
    const segments = text.segmentsIn({
      start: utf16Units(piece.start),
      end: utf16Units(piece.end),
    });
    return (
      <Difference key={piece.start} piece={piece} side={text.side} current={current}>
        {markedNodes(runs, segments, piece, { titles: text.titles, focused })}
      </Difference>
    );
  });
}

/** What stands before an item of a list: its number, or a dot. */
function markerOf(blocks: readonly Block[], [block = -1, ...path]: readonly number[]): string {
  let list = blocks[block];
  for (let at = 0; list?.kind === 'list' && at + 1 < path.length; at += 2)
    list = list.items[path[at] ?? -1]?.lists[path[at + 1] ?? -1];
  return list?.kind === 'list' && list.ordered ? `${(path.at(-1) ?? 0) + 1}.` : '•';
}

/** A paragraph with its words: a list item has its mark, a row of a table its cells. */
export function UnitWords(props: UnitWordsProps) {
  const { unit, text } = props;
  if (unit.kind !== 'cell') {
    const [leaf] = unit.leaves;
    const depth = unit.kind === 'item' ? (leaf?.path.length ?? 2) / 2 : 0;
    return (
      <div
        className="compared-words"
        data-kind={unit.kind}
        data-marker={leaf && depth > 0 ? markerOf(text.blocks, leaf.path) : undefined}
        dir="auto"
        style={depth > 0 ? { marginInlineStart: `${depth * 1.2}em` } : undefined}
      >
        {leaf && <LeafWords {...props} leaf={leaf} />}
      </div>
    );
  }
  return (
    <div className="compared-cells">
      {unit.leaves.map((leaf) => (
        <div key={leaf.path.join(' ')} className="compared-words" data-kind="cell" dir="auto">
          <LeafWords {...props} leaf={leaf} />
        </div>
      ))}
    </div>
  );
}
