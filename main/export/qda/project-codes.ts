/** The codes of a project: the tags as they are ordered, and below codes of our own the actors, places, objects and events. */
import { type RefiKind, refiColours, refiTopCodes } from '../../../shared/codebook/refi-names';
import { colours } from '../../../shared/model/tag';
import { foldForMatch } from '../../../shared/text/fold';
import { element, textElement } from '../data/xml';
import type { ExportData, ExportEntityLink, ExportLink, ExportTag } from '../gather/export-data';

export interface ProjectCode {
  readonly guid: string;
  /** No two codes have one. */
  readonly name: string;
  readonly isCodable: boolean;
  /** `#rrggbb`, or null. */
  readonly colour: string | null;
  readonly description: string;
  readonly below: readonly ProjectCode[];
}

/** A thing that a code stands for. */
interface Thing extends ExportLink {
  readonly kind: RefiKind;
  readonly description: string;
}

/** The name, or where another code has it the name with its kind or with a number. */
function unusedName(name: string, kind: string, used: Set<string>): string {
  const candidates = function* () {
    yield name;
    if (kind !== '') yield `${name} (${kind})`;
    for (let number = 2; ; number++) yield `${name} (${kind === '' ? '' : `${kind} `}${number})`;
  };
  for (const candidate of candidates()) {
    const key = foldForMatch(candidate) || candidate;
    if (used.has(key)) continue;
    used.add(key);
    return candidate;
  }
  return name;
}

/** The tags as codes, those below others within them. */
export function tagCodes(tags: readonly ExportTag[], used = new Set<string>()): ProjectCode[] {
  const known = new Set(tags.map(({ id }) => id));
  const below = new Map<string, ExportTag[]>();
  for (const tag of tags) {
    const parent = tag.parentId !== null && known.has(tag.parentId) ? tag.parentId : '';
    const siblings = below.get(parent);
    if (siblings) siblings.push(tag);
    else below.set(parent, [tag]);
  }
  const codesBelow = (parent: string): ProjectCode[] =>
    (below.get(parent) ?? []).map(({ id, name, colour, description }) => {
      const named = colours.find((each) => each === colour);
      return {
        guid: id,
        name: unusedName(name, '', used),
        isCodable: true,
        colour: named ? refiColours[named] : null,
        description,
        below: codesBelow(id),
      };
    });
  return codesBelow('');
}

/** What passages name, besides what the export holds, is known by its name alone. */
function thingsOf({ entities, events, passages }: ExportData): Thing[] {
  const things = new Map<string, Thing>();
  for (const { id, kind, name, description } of entities) things.set(id, { id, kind, name, description });
  for (const { id, title, description } of events)
    things.set(id, { id, kind: 'event', name: title, description });
  const addNamed = (link: ExportLink, kind: RefiKind): void => {
    if (!things.has(link.id)) things.set(link.id, { id: link.id, kind, name: link.name, description: '' });
  };
  for (const passage of passages) {
    for (const entity of passage.entities) addNamed(entity, entity.kind satisfies ExportEntityLink['kind']);
    for (const event of passage.events) addNamed(event, 'event');
  }
  return [...things.values()];
}

const topKinds: readonly RefiKind[] = ['actor', 'place', 'object', 'event'];

function thingCodes(things: readonly Thing[], used: Set<string>): ProjectCode[] {
  return topKinds.flatMap((kind) => {
    const ofKind = things.filter((thing) => thing.kind === kind);
    if (ofKind.length === 0) return [];
    const { guid, name } = refiTopCodes[kind];
    const below = ofKind.map(({ id, name: thing, description }) => ({
      guid: id,
      name: unusedName(thing, kind, used),
      isCodable: true,
      colour: null,
      description,
      below: [],
    }));
    return [
      { guid, name: unusedName(name, '', used), isCodable: false, colour: null, description: '', below },
    ];
  });
}

/** All codes of a project. */
export function projectCodes(data: ExportData): ProjectCode[] {
  const used = new Set<string>();
  return [...tagCodes(data.tags, used), ...thingCodes(thingsOf(data), used)];
}

/** The names of codes by their GUIDs, those below others too. */
export function codeNames(codes: readonly ProjectCode[]): Map<string, string> {
  return new Map(codes.flatMap(({ guid, name, below }) => [[guid, name] as const, ...codeNames(below)]));
}

export function codeXml({ guid, name, isCodable, colour, description, below }: ProjectCode): string {
  return element(
    'Code',
    { guid, name, isCodable: String(isCodable), color: colour },
    textElement('Description', description),
    ...below.map(codeXml),
  );
}
