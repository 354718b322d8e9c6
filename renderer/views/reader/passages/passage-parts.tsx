import { X } from 'lucide-react';
import type { Annotation } from '../../../../shared/model/annotation';
import { IconButton } from '../../../ui/actions/button';
import { useReader } from '../reader-context';
import { removePart } from './part-actions';

interface PassagePartsProps {
  readonly annotation: Annotation;
  readonly canChange: boolean;
}

/** The parts of a passage one by one: each can be taken off while there are others. */
export function PassageParts({ annotation, canChange }: PassagePartsProps) {
  const reader = useReader();
  return (
    <ol aria-label="Parts" className="flex flex-col text-xs text-muted">
      {annotation.parts.map(({ quote, state }, index) => (
        <li key={quote.prefix + quote.exact} className="flex items-center gap-1 min-w-0">
          <span className="truncate" dir="auto" title={quote.exact}>
            {quote.exact}
          </span>
          {state === 'orphan' && <span className="shrink-0 text-warning">no longer in the text</span>}
          {canChange && (
            <span className="ms-auto shrink-0">
              <IconButton
                label={`Remove this part: ${quote.exact.slice(0, 60)}`}
                icon={<X size={12} />}
                onPress={() => void removePart(reader, annotation, index)}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
