/** The shape of samples/notebook.json: what a researcher made of the sample articles, by names instead of ids. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandArgs } from '../../shared/contract';
import type { Identifier } from '../../shared/model/entity';
import type { Colour } from '../../shared/model/tag';

export interface SampleArticle {
  readonly file: string;
  readonly tags: readonly string[];
  readonly read: boolean;
  readonly set: CommandArgs<'updateArticle'>['set'];
}

export interface SampleTag {
  readonly name: string;
  readonly parent?: string;
  readonly colour?: Colour;
  readonly description?: string;
}

export type SampleEntity = CommandArgs<'createEntity'> & {
  readonly aliases: readonly string[];
  readonly description?: string;
  readonly identifiers?: Identifier[];
};

export interface SampleEvent {
  readonly title: string;
  readonly type: string | null;
  readonly date: { readonly edtf: string; readonly words: string } | null;
  readonly place: string | null;
  readonly description: string;
  /** Actor, role, and the passage it rests on. */
  readonly participants: readonly (readonly [actor: string, role: string, passage?: string])[];
}

export interface SamplePassage {
  /** For citations and participants. */
  readonly id?: string;
  readonly article: string;
  /** The words of each part; each is found once in the article, after the part before it. */
  readonly words: readonly string[];
  readonly entities?: readonly string[];
  readonly events?: readonly string[];
  readonly tags?: readonly string[];
  readonly colour?: Colour;
  readonly comment?: string;
}

export interface SampleSource {
  readonly title: string;
  readonly articles: readonly SampleArticle[];
  readonly tags: readonly SampleTag[];
  readonly entities: Readonly<Record<string, SampleEntity>>;
  readonly events: Readonly<Record<string, SampleEvent>>;
  readonly passages: readonly SamplePassage[];
  readonly corrections: readonly {
    readonly article: string;
    readonly find: string;
    readonly replace: string;
    readonly reason: string;
  }[];
  /** In the content, `{{kind:name|label}}` is a citation. */
  readonly notes: readonly { readonly title: string; readonly content: string }[];
}

/** The sample's folder: articles and notebook.json. */
export const sampleFolder = join(import.meta.dirname, '..', '..', 'samples');

/** Reads samples/notebook.json. */
export function readSampleSource(): SampleSource {
  return JSON.parse(readFileSync(join(sampleFolder, 'notebook.json'), 'utf8')) as SampleSource;
}
