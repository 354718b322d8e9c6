/** A REFI-QDA project (`.qdpx`) as what it brings, one by one: tags, things, articles with their passages, notes, and what is not taken. */
import { refiPartLink } from '../../../shared/codebook/refi-names';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../shared/model/result';
import { type Archive, archiveSource, openArchive, roomForCollection } from '../archive/open-archive';
import { readXml } from '../archive/read-xml';
import { documentOf } from '../formats/document-of';
import { declaredUtf8, type FormatInput } from '../formats/format';
import { refuse } from '../formats/refuse';
import { iriOf } from './own-things';
import type { QdaProject, QdaSelection, QdaSource, QdaText } from './project';
import { meaningsOf, type ProjectMeanings } from './project-meanings';
import { entryOf, type FoundText, findText, noteContent } from './project-texts';
import { readQde } from './read-qde';
import { annotateText } from './selection-annotations';
import { lineBlocks } from './source-text';

const refused = (source: string, message: string): ImportedItem => ({ kind: 'refused', source, message });

interface Opened {
  readonly archive: Archive | null;
  readonly project: QdaProject;
  readonly meanings: ProjectMeanings;
  readonly notes: ReadonlyMap<string, string>;
  readonly input: FormatInput;
}

const projectFile = /^project\.qde$/i;

/** What a project brings. Throws `import-refused` for an archive without a readable project in it. */
export async function* projectItems(input: FormatInput): AsyncGenerator<ImportedItem, void, void> {
  const archive = await openArchive(archiveSource(input), roomForCollection);
  try {
    const entry = archive.entries.find(({ name }) => projectFile.test(name))?.name;
    if (entry === undefined) throw refuse('There is no project.qde in it: this is not a REFI-QDA project.');
    yield* itemsOf(readQde(readXml(await archive.read(entry), { what: 'The project' })), input, archive);
  } finally {
    archive.close();
  }
}

/** What a project brings that was read before. `archive`: where its texts are, if they are not in the project itself. */
export async function* itemsOf(
  project: QdaProject,
  input: FormatInput,
  archive: Archive | null,
): AsyncGenerator<ImportedItem, void, void> {
  const notes = new Map<string, string>();
  for (const note of project.notes) notes.set(note.guid, await wordsOfNote(archive, note));
  const meanings = meaningsOf(project, (guid) => notes.get(guid) ?? '');
  const opened: Opened = { archive, project, meanings, notes, input };
  yield* meanings.tags.map((tag): ImportedItem => ({ kind: 'tag', tag }));
  yield* meanings.things.values();
  for (const source of project.sources) yield* sourceItems(opened, source);
  yield* noteItems(opened);
  yield* notTaken(opened);
}

/** A note that cannot be read is no reason to leave the rest. */
async function wordsOfNote(archive: Archive | null, note: QdaText): Promise<string> {
  try {
    const found = await findText(archive, note);
    return found?.text.text.trim() || note.description;
  } catch {
    return note.description;
  }
}

