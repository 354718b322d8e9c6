import { X } from 'lucide-react';
import type { AnchorState, Annotation } from '../../../../shared/model/annotation';
import { IconButton } from '../../../ui/actions/button';
import { useOpenText } from '../reader-context';
import { removePart } from './part-actions';

const stateWords: Readonly<Record<AnchorState, string>> = {
  exact: '',
  moved: '',
  changed: 'changed',
  orphan: 'no longer in the text',
};

interface PassagePartsProps {
  readonly annotation: Annotation;
  readonly canChange: boolean;
}

/** The parts of a passage one by one: each can be taken off while there are others. */
export function PassageParts({ annotation, canChange }: PassagePartsProps) {
  const text = useOpenText();
  return (
    <ol aria-label="Parts" className="flex flex-col text-xs text-muted">
      {annotation.parts.map(({ quote, state }, index) => (
        <li key={quote.prefix + quote.exact} className="flex items-center gap-1 min-w-0">
          <span className="grow truncate text-start" dir="auto" title={quote.exact}>
            {quote.exact}
          </span>
          {stateWords[state] && <span className="shrink-0 text-warning">{stateWords[state]}</span>}
          {canChange && (
            <span className="shrink-0">
              <IconButton
                label={`Remove this part: ${quote.exact.slice(0, 60)}`}
                icon={<X size={12} />}
                onPress={() => void removePart(text, annotation, index)}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
