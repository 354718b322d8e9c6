/** The texts of a project with their selections, and its notes: in the XML only where the words lie, never the words. */
import { refiPartLink } from '../../../shared/codebook/refi-names';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { attributes, element, textElement } from '../data/xml';
import type { ExportArticle, ExportData, ExportNote, ExportPart, ExportPassage } from '../gather/export-data';
import { derivedGuid } from './guids';
import { articleValuesXml } from './project-variables';

/** The file of a text, as the project names it and as the archive does. */
const pathOf = (guid: string): string => `internal://${guid}.txt`;
export const fileOf = (guid: string): string => `sources/${guid}.txt`;

export const userGuid = (coder: string): string => derivedGuid('user', coder);
const userOf = (coder: string): string | null => (coder === '' ? null : userGuid(coder));

/** Programs show the name of a selection: it is its words, or their beginning. */
const longestName = 200;

function nameOf(words: string): string {
  const characters = [...words];
  return characters.length <= longestName ? words : `${characters.slice(0, longestName).join('').trimEnd()}…`;
}

/** The first part has the passage's id, so that it is known again. */
const partGuid = ({ id }: ExportPassage, index: number): string =>
  index === 0 ? id : derivedGuid('part', id, String(index));

/** The parts whose words are in the text. */
export const standingParts = ({ parts }: ExportPassage): ExportPart[] =>
  parts.filter(({ state }) => state !== 'orphan');

/** Ids of tags by their names: passages and articles know the names. */
export type TagIds = ReadonlyMap<string, string>;

function codesOf({ tags, entities, events }: ExportPassage, tagIds: TagIds): string[] {
  return [
    ...tags.flatMap((tag) => tagIds.get(tag) ?? []),
    ...entities.map(({ id }) => id),
    ...events.map(({ id }) => id),
  ];
}

interface Coder {
  readonly coder: string;
  readonly createdAt?: string;
}

function codingXml(owner: string, code: string, { coder, createdAt }: Coder): string {
  return element(
    'Coding',
    { guid: derivedGuid('coding', owner, code), creatingUser: userOf(coder), creationDateTime: createdAt },
    element('CodeRef', { targetGUID: code }),
  );
}

function* selectionsXml(passage: ExportPassage, tagIds: TagIds): Generator<string> {
  const codes = codesOf(passage, tagIds);
  for (const [index, { start, end, words }] of standingParts(passage).entries()) {
    const guid = partGuid(passage, index);
    const origin = { creatingUser: userOf(passage.coder), creationDateTime: passage.createdAt };
    yield element(
      'PlainTextSelection',
      {
        guid,
        name: nameOf(words),
        startPosition: start,
        endPosition: end,
        ...origin,
        modifiedDateTime: passage.modifiedAt,
      },
      index === 0 ? textElement('Description', passage.comment) : '',
      ...codes.map((code) => codingXml(guid, code, passage)),
    );
    yield '\n';
  }
}

/** What is said of words that are gone has no place in the text: it goes beside it, as a note. */
export interface OrphanNote {
  readonly guid: string;
  readonly articleId: string;
  readonly title: string;
  readonly text: string;
}

export function orphanNotes({ passages, articles }: ExportData): OrphanNote[] {
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  return passages.flatMap((passage) => {
    const gone = passage.parts.filter(({ state }) => state === 'orphan');
    if (gone.length === 0) return [];
    const { tags, entities, events, comment } = passage;
    const names = [...tags, ...entities.map(({ name }) => name), ...events.map(({ name }) => name)];
    const text = [
      ...gone.map(({ quote }) => `“${quote.exact}”`),
      ...(comment === '' ? [] : [comment]),
      ...(names.length === 0 ? [] : [`Coded with: ${names.join('; ')}`]),
    ].join('\n\n');
    const title = `Words that are gone: ${titles.get(passage.articleId) ?? ''}`;
    return [{ guid: derivedGuid('orphan', passage.id), articleId: passage.articleId, title, text }];
  });
}

/** What a text's selections are made of. */
export interface SourceContext {
  readonly passages: ReadonlyMap<string, readonly ExportPassage[]>;
  readonly orphans: readonly OrphanNote[];
  readonly tagIds: TagIds;
}

export function* sourceXml(
  article: ExportArticle,
  { passages, orphans, tagIds }: SourceContext,
): Generator<string> {
  const { id, title, capturedAt } = article;
  const codes = article.tags.flatMap((tag) => tagIds.get(tag) ?? []);
  const where = { guid: id, name: title, plainTextPath: pathOf(id), creationDateTime: capturedAt };
  yield `<TextSource${attributes(where)}>\n`;
  for (const passage of passages.get(id) ?? []) yield* selectionsXml(passage, tagIds);
  for (const code of codes) yield codingXml(id, code, { coder: '' });
  for (const { guid, articleId } of orphans)
    if (articleId === id) yield element('NoteRef', { targetGUID: guid });
  yield articleValuesXml(article);
  yield '</TextSource>\n';
}

/** Words of a note, formatting left out; citations are the words that stand for them. */
export const noteText = ({ content }: ExportNote): string => plainText(parseContent(content));

export function* notesXml(
  notes: readonly ExportNote[],
  orphans: readonly OrphanNote[],
  madeAt: string,
): Generator<string> {
  if (notes.length + orphans.length === 0) return;
  yield '<Notes>\n';
  for (const { id, title, createdAt, modifiedAt } of notes) {
    const times = { creationDateTime: createdAt, modifiedDateTime: modifiedAt };
    yield `${element('Note', { guid: id, name: title || 'Note', plainTextPath: pathOf(id), ...times })}\n`;
  }
  for (const { guid, title } of orphans)
    yield `${element('Note', { guid, name: title, plainTextPath: pathOf(guid), creationDateTime: madeAt })}\n`;
  yield '</Notes>\n';
}

/** Ties the further parts of passages to the first. */
export function* linksXml(passages: readonly ExportPassage[]): Generator<string> {
  const several = passages.filter((passage) => standingParts(passage).length > 1);
  if (several.length === 0) return;
  yield '<Links>\n';
  for (const passage of several) {
    for (const index of standingParts(passage).keys()) {
      if (index === 0) continue;
      const originGUID = partGuid(passage, index);
      const guid = derivedGuid('link', originGUID);
      const ends = { direction: 'OneWay', originGUID, targetGUID: partGuid(passage, 0) };
      yield `${element('Link', { guid, name: refiPartLink, ...ends })}\n`;
    }
  }
  yield '</Links>\n';
}
