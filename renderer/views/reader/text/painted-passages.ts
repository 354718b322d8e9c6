import type { Annotation } from '../../../../shared/model/annotation';
import type { Exclusion } from '../../../../shared/model/article';
import { type Underline, underlines } from '../../../reading/model/sweep-segments';
import type { SurfaceExclusion, SurfacePassage } from '../../../reading/surface/surface-options';
import { foundParts, isOrphan } from '../passages/passage-order';

function underlinesOf({ id, entities, events }: Annotation, cues: ReadonlySet<string>): readonly Underline[] {
  const kinds = new Set<Underline>(entities.map(({ kind }) => kind));
  if (events.length > 0) kinds.add('event');
  if (cues.has(id)) kinds.add('cue');
  return underlines.filter((sort) => kinds.has(sort));
}

const noCues: ReadonlySet<string> = new Set();

/** How an annotation looks on the text: by its own colour, else by its first tag's. `cues`: ids of those that are cue words. */
export function paintedPassage(annotation: Annotation, cues = noCues): SurfacePassage {
  return {
    id: annotation.id,
    parts: foundParts(annotation).map(({ start, end }) => ({ start, end })),
    colour: annotation.colour ?? annotation.tags.find(({ colour }) => colour)?.colour ?? null,
    underlines: underlinesOf(annotation, cues),
    changed: annotation.parts.some(({ state }) => state === 'changed'),
  };
}

/** How annotations look on the text: those that have words there. */
export function paintedPassages(annotations: readonly Annotation[], cues = noCues): SurfacePassage[] {
  return annotations
    .filter((annotation) => !isOrphan(annotation))
    .map((annotation) => paintedPassage(annotation, cues));
}

const labelOf = ({ state, reason }: Exclusion) =>
  `${state === 'suggested' && reason ? `${reason}: not evidence` : 'not evidence'} · bring back`;

/** What is greyed, and what its control says. */
export function paintedExclusions(exclusions: readonly Exclusion[]): SurfaceExclusion[] {
  return exclusions
    .filter(({ state }) => state !== 'kept')
    .map((exclusion) => ({
      id: exclusion.id,
      start: exclusion.start,
      end: exclusion.end,
      label: labelOf(exclusion),
    }));
}
