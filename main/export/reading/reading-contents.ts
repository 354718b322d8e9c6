/** What a report for reading holds by what the user chose, and so what of the notebook it keeps in words. */
import type { Handling } from '../../../shared/contract/exports';
import { CasebookError } from '../../../shared/model/result';
import type { MakeOptions } from '../formats/format';
import type { ExportData } from '../gather/export-data';
import type { Feature } from '../loss/features';
import { type ContentKind, contentKinds } from './report/report';
import { templateOf } from './templates/ready-templates';
import { TemplateError } from './templates/template';

/** A template's error is told as one of what was asked. */
export function withTemplateErrors<Value>(make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (error instanceof TemplateError)
      throw new CasebookError('bad-arguments', `The template has an error. ${error.message}`);
    throw error;
  }
}

/** What the template wants, without what the user does not. */
export function reportContents(options: MakeOptions): ReadonlySet<ContentKind> {
  const { contents } = withTemplateErrors(() => templateOf(options, 'md'));
  const unwanted: readonly ContentKind[] = [
    ...(options.texts === true ? [] : ['text' as const]),
    ...(options.coder === false ? ['coder' as const] : []),
  ];
  return new Set([...contents].filter((kind) => !unwanted.includes(kind)));
}

/** A folder for Obsidian has no template, and the texts unless they are not wanted: links lead into them. */
export function obsidianContents({ texts, coder }: MakeOptions): ReadonlySet<ContentKind> {
  return new Set(
    contentKinds.filter((kind) => (kind === 'text' ? texts !== false : kind !== 'coder' || coder !== false)),
  );
}

/** What each feature is said in; those that are not named are in no report. */
const contentOf: Readonly<Partial<Record<Feature, readonly ContentKind[]>>> = {
  events: ['events'],
  'event-types': ['events'],
  'event-descriptions': ['events'],
  'event-days': ['events'],
  'imprecise-dates': ['events'],
  'date-words': ['events'],
  'undated-events': ['events'],
  'dates-without-year': ['events'],
  'event-places': ['events'],
  participants: ['events'],
  roles: ['events'],
  happened: ['events'],
  'event-relations': ['events'],
  contradictions: ['events', 'accounts'],
  claimants: ['events', 'accounts'],
  'unnamed-sources': ['events', 'accounts'],
  modes: ['events', 'accounts'],
  certainties: ['events', 'accounts'],
  counts: ['events', 'accounts'],
  outcomes: ['events', 'accounts'],
  preferences: ['events', 'accounts'],
  inferences: ['events', 'accounts'],
  'account-comments': ['events', 'accounts'],
  'account-evidence': ['events', 'accounts'],
  cues: ['events', 'accounts'],
  'article-titles': ['articles'],
  'article-texts': ['articles', 'text'],
  'unmarked-articles': ['articles'],
  authors: ['articles'],
  publishers: ['articles'],
  addresses: ['articles'],
  languages: ['articles'],
  published: ['articles'],
  'published-words': ['articles'],
  'article-fields': ['articles'],
  'article-tags': ['articles'],
  captures: ['articles'],
  quotations: ['passages'],
  contexts: ['passages'],
  positions: ['passages', 'text'],
  'further-parts': ['passages'],
  orphans: ['passages'],
  'changed-words': ['passages'],
  pages: ['passages'],
  comments: ['passages', 'comments'],
  colours: ['passages', 'comments'],
  coders: ['passages', 'coder'],
  'passage-tags': ['passages', 'comments'],
  mentions: ['passages', 'comments'],
  'event-evidence': ['passages', 'comments'],
  'tag-hierarchy': ['codebook'],
  'tag-colours': ['codebook'],
  'tag-descriptions': ['codebook'],
  'unused-tags': ['codebook'],
  'type-hierarchy': ['codebook'],
  'type-descriptions': ['codebook'],
  'role-descriptions': ['codebook'],
  actors: ['entities'],
  places: ['entities'],
  objects: ['entities'],
  'actor-kinds': ['entities'],
  aliases: ['entities'],
  'alias-kinds': ['entities'],
  'entity-descriptions': ['entities'],
  identifiers: ['entities'],
  parents: ['entities'],
  coordinates: ['entities'],
  'place-precision': ['entities'],
  'place-radius': ['entities'],
  'coordinate-sources': ['entities'],
  merges: ['entities'],
  'entity-relations': ['entities'],
  'relation-times': ['entities'],
  'relation-titles': ['entities'],
  'relation-comments': ['entities'],
  notes: ['notes'],
  citations: ['notes'],
};

/** What is known of an article is told of articles only; a dossier and a note name them as sources. */
const namedAsSource: readonly Feature[] = ['article-titles', 'publishers', 'published'];
const ofArticlesOnly: readonly Feature[] = [
  'unmarked-articles',
  'authors',
  'addresses',
  'languages',
  'published-words',
  'article-fields',
  'article-tags',
  'captures',
  'article-texts',
];

interface Saying {
  readonly contents: ReadonlySet<ContentKind>;
  /** Articles are told of also in a dossier and with a note. */
  readonly withSources: boolean;
}

/** What a report is about stands at its head, whatever else of its kind is left out. */
const ofSubject: Readonly<Partial<Record<ExportData['subject']['kind'], ContentKind>>> = {
  article: 'articles',
  entity: 'entities',
  event: 'events',
  note: 'notes',
};

function isSaid(feature: Feature, { contents, withSources }: Saying, { subject }: ExportData): boolean {
  const needed = contentOf[feature];
  if (!needed) return false;
  const isDossier = !withSources && ['entity', 'event', 'note'].includes(subject.kind);
  if (isDossier && ofArticlesOnly.includes(feature)) return false;
  if (needed.includes('codebook') && subject.kind !== 'everything') return false;
  if (namedAsSource.includes(feature)) return contents.has('articles') || contents.has('passages');
  return needed.every((kind) => contents.has(kind) || kind === ofSubject[subject.kind]);
}

/** Whether a report says it: in words, never as data. */
export function reportHandling(feature: Feature, options: MakeOptions, data: ExportData): Handling {
  const saying = { contents: reportContents(options), withSources: false };
  return isSaid(feature, saying, data) ? 'as words' : 'lost';
}

/** Whether a folder for Obsidian says it. */
export function obsidianHandling(feature: Feature, options: MakeOptions, data: ExportData): Handling {
  const saying = { contents: obsidianContents(options), withSources: true };
  return isSaid(feature, saying, data) ? 'as words' : 'lost';
}
