/** Draws one event in time: nothing looks surer than it is. */
import type { Happening } from '../../../../shared/contract/views/timeline';
import { arrowLength, dotRadius, fadeLength } from '../model/lay-out';
import type { MarkShape, Piece } from '../model/mark-shape';
import type { Look, Painter } from './painter';
import type { Palette } from './palette';

export interface MarkState {
  readonly happened: Happening;
  readonly isToCome: boolean;
  /** Facts with accounts that do not agree. */
  readonly conflicts: number;
}

const barHeight = 9;
const fadeSteps = 4;

function colourOf({ happened, isToCome }: MarkState, palette: Palette): string {
  if (happened === 'planned' || isToCome) return palette.warning;
  if (happened === 'contested') return palette.danger;
  return happened === 'no' ? palette.faint : palette.accent;
}

/** Filled: it lasts or is a day, and is not doubted. Outlined: planned. Dashed: doubted, or inferred from order. */
function pieceLook(piece: Piece, shape: MarkShape, state: MarkState, palette: Palette): Look {
  const colour = colourOf(state, palette);
  const isHollow =
    state.happened === 'planned' || state.isToCome || state.happened === 'no' || shape.inferred;
  const isWashed =
    piece.look === 'within' || shape.doubted || shape.link === 'one of' || state.happened === 'contested';
  const dash = shape.doubted || shape.inferred ? [3, 2] : undefined;
  return {
    stroke: colour,
    width: isHollow ? 1.5 : 1,
    ...(dash ? { dash } : {}),
    fill: isHollow ? palette.paper : isWashed ? `${colour}40` : colour,
  };
}

interface Drawn {
  readonly left: number;
  readonly right: number;
}

function drawPiece(painter: Painter, { left, right }: Drawn, y: number, look: Look): void {
  if (right - left < 2 * dotRadius) painter.circle((left + right) / 2, y, dotRadius - 0.5, look);
  else painter.rect(left, y - barHeight / 2, right - left, barHeight, look, 3);
}

/** Ever lighter steps away from an end that is only about there. */
function drawFade(painter: Painter, x: number, y: number, direction: 1 | -1, colour: string): void {
  const step = fadeLength / fadeSteps;
  for (let at = 0; at < fadeSteps; at++) {
    const left = direction === 1 ? x + at * step : x - (at + 1) * step;
    const alpha = 0.5 * (1 - at / fadeSteps);
    painter.rect(left, y - barHeight / 2 + at / 2, step, barHeight - at, { fill: colour, alpha });
  }
}

function drawArrow(painter: Painter, x: number, y: number, direction: 1 | -1, colour: string): void {
  const tip = x + direction * arrowLength;
  const back = tip - direction * 6;
  painter.path([x, y, back, y], { stroke: colour, width: 1.5, dash: [4, 2] });
  painter.path([back, y - 4, tip, y, back, y + 4], { fill: colour }, true);
}

/** What lies between the several times of an event. */
function drawLink(
  painter: Painter,
  drawn: readonly Drawn[],
  y: number,
  shape: MarkShape,
  colour: string,
): void {
  if (shape.link === 'none') return;
  const dash = shape.link === 'one of' ? [2, 3] : [];
  drawn.slice(1).forEach(({ left }, index) => {
    painter.path([drawn[index]?.right ?? left, y, left, y], { stroke: colour, width: 1.5, dash });
  });
}

/** The sign of accounts that do not agree, at the end of a mark. */
function drawConflict(painter: Painter, x: number, y: number, palette: Palette): void {
  const look = { fill: palette.danger, stroke: palette.paper };
  painter.path([x, y - 4, x + 4, y, x, y + 4, x - 4, y], look, true);
}

/** Draws a mark with its middle at `y`; `xOf` says where a day begins. Answers where it ends on both sides. */
export function drawMark(
  painter: Painter,
  shape: MarkShape,
  state: MarkState,
  place: { readonly xOf: (day: number) => number; readonly y: number; readonly width: number },
  palette: Palette,
): Drawn {
  const { xOf, y, width } = place;
  const colour = colourOf(state, palette);
  // What reaches far out of view is cut, so that nothing is drawn a million pixels long.
  const cut = (x: number) => Math.min(Math.max(x, -200), width + 200);
  const drawn = shape.pieces.map(({ from, to }): Drawn => {
    const [left, right] = [cut(xOf(from)), cut(xOf(to))];
    const widen = Math.max(0, dotRadius - (right - left) / 2);
    return { left: left - widen, right: right + widen };
  });
  const left = drawn[0]?.left ?? 0;
  const right = Math.max(...drawn.map((one) => one.right));
  drawLink(painter, drawn, y, shape, colour);
  if (shape.start === 'fades') drawFade(painter, left + 1, y, -1, colour);
  if (shape.end === 'fades') drawFade(painter, right - 1, y, 1, colour);
  if (shape.start === 'open') drawArrow(painter, left, y, -1, colour);
  if (shape.end === 'open') drawArrow(painter, right, y, 1, colour);
  shape.pieces.forEach((piece, index) => {
    const at = drawn[index];
    if (at) drawPiece(painter, at, y, pieceLook(piece, shape, state, palette));
  });
  if (state.happened === 'no')
    painter.path([left - 2, y, right + 2, y], { stroke: palette.danger, width: 1.5 });
  if (state.conflicts > 0) drawConflict(painter, right, y - barHeight / 2, palette);
  return { left, right };
}
