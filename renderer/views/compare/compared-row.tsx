/** A row of the comparison: paragraphs of both revisions beside each other. Drawn when it comes near the view. */
import { memo, type ReactNode, useMemo, useRef } from 'react';
import type { ComparedRow } from '../../../shared/comparison/compare-contents';
import type { TextSide } from './text-side';
import { piecesOn, type SidePiece, UnitWords } from './unit-words';
import { useNearView } from './use-near-view';

export interface ComparedRowProps {
  readonly row: ComparedRow;
  readonly index: number;
  readonly old: TextSide;
  readonly now: TextSide;
  /** Numbers of the row's differences by piece; -1 is the row as a whole. */
  readonly numbers: ReadonlyMap<number, number>;
  /** The number of the difference one is at, when it is in this row. */
  readonly current: number | null;
  /** The annotation one is at, when it is in this row. */
  readonly focused: string | null;
  /** Drawn before it is known what is in view. */
  readonly isFirst: boolean;
  readonly onGo: (row: number) => void;
}

/** Characters in a line of a column, roughly, and its height in CSS pixels. */
const line = { characters: 55, height: 25 };

function wholeOf({ kind, partner }: ComparedRow): SidePiece['kind'] {
  return (kind === 'added' || kind === 'removed') && partner === null ? 'changed' : 'same';
}

function Cell(props: ComparedRowProps & { readonly text: TextSide }) {
  const { row, text, numbers, current, focused } = props;
  const pieces = useMemo(() => piecesOn(text, row.pieces, numbers), [text, row, numbers]);
  return row[text.side].map((index) => {
    const unit = text.units[index];
    return (
      unit && (
        <UnitWords
          key={index}
          text={text}
          unit={unit}
          pieces={pieces}
          whole={wholeOf(row)}
          wholeDifference={numbers.get(-1) ?? null}
          current={current}
          focused={focused}
        />
      )
    );
  });
}

const rowWords: Partial<Record<ComparedRow['kind'], string>> = {
  formatting: 'Only the formatting differs',
  typesetting: 'Only the typesetting differs',
};

function Moved({ row, onGo }: Pick<ComparedRowProps, 'row' | 'onGo'>) {
  const { partner, kind } = row;
  if (partner === null) return null;
  return (
    <button type="button" className="row-note" onClick={() => onGo(partner)}>
      {kind === 'added' ? 'Moved here: show where it was' : 'Moved: show where it is now'}
    </button>
  );
}

/** The height of a row in CSS pixels, roughly. */
export function heightOf({ row, old, now }: Pick<ComparedRowProps, 'row' | 'old' | 'now'>): number {
  const lengths = ([old, now] as const).map((text) =>
    row[text.side].reduce((sum, index) => sum + lengthOf(text.units[index]), 0),
  );
  return Math.ceil(Math.max(1, ...lengths) / line.characters) * line.height;
}

const lengthOf = (unit: TextSide['units'][number] | undefined): number =>
  unit ? unit.end - unit.start + 1 : 0;

function Side({ isNear, children }: { readonly isNear: boolean; readonly children: ReactNode }) {
  return (
    <div role="cell" className="compared-side">
      {isNear && children}
    </div>
  );
}

export const ComparedRowView = memo(function ComparedRowView(props: ComparedRowProps) {
  const { row, index, old, now, current, isFirst, onGo } = props;
  const element = useRef<HTMLDivElement>(null);
  const isNear = useNearView(element, isFirst);
  const note = rowWords[row.kind];
  return (
    <div
      ref={element}
      role="row"
      data-row={index}
      data-kind={row.partner === null ? row.kind : 'moved'}
      data-current={current === null ? undefined : ''}
      className="compared-row"
      style={isNear ? undefined : { minHeight: heightOf(props) }}
    >
      <Side isNear={isNear}>
        <Cell {...props} text={old} />
        {row.kind === 'removed' && <Moved row={row} onGo={onGo} />}
      </Side>
      <Side isNear={isNear}>
        <Cell {...props} text={now} />
        {row.kind === 'added' && <Moved row={row} onGo={onGo} />}
        {note && <p className="row-note">{note}</p>}
      </Side>
    </div>
  );
});
