/** A folder that Obsidian opens as a vault: a note for each article, actor, place, object, event and note of the researcher. */
import { createHash } from 'node:crypto';
import { parseContent } from '../../../../shared/document/content-html';
import type { ExportFile, MakeContext, MakeExport } from '../../formats/format';
import type { ExportData, ExportPassage } from '../../gather/export-data';
import { escapeMarkdown } from '../markdown/write-markdown';
import { obsidianContents } from '../reading-contents';
import { makeReport } from '../report/make-report';
import type { Report, ReportTag } from '../report/report';
import { articleNote } from './article-note';
import { frontMatter, obsidianTag } from './front-matter';
import { bullets, type KeepPicture, labelled, noteMarkdown, section } from './note-markdown';
import { createLookups, entityNote, eventNote } from './thing-notes';
import { createVault, type Vault } from './vault';
import { wordsBlocksOf } from './words-blocks';

/** Pictures that were met, by their path; each is written once. */
class Pictures {
  readonly #waiting = new Map<string, Uint8Array>();
  readonly #met = new Set<string>();

  readonly keep: KeepPicture = ({ src }) => {
    const [, kind = '', base64 = ''] =
      /^data:image\/(png|jpeg|gif|webp|avif);base64,([\s\S]*)$/.exec(src) ?? [];
    if (kind === '') return null;
    const bytes = Buffer.from(base64, 'base64');
    const path = `Pictures/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${kind}`;
    if (!this.#met.has(path)) this.#waiting.set(path, bytes);
    this.#met.add(path);
    return path;
  };

  /** Those met since it was last asked. */
  *files(): Iterable<ExportFile> {
    for (const [name, data] of this.#waiting) yield { name, data };
    this.#waiting.clear();
  }
}

interface Making {
  readonly data: ExportData;
  readonly report: Report;
  readonly vault: Vault;
  readonly pictures: Pictures;
  readonly each: MakeContext['each'];
}

/** A thing with what the report says of it. */
function* paired<Thing extends { readonly id: string }, Said extends { readonly id: string }>(
  things: Iterable<Thing>,
  said: readonly (Said | null)[],
): Iterable<readonly [Thing, Said]> {
  const byId = new Map(said.flatMap((each) => (each ? [[each.id, each] as const] : [])));
  for (const thing of things) {
    const words = byId.get(thing.id);
    if (words) yield [thing, words];
  }
}

const fileOf = (vault: Vault, id: string, data: string): ExportFile[] => {
  const path = vault.pathOf(id);
  return path === undefined
    ? []
    : [{ name: `${path}.md`, data: `${data.replace(/\n{3,}/g, '\n\n').trimEnd()}\n` }];
};

function* articleFiles({ data, report, vault, pictures, each }: Making): Iterable<ExportFile> {
  const passages = new Map<string, ExportPassage[]>();
  for (const passage of data.passages) {
    const others = passages.get(passage.articleId);
    if (others) others.push(passage);
    else passages.set(passage.articleId, [passage]);
  }
  for (const [article, said] of paired(each(data.articles, 'articles'), [
    ...report.articles,
    report.subjectArticle,
  ])) {
    const own = passages.get(article.id) ?? [];
    yield* fileOf(vault, article.id, articleNote(article, said, own, vault, pictures.keep));
    yield* pictures.files();
  }
}

function* thingFiles({ data, report, vault, each }: Making): Iterable<ExportFile> {
  const lookups = createLookups(data);
  for (const [entity, said] of paired(each(data.entities, 'entries'), [
    ...report.entities,
    report.subjectEntity,
  ]))
    yield* fileOf(vault, entity.id, entityNote(entity, said, lookups, vault));
  for (const [event, said] of paired(each(data.events, 'events'), [...report.events, report.subjectEvent]))
    yield* fileOf(vault, event.id, eventNote(event, said, vault));
}

function* noteFiles({ data, vault, pictures, each }: Making): Iterable<ExportFile> {
  for (const { id, title, content, createdAt, modifiedAt } of each(data.notes, 'notes')) {
    const properties = frontMatter([
      ['casebook-id', id],
      ['type', 'note'],
      ['title', title],
      ['aliases', [title].filter((each) => each !== '')],
      ['created', createdAt],
      ['modified', modifiedAt],
    ]);
    yield* fileOf(vault, id, properties + noteMarkdown(parseContent(content), vault, pictures.keep));
    yield* pictures.files();
  }
}

function entryLine({ above, name, description, colour }: ReportTag, isTag: boolean): string {
  const path = [...above, name];
  const label = isTag
    ? `#${obsidianTag(path)} ${escapeMarkdown(path.join('/'))}`
    : escapeMarkdown(path.join('/'));
  const said = [description, colour === '' ? '' : `(${colour})`].filter((words) => words !== '').join(' ');
  return said === '' ? label : `${label}: ${escapeMarkdown(said)}`;
}

function aboutFile({ report }: Making): ExportFile {
  const { notebook, made, about, losses, tags, types, roles } = report;
  const entries = (list: readonly ReportTag[], isTag: boolean) =>
    bullets(list.map((entry) => entryLine(entry, isTag)));
  const lost = losses.length > 0 ? losses : ['Nothing is left out.'];
  const data = [
    frontMatter([
      ['type', 'export'],
      ['notebook', notebook],
      ['made', { day: made }],
      ['losses', losses],
    ]),
    bullets([labelled('Notebook', escapeMarkdown(notebook)), labelled('Holds', escapeMarkdown(about))]),
    '\n',
    section('What this folder does not keep', bullets(lost.map(escapeMarkdown))),
    section('Tags', entries(tags, true)),
    section('Types of events', entries(types, false)),
    section('Roles', entries(roles, false)),
  ];
  return { name: 'About this export.md', data: data.join('') };
}

/** Articles of a dossier and of a note are not said in full by a report; here each has its note, for the links to lead to. */
export const makeObsidian: MakeExport = function* (data, { options, losses, each }) {
  const contents = obsidianContents(options);
  const lost = losses.filter(({ handling }) => handling === 'lost').map(({ words }) => words);
  const report = makeReport(data, contents, lost, { withSources: true });
  const blocks = contents.has('text') ? wordsBlocksOf(data, data.articles) : new Map<string, string>();
  const making: Making = { data, report, vault: createVault(data, blocks), pictures: new Pictures(), each };
  yield aboutFile(making);
  yield* noteFiles(making);
  yield* thingFiles(making);
  yield* articleFiles(making);
};