/** Reads a part of the project; what goes wrong there is told and the rest goes on. */
async function* sourceItems(opened: Opened, source: QdaSource): AsyncGenerator<ImportedItem, void, void> {
  const name = source.name || source.guid;
  try {
    const text = await findText(opened.archive, source);
    if (text !== null) yield* textItems(opened, source, text);
    else yield* await sourceWithoutText(opened, source);
  } catch (error) {
    if (!(error instanceof CasebookError)) throw error;
    yield refused(name, error.message);
  }
  if (source.otherSelections > 0)
    yield refused(
      name,
      `${counted(source.otherSelections, 'marked area or stretch', 'marked areas or stretches')} of it that are no words were not taken.`,
    );
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `One ${one}` : `${count} ${many}`;

/** Notes of a source that mark words in it: their positions count in the source. */
function* notedSelections({ project, notes }: Opened, source: QdaSource) {
  for (const note of project.notes) {
    if (!source.notes.includes(note.guid)) continue;
    const comments = [notes.get(note.guid) ?? ''];
    for (const selection of note.selections)
      yield {
        ...selection,
        comments,
        coder: selection.coder || note.coder,
        createdAt: selection.createdAt || note.createdAt,
      };
  }
}

function* textItems(
  opened: Opened,
  source: QdaSource,
  found: FoundText,
): Generator<ImportedItem, void, void> {
  const { meanings, input } = opened;
  const selections = [...source.selections, ...notedSelections(opened, source)];
  const { annotations, warnings, lost } = annotateText(found.text, selections, meanings);
  const metadata = meanings.metadataOf(source);
  const origin = {
    bytes: found.bytes,
    source: `${input.source}/${found.name || source.guid}`,
    mediaType: 'text/plain',
    capturedAt: source.createdAt || input.capturedAt,
  };
  const blocks = lineBlocks(found.text.text);
  const read = documentOf({ blocks, metadata, warnings, encoding: declaredUtf8 }, origin);
  // Nothing that a notebook says of its articles is guessed anew.
  const document = meanings.isOwn ? { ...read, metadata } : read;
  const key = iriOf(source.guid);
  yield { kind: 'article', key, document, bytes: found.bytes, tags: meanings.tagsOfSource(source) };
  for (const annotation of annotations) yield { kind: 'annotation', articleKey: key, annotation };
  for (const selection of lost) yield refused(source.name, lostWords(selection));
}

function lostWords({ words, start, end }: QdaSelection): string {
  const where = Number.isFinite(start) && Number.isFinite(end) ? ` (${start} to ${end})` : '';
  return words === ''
    ? `A passage is not in its text${where}.`
    : `A passage is not in its text${where}: “${words.slice(0, 80)}”`;
}

const noWords: Readonly<Record<string, string>> = {
  Picture: 'Pictures are not taken.',
  Audio: 'Sound recordings are not taken.',
  Video: 'Films are not taken.',
};

/** A PDF or a Word file without its text beside it is read as such a file is; a selection then has no place in it. */
async function sourceWithoutText(opened: Opened, source: QdaSource): Promise<ImportedItem[]> {
  const { archive, input, meanings } = opened;
  const entry = noWords[source.kind] === undefined ? entryOf(archive, source.richPath) : null;
  const name = source.name || source.guid;
  if (entry === null || archive === null)
    return [refused(name, noWords[source.kind] ?? 'Its text is not in the file (it is kept elsewhere).')];
  const bytes = await archive.read(entry);
  const capturedAt = source.createdAt || input.capturedAt;
  const document = await input.importWithin({ bytes, source: `${input.source}/${entry}`, capturedAt });
  const { title, fields } = meanings.metadataOf(source);
  const metadata = { ...document.metadata, title: title || document.metadata.title, fields };
  const tags = meanings.tagsOfSource(source);
  const article: ImportedItem = {
    kind: 'article',
    key: iriOf(source.guid),
    document: { ...document, metadata },
    bytes,
    tags,
  };
  const lost = source.selections.length;
  const message = `${counted(lost, 'passage was', 'passages were')} not taken: their text is not in the file.`;
  return lost === 0 ? [article] : [article, refused(name, message)];
}

/** Notes that stand on their own; those that hang on passages and codes are comments and descriptions there. */
function* noteItems({ project, notes, meanings }: Opened): Generator<ImportedItem, void, void> {
  const used = new Set([
    ...project.codes.flatMap((code) => code.notes),
    ...project.sources.flatMap(({ selections }) => selections.flatMap((selection) => selection.notes)),
    ...linkedNotes(project),
  ]);
  for (const note of project.notes) {
    const words = notes.get(note.guid) ?? '';
    if (used.has(note.guid) || note.selections.length > 0 || (words === '' && note.name === '')) continue;
    const of = project.sources.find((source) => source.notes.includes(note.guid));
    const title = note.name || (of ? `Note on ${of.name}` : 'Note');
    const { createdAt } = note;
    yield { kind: 'note', key: iriOf(note.guid), title, content: noteContent(words), createdAt };
  }
  // Of a notebook's own project it is the loss report.
  if (project.description !== '' && !meanings.isOwn)
    yield {
      kind: 'note',
      title: project.name || 'Project',
      content: noteContent(project.description),
      createdAt: '',
    };
}

function linkedNotes({ links, sources }: QdaProject): string[] {
  const selections = new Set(sources.flatMap((source) => source.selections.map(({ guid }) => guid)));
  return links.flatMap(({ origin, target }) => [
    ...(selections.has(target) ? [origin] : []),
    ...(selections.has(origin) ? [target] : []),
  ]);
}

/** What has no place in a notebook, counted. */
function* notTaken({ project, input }: Opened): Generator<ImportedItem, void, void> {
  const { graphCount, sets, links, notes } = project;
  const noteGuids = new Set(notes.map(({ guid }) => guid));
  const selections = new Set(project.sources.flatMap((source) => source.selections.map(({ guid }) => guid)));
  const isTaken = (one: string, other: string): boolean => selections.has(one) && noteGuids.has(other);
  const looseLinks = links.filter(
    ({ name, origin, target }) =>
      name !== refiPartLink && !isTaken(origin, target) && !isTaken(target, origin),
  );
  const codeSets = sets.filter(({ codes, notes: members }) => codes.length + members.length > 0);
  const lines = [
    ...(graphCount > 0 ? [`${counted(graphCount, 'drawing', 'drawings')} not taken.`] : []),
    ...(codeSets.length > 0
      ? [`${counted(codeSets.length, 'set of codes or notes', 'sets of codes or notes')} not taken.`]
      : []),
    ...(looseLinks.length > 0
      ? [`${counted(looseLinks.length, 'link', 'links')} between codes, sources or notes not taken.`]
      : []),
  ];
  for (const line of lines) yield refused(input.source, line);
}
