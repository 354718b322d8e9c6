/** Notes for Obsidian of actors, places, objects and events, linked to each other and to the words. */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type {
  ExportData,
  ExportEntity,
  ExportEntityRelation,
  ExportEvent,
  ExportPassage,
} from '../../gather/export-data';
import { escapeMarkdown } from '../markdown/write-markdown';
import type { ReportAccounts, ReportClaim, ReportEntity, ReportEvent, ReportPassage } from '../report/report';
import { inQuotationMarks } from '../text/quoted-words';
import { dateProperties, frontMatter } from './front-matter';
import { bullets, labelled, section } from './note-markdown';
import type { Vault } from './vault';

const wordsOf = ({ parts }: { readonly parts: readonly string[] }): string => inQuotationMarks(parts);

/** What is asked of the export again and again. */
export interface Lookups {
  readonly eventsOf: (entityId: string) => readonly ExportEvent[];
  readonly passagesOf: (entityId: string) => readonly ExportPassage[];
  readonly relationsOf: (entityId: string) => readonly ExportEntityRelation[];
}

function gathered<Item>(
  items: readonly Item[],
  owners: (item: Item) => readonly string[],
): (id: string) => readonly Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const owner of new Set(owners(item))) {
      const group = groups.get(owner);
      if (group) group.push(item);
      else groups.set(owner, [item]);
    }
  }
  return (id) => groups.get(id) ?? [];
}

export function createLookups({ events, passages, entityRelations }: ExportData): Lookups {
  return {
    eventsOf: gathered(events, ({ participants, place }) => [
      ...participants.map(({ id }) => id),
      ...(place ? [place.id] : []),
    ]),
    passagesOf: gathered(passages, ({ entities }) => entities.map(({ id }) => id)),
    relationsOf: gathered(entityRelations, ({ from, to }) => [from.id, to.id]),
  };
}

function relationLine({ from, to, type, title, date, comment }: ExportEntityRelation, vault: Vault): string {
  const more = [
    title === '' ? '' : `(${title})`,
    date ? `, ${describeEdtf(date.edtf)}` : '',
    comment === '' ? '' : `. ${comment}`,
  ];
  return `${vault.link(from.id, from.name)} ${escapeMarkdown(type)} ${vault.link(to.id, to.name)}${escapeMarkdown(more.join(''))}`;
}

const passageLine = ({ id, parts, comment }: ExportPassage, vault: Vault): string => {
  const link = vault.linkWords(id, wordsOf({ parts: parts.map(({ words }) => words) }));
  return comment === '' ? link : `${link}: ${escapeMarkdown(comment.replace(/\s+/g, ' '))}`;
};

function entityProperties(entity: ExportEntity, vault: Vault): string {
  const { point, parent } = entity;
  return frontMatter([
    ['casebook-id', entity.id],
    ['type', entity.kind],
    ['kind', entity.actorKind],
    ['title', entity.name],
    ['aliases', [...new Set([entity.name, ...entity.aliases])]],
    ['identifiers', entity.identifiers.map(({ scheme, value }) => `${scheme}: ${value}`)],
    [entity.kind === 'place' ? 'lies-in' : 'part-of', parent ? vault.link(parent.id, parent.name) : ''],
    ['coordinates', point ? `${point.latitude}, ${point.longitude}` : ''],
    ['precision', entity.precision],
  ]);
}

export function entityNote(entity: ExportEntity, said: ReportEntity, lookups: Lookups, vault: Vault): string {
  const facts = said.facts.map(({ label, value }) => labelled(label, escapeMarkdown(value)));
  const events = lookups
    .eventsOf(entity.id)
    .map(({ id, title }) => vault.link(id, title || 'Untitled event'));
  const relations = lookups.relationsOf(entity.id).map((relation) => relationLine(relation, vault));
  const passages = lookups.passagesOf(entity.id).map((passage) => passageLine(passage, vault));
  const described = entity.description === '' ? '' : `${escapeMarkdown(entity.description)}\n\n`;
  return (
    entityProperties(entity, vault) +
    described +
    section('Known', bullets(facts)) +
    section('Relations', bullets(relations)) +
    section('Events', bullets(events)) +
    section('Passages', bullets(passages))
  );
}

function eventProperties(event: ExportEvent, vault: Vault): string {
  const { place, participants } = event;
  return frontMatter([
    ['casebook-id', event.id],
    ['type', 'event'],
    ['event-type', event.type],
    ['title', event.title],
    ['aliases', [event.title].filter((title) => title !== '')],
    ...dateProperties('date', event.date, event.dateWords),
    ['place', place ? vault.link(place.id, place.name) : ''],
    ['participants', [...new Set(participants.map(({ id, name }) => vault.link(id, name)))]],
  ]);
}

const quotedLink = (passage: ReportPassage, vault: Vault): string => {
  const { name, page } = passage.source;
  const from = [name, page].filter((words) => words !== '').join(', ');
  return `${vault.linkWords(passage.id, wordsOf(passage))}${from === '' ? '' : ` (${escapeMarkdown(from)})`}`;
};

function claimLine(
  value: string,
  { who, denies, facts, comment, passages }: ReportClaim,
  vault: Vault,
): string {
  const more = [...facts.map((fact) => `${fact.label}: ${fact.value}`), comment].filter(
    (words) => words !== '',
  );
  const quoted = passages.map((passage) => quotedLink(passage, vault));
  const claim = escapeMarkdown(
    `${denies ? 'denied: ' : ''}${[who, ...more].join('; ').replace(/\s+/g, ' ')}`,
  );
  return [`**${escapeMarkdown(value)}** – ${claim}`, ...quoted].join(' ');
}

function accountsMarkdown({ fact, standing, values }: ReportAccounts, vault: Vault): string {
  const lines = values.flatMap(({ value, isPreferred, claims }) =>
    claims.map((claim) => claimLine(isPreferred ? `${value} (preferred)` : value, claim, vault)),
  );
  return `### ${escapeMarkdown(standing === '' ? fact : `${fact} (${standing})`)}\n\n${bullets(lines)}\n`;
}

export function eventNote(event: ExportEvent, said: ReportEvent, vault: Vault): string {
  const participants = event.participants.map(
    ({ id, name, role }) => `${vault.link(id, name)}${role === '' ? '' : ` (${escapeMarkdown(role)})`}`,
  );
  const facts = said.facts
    .filter(({ label }) => label !== 'Who took part')
    .map(({ label, value }) => labelled(label, escapeMarkdown(value)));
  const described = event.description === '' ? '' : `${escapeMarkdown(event.description)}\n\n`;
  return (
    eventProperties(event, vault) +
    described +
    section('Known', bullets(facts)) +
    section('Participants', bullets(participants)) +
    section('Accounts', said.accounts.map((accounts) => accountsMarkdown(accounts, vault)).join('')) +
    section('Passages', bullets(said.passages.map((passage) => quotedLink(passage, vault))))
  );
}
