/** Actors, places, objects and events in a project that a notebook wrote: codes under the notebook's own top codes, with a case each. */
import { type RefiKind, refiCaseVariables, refiTopCodes } from '../../../shared/codebook/refi-names';
import type { ImportedEntity, ImportedEvent } from '../../../shared/model/imported/imported-annotation';
import { foldForMatch } from '../../../shared/text/fold';
import { namesakes } from './namesakes';
import type { QdaCase, QdaCode, QdaProject } from './project';

export type OwnThing =
  | { readonly kind: 'entity'; readonly entity: ImportedEntity }
  | { readonly kind: 'event'; readonly event: ImportedEvent };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The IRI of what has a GUID; programs that number their things give keys of their own. */
export const iriOf = (guid: string): string => (uuid.test(guid) ? `urn:uuid:${guid}` : guid);

const kinds = new Map(
  (Object.keys(refiTopCodes) as RefiKind[]).map((kind) => [refiTopCodes[kind].guid, kind] as const),
);

/** Whether a code is one of the notebook's own top codes. */
export const isTopCode = ({ guid }: QdaCode): boolean => kinds.has(guid);

/** What a case says under one of the notebook's own variables. */
function valueOf(given: QdaCase | undefined, variable: keyof typeof refiCaseVariables): string {
  const { guid } = refiCaseVariables[variable];
  return given?.values.find((value) => value.variable === guid)?.value ?? '';
}

const linesOf = (value: string): string[] => value.split('\n').filter((line) => line.trim() !== '');

interface OwnCode {
  readonly code: QdaCode;
  readonly kind: RefiKind;
  readonly details: QdaCase | undefined;
}

const nameOf = ({ code, details }: OwnCode): string => valueOf(details, 'name') || code.name;

/** A thing by the name of its code. */
interface Named {
  readonly iri: string;
  readonly name: string;
}
type FindNamed = (codeName: string) => Named;

function entityOf(
  code: QdaCode,
  kind: Exclude<RefiKind, 'event'>,
  details: QdaCase | undefined,
): ImportedEntity {
  return {
    kind,
    kindIsSaid: true,
    actorKind: valueOf(details, 'actorKind'),
    iri: iriOf(code.guid),
    name: valueOf(details, 'name') || code.name,
    aliases: linesOf(valueOf(details, 'aliases')),
    identifiers: linesOf(valueOf(details, 'identifiers')),
    description: code.description,
  };
}

function participantOf(line: string, find: FindNamed): Named & { readonly role: string } {
  const at = line.indexOf(': ');
  return at < 0 ? { ...find(line), role: '' } : { ...find(line.slice(at + 2)), role: line.slice(0, at) };
}

function eventOf(code: QdaCode, details: QdaCase | undefined, find: FindNamed): ImportedEvent {
  const place = valueOf(details, 'eventPlace');
  return {
    iri: iriOf(code.guid),
    title: valueOf(details, 'name') || code.name,
    type: valueOf(details, 'eventType'),
    date: valueOf(details, 'eventDate'),
    dateWords: valueOf(details, 'eventDateWords'),
    place: place === '' ? null : find(place),
    participants: linesOf(valueOf(details, 'participants')).map((line) => participantOf(line, find)),
    description: code.description,
  };
}

/** The notebook's own things in a project, by the GUIDs of their codes; none in projects of other programs. */
export function ownThings({ codes, cases }: QdaProject): ReadonlyMap<string, OwnThing> {
  const caseOf = new Map(cases.flatMap((one) => one.codes.map((code) => [code, one] as const)));
  const own = codes.flatMap((code) => {
    const kind = kinds.get(code.parent);
    return kind === undefined ? [] : [{ code, kind, details: caseOf.get(code.guid) } satisfies OwnCode];
  });
  const byName = new Map(
    own.map(({ code, details }) => [
      code.name,
      { iri: iriOf(code.guid), name: valueOf(details, 'name') || code.name },
    ]),
  );
  const find: FindNamed = (name) => byName.get(name) ?? { iri: '', name };
  const others = namesakes(
    own,
    ({ code }) => iriOf(code.guid),
    (one) => `${one.kind} ${foldForMatch(nameOf(one))}`,
  );
  const things = own.map((one): readonly [string, OwnThing] => {
    const { code, kind, details } = one;
    const sameNamed = others(one);
    if (kind === 'event') return [code.guid, { kind, event: { ...eventOf(code, details, find), sameNamed } }];
    return [code.guid, { kind: 'entity', entity: { ...entityOf(code, kind, details), sameNamed } }];
  });
  return new Map(things);
}
