/**
 * How an event lies in time, as surely as its date is known: what is said for certain, the stretches in which it lies
 * somewhere, ends that fade or are open, several possible times. Days are counted since 1 January 1970.
 */
import { dayNumber } from '../../../../shared/dates/calendar';
import { parseEdtf } from '../../../../shared/dates/edtf';

/** `lasting`: all of it; `within`: some time in it; `day`: one day. */
export type PieceLook = 'day' | 'lasting' | 'within';

export interface Piece {
  readonly from: number;
  /** The day after its last. */
  readonly to: number;
  readonly look: PieceLook;
}

/** `open`: it may lie further out, or goes on; `fades`: about there. */
export type End = 'sure' | 'fades' | 'open';

export interface MarkShape {
  /** In order of time, one at least. */
  readonly pieces: readonly Piece[];
  readonly start: End;
  readonly end: End;
  /** The source or the researcher doubts it: `?`. */
  readonly doubted: boolean;
  /** How several pieces belong together. */
  readonly link: 'none' | 'one of' | 'all of';
  /** It follows from the order of events only. */
  readonly inferred: boolean;
}

export interface Dated {
  /** EDTF, or ''. */
  readonly date: string;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly inferred: boolean;
}

interface Bounds {
  readonly earliest: number | null;
  readonly latest: number | null;
}

const dayOrNull = (date: string | null): number | null => (date === null ? null : dayNumber(date));

function boundsOf(date: string): Bounds {
  // Most are plain days, for which the library takes a hundred times as long.
  const day = /^\d{4}-\d\d-\d\d[?~%]?$/.test(date) ? dayNumber(date.slice(0, 10)) : Number.NaN;
  if (!Number.isNaN(day)) return { earliest: day, latest: day };
  const { earliest = null, latest = null } = parseEdtf(date) ?? {};
  return { earliest: dayOrNull(earliest), latest: dayOrNull(latest) };
}

const pieceOf = (earliest: number, latest: number): Piece => ({
  from: earliest,
  to: latest + 1,
  look: earliest === latest ? 'day' : 'within',
});

const plainShape = (pieces: readonly Piece[]): MarkShape => ({
  pieces,
  start: 'sure',
  end: 'sure',
  doubted: false,
  link: 'none',
  inferred: false,
});

const isApproximate = (date: string): boolean => /[~%]/.test(date);
const endOf = (date: string): End => (isApproximate(date) ? 'fades' : 'sure');

/** Some time between two days, either of which may be unknown. */
function between({ earliest, latest }: Bounds): MarkShape | null {
  if (earliest === null && latest === null) return null;
  const shape = plainShape([pieceOf(earliest ?? latest ?? 0, latest ?? earliest ?? 0)]);
  return {
    ...shape,
    start: earliest === null ? 'open' : 'sure',
    end: latest === null ? 'open' : 'sure',
  };
}

/** From some day of one stretch to some day of another: only what lies between them is sure. */
function lasting(start: Bounds, end: Bounds): readonly Piece[] | null {
  if (start.earliest === null || start.latest === null || end.earliest === null || end.latest === null)
    return null;
  if (start.latest > end.earliest) return [pieceOf(start.earliest, Math.max(end.latest, start.latest))];
  const core = { from: start.latest, to: end.earliest + 1 };
  const pieces: readonly Piece[] = [
    { from: start.earliest, to: core.from, look: 'within' },
    { ...core, look: core.to - core.from === 1 ? 'day' : 'lasting' },
    { from: core.to, to: end.latest + 1, look: 'within' },
  ];
  return pieces.filter(({ from, to }) => to > from);
}

const isOpen = (side: string): boolean => side === '' || side === '..';

function ofInterval(from: string, to: string): MarkShape | null {
  if (isOpen(from) && isOpen(to)) return null;
  const bounds = [boundsOf(from), boundsOf(to)] as const;
  const pieces =
    isOpen(from) || isOpen(to)
      ? between(isOpen(from) ? bounds[1] : bounds[0])?.pieces
      : lasting(bounds[0], bounds[1]);
  if (!pieces) return null;
  return {
    ...plainShape(pieces),
    start: isOpen(from) ? 'open' : endOf(from),
    end: isOpen(to) ? 'open' : endOf(to),
  };
}

/** `[…]`: one of these times; `{…}`: all of them. */
function ofSet(members: readonly string[], isOneOf: boolean): MarkShape | null {
  const pieces: Piece[] = [];
  for (const member of members) {
    const [from = '', to = from] = member.split('..');
    const earliest = boundsOf(from === '' ? to : from).earliest;
    const latest = boundsOf(to === '' ? from : to).latest;
    if (earliest === null || latest === null) return null;
    const piece = pieceOf(earliest, latest);
    const isWhole = !isOneOf && member.includes('..') && piece.look === 'within';
    pieces.push(isWhole ? { ...piece, look: 'lasting' } : piece);
  }
  pieces.sort((a, b) => a.from - b.from || a.to - b.to);
  return pieces.length === 0
    ? null
    : {
        ...plainShape(pieces),
        start: members[0]?.startsWith('..') ? 'open' : 'sure',
        end: members.at(-1)?.endsWith('..') ? 'open' : 'sure',
        link: pieces.length === 1 ? 'none' : isOneOf ? 'one of' : 'all of',
      };
}

function ofDate(dated: Dated): MarkShape | null {
  const { date } = dated;
  const set = /^([[{])(.*)[\]}]$/.exec(date);
  if (set) {
    const members = (set[2] ?? '').split(',').map((member) => member.trim());
    return ofSet(members, set[1] === '[');
  }
  const [from = '', to] = date.split('/');
  if (to !== undefined) return ofInterval(from, to);
  const shape = between(dated);
  return shape && isApproximate(date) ? { ...shape, start: 'fades', end: 'fades' } : shape;
}

/** The shape of an event in time; null: it has no place in time yet. */
export function shapeOf(dated: Dated): MarkShape | null {
  if (dated.inferred || dated.date === '') {
    const shape = between(dated);
    return shape && { ...shape, inferred: true };
  }
  // A date of an unknown year has no place, whatever its parts would give.
  if (dated.earliest === null && dated.latest === null) return null;
  const shape = ofDate(dated) ?? between(dated);
  return shape && /[?%]/.test(dated.date) ? { ...shape, doubted: true } : shape;
}

/** The first day of a shape and the day after its last. */
export function extentOf({ pieces }: MarkShape): { readonly from: number; readonly to: number } {
  const to = pieces.reduce((latest, piece) => Math.max(latest, piece.to), Number.NEGATIVE_INFINITY);
  return { from: pieces[0]?.from ?? 0, to };
}
