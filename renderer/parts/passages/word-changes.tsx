/** Words as they were and as they are, differences marked by line and colour, and said to those who hear the screen. */
import { compareWords } from '../../../shared/comparison/compare-words';

interface SideProps {
  readonly old: string;
  readonly now: string;
}

/** The old words, with those struck out that are no longer there. */
export function OldWords({ old, now }: SideProps) {
  return compareWords(old, now).map((piece, index) =>
    piece.kind === 'changed' && piece.old !== '' ? (
      <del key={index} className="text-danger decoration-1">
        {piece.old}
      </del>
    ) : (
      piece.old
    ),
  );
}

/** The present words, with those underlined that were not there. */
export function NewWords({ old, now }: SideProps) {
  return compareWords(old, now).map((piece, index) =>
    piece.kind === 'changed' && piece.new !== '' ? (
      <ins key={index} className="text-accent underline decoration-1 underline-offset-2">
        {piece.new}
      </ins>
    ) : (
      piece.new
    ),
  );
}
