/** Actors, places and objects as a report says them: names, identifiers, what they are to others. */
import { precisionWords } from '../../../../shared/accounts/account-words';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { ExportEntity, ExportEntityRelation } from '../../gather/export-data';
import { facts } from './passage-report';
import type { ReportEntity, ReportFact } from './report';

function relationWords({ from, type, title, to, date, comment }: ExportEntityRelation): string {
  const when = date ? `, ${describeEdtf(date.edtf)}` : '';
  return `${from.name}: ${type} ${to.name}${title === '' ? '' : ` (${title})`}${when}${comment === '' ? '' : `. ${comment}`}`;
}

/** Relations by the ids of both their ends. */
export function relationsByEntity(
  relations: readonly ExportEntityRelation[],
): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, string[]>();
  for (const relation of relations) {
    for (const id of new Set([relation.from.id, relation.to.id])) {
      byId.set(id, [...(byId.get(id) ?? []), relationWords(relation)]);
    }
  }
  return byId;
}

const nameWords = ({ name, kind }: ExportEntity['names'][number]): string =>
  kind === 'name' || kind === 'alias' ? name : `${name} (${kind})`;

function pointWords({ point, precision }: ExportEntity): string {
  if (!point) return '';
  const said = [
    'latitude, longitude',
    precision === '' ? 'how exactly is not said' : precisionWords[precision],
    point.radiusKm === null ? '' : `within ${point.radiusKm} km`,
    point.source === '' ? '' : `from ${point.source}`,
  ].filter((words) => words !== '');
  return `${point.latitude}, ${point.longitude} (${said.join('; ')})`;
}

function entityFacts(entity: ExportEntity): ReportFact[] {
  const merged = entity.merged.map(({ name, description }) =>
    description === '' ? name : `${name}: ${description}`,
  );
  return facts(
    ['Kind', entity.actorKind === '' ? entity.kind : `${entity.kind}: ${entity.actorKind}`],
    [
      'Also named',
      entity.names
        .filter(({ name }) => name !== entity.name)
        .map(nameWords)
        .join(', '),
    ],
    [entity.kind === 'place' ? 'Lies in' : 'Part of', entity.parent?.name ?? null],
    ['How exact', entity.point || entity.precision === '' ? '' : precisionWords[entity.precision]],
    ['Position', pointWords(entity)],
    ['Identifiers', entity.identifiers.map(({ scheme, value }) => `${scheme}: ${value}`).join(', ')],
    ['Merged from', merged.join('; ')],
  );
}

export function reportEntity(entity: ExportEntity, relations: readonly string[]): ReportEntity {
  return {
    id: entity.id,
    kind: entity.kind,
    title: entity.name,
    facts: entityFacts(entity),
    description: entity.description,
    relations,
  };
}
