/**
 * How a notebook speaks in REFI-QDA (`.qdpx`), which knows codes, cases and variables but no actors, places or events: by what
 * names and GUIDs these go out and are known again when they come back. `docs/exports.md` tells it to other programs.
 */
import type { EntityKind } from '../model/entity';
import type { Colour } from '../model/tag';

/** What an entity or an event is exported as: a code under the top code of its kind, and a case with what is known of it. */
export type RefiKind = EntityKind | 'event';

interface RefiName {
  readonly guid: string;
  readonly name: string;
}

/** The top codes; nothing is coded with them. */
export const refiTopCodes: Readonly<Record<RefiKind, RefiName>> = {
  actor: { guid: '53c042e8-3eea-5277-a612-006decd08426', name: 'Actors' },
  place: { guid: '144f950d-ec55-5028-bcdc-0b8f942df371', name: 'Places' },
  object: { guid: '6f753356-ee3a-50d0-b361-98d44621ad2b', name: 'Objects' },
  event: { guid: '725b5f43-cea3-5ff2-b38e-cf9aa7eb98ce', name: 'Events' },
};

/** Variables of cases: what is known of an entity or event. Where there are several values, each is a line. */
export const refiCaseVariables = {
  /** The name, where the code had to be called something else because no two codes may have one name. */
  name: { guid: '309ad973-717d-512a-b865-a926ae08277f', name: 'Name' },
  actorKind: { guid: '91b55e46-9b07-58df-92d5-23c8e1941996', name: 'Kind of actor' },
  aliases: { guid: '467634de-599f-51a0-a98e-964e9df0e049', name: 'Other names' },
  /** `scheme:value`. */
  identifiers: { guid: '33efacd2-14d8-55d4-a6d8-c799b964d658', name: 'Identifiers' },
  eventType: { guid: 'a6d2359b-6612-5987-985a-4f5deeb5f341', name: 'Type of event' },
  /** EDTF. */
  eventDate: { guid: '7a27743d-31e7-57aa-9f97-721680a4231c', name: 'Date of event' },
  eventDateWords: { guid: 'c044f276-e887-5c38-a7c8-219aecc1c333', name: 'Date of event in words' },
  /** The name of its code. */
  eventPlace: { guid: 'fb8dbfe7-ee62-5da0-b007-2690a6defea2', name: 'Place of event' },
  /** `role: name of the code`. */
  participants: { guid: 'f98c8f96-12f1-5413-bf03-6f69dfd9bd71', name: 'Participants' },
} as const satisfies Readonly<Record<string, RefiName>>;

/** Variables of text sources: what is known of an article. A further field has a variable of its own name. */
export const refiSourceVariables = {
  authors: { guid: '4c35188d-567b-5453-b6a0-9fb197b32e05', name: 'Authors' },
  publisher: { guid: '79371700-8507-5f98-b839-4964bd3eaf09', name: 'Publisher' },
  url: { guid: 'e00f5447-2873-5504-bf5f-fd14e606b34b', name: 'Web address' },
  /** BCP 47. */
  language: { guid: 'a449f582-e70a-54ba-beae-af6d1b44dcd7', name: 'Language' },
  /** EDTF. */
  published: { guid: 'f4612381-e2dd-584b-b902-e5fcff06c952', name: 'Published' },
  publishedWords: { guid: '81d8c72e-142c-5270-b4ca-6fab1c2f18da', name: 'Published in words' },
} as const satisfies Readonly<Record<string, RefiName>>;

/** The name of the links that tie the further parts of a passage (origins) to its first part (target). */
export const refiPartLink = 'further part of the same passage';

/** The palette as REFI-QDA spells colours; each is nearest to its own name when it comes back. */
export const refiColours: Readonly<Record<Colour, string>> = {
  yellow: '#f2e34c',
  green: '#4fbf57',
  blue: '#4a86d8',
  pink: '#e0699c',
  purple: '#9a5fd0',
  orange: '#f29f3f',
  grey: '#9a9a9a',
};
