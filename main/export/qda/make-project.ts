/**
 * A REFI-QDA project (`.qdpx`, version 1.0): a ZIP of `project.qde` and of the texts, in which positions count code points.
 * The order of elements is the schema's. What the format cannot hold is in the loss report, which is the project's
 * description; no file is added that the standard does not foresee.
 */

import { CasebookError } from '../../../shared/model/result';
import { zipFiles } from '../archive/zip-files';
import { aboutExport } from '../data/about-export';
import { attributes, element, textElement, xmlHead } from '../data/xml';
import type { ExportFile, MakeExport } from '../formats/format';
import type { ExportData, ExportPassage } from '../gather/export-data';
import { codeNames, codeXml, projectCodes, tagCodes } from './project-codes';
import {
  fileOf,
  linksXml,
  notesXml,
  noteText,
  type OrphanNote,
  orphanNotes,
  sourceXml,
  userGuid,
} from './project-sources';
import { casesXml, variablesXml } from './project-variables';

type Context = Parameters<MakeExport>[1];

function byArticle(passages: readonly ExportPassage[]): Map<string, ExportPassage[]> {
  const groups = new Map<string, ExportPassage[]>();
  for (const passage of passages) {
    const group = groups.get(passage.articleId);
    if (group) group.push(passage);
    else groups.set(passage.articleId, [passage]);
  }
  return groups;
}

function* usersXml(passages: readonly ExportPassage[]): Generator<string> {
  const coders = [...new Set(passages.map(({ coder }) => coder))].filter((coder) => coder !== '').sort();
  if (coders.length === 0) return;
  yield `${element('Users', {}, ...coders.map((name) => element('User', { guid: userGuid(name), name })))}\n`;
}

function* projectXml(data: ExportData, orphans: readonly OrphanNote[], context: Context): Generator<string> {
  const { notebook, madeAt, passages } = data;
  const codes = projectCodes(data);
  const names = codeNames(codes);
  const codeName = (id: string): string | undefined => names.get(id);
  yield xmlHead;
  const root = { xmlns: 'urn:QDA-XML:project:1.0', name: notebook.title, origin: 'Casebook' };
  yield `<Project${attributes(root)}${attributes({ creationDateTime: madeAt })}>\n`;
  yield* usersXml(passages);
  if (codes.length > 0)
    yield element('CodeBook', {}, element('Codes', {}, ...codes.map((code) => `${codeXml(code)}\n`)));
  yield* variablesXml(data);
  yield* casesXml(data, codeName);
  const tagIds = new Map(data.tags.map(({ id, name }) => [name, id]));
  const sources = { passages: byArticle(passages), orphans, tagIds };
  if (data.articles.length > 0) yield '<Sources>\n';
  for (const article of context.each(data.articles, 'articles')) yield* sourceXml(article, sources);
  if (data.articles.length > 0) yield '</Sources>\n';
  yield* notesXml(data.notes, orphans, madeAt);
  yield* linksXml(passages);
  yield textElement('Description', aboutExport(data, context).join('\n\n'));
  yield '</Project>\n';
}

function* projectFiles(data: ExportData, context: Context): Generator<ExportFile> {
  const orphans = orphanNotes(data);
  yield { name: 'project.qde', data: projectXml(data, orphans, context) };
  for (const { id, revisionId } of context.each(data.articles, 'texts'))
    yield { name: fileOf(id), data: data.textOf(revisionId) };
  for (const note of data.notes) yield { name: fileOf(note.id), data: noteText(note) };
  for (const { guid, text } of orphans) yield { name: fileOf(guid), data: text };
}

/** The row of `.qdpx`. */
export const makeProject: MakeExport = (data, context) => [
  { name: context.main, data: zipFiles(projectFiles(data, context), { madeAt: data.madeAt }) },
];

/** The row of `.qdc`: the tags alone. Throws `not-found` where there is none: a codebook without codes is none. */
export const makeCodebook: MakeExport = ({ tags }, { main }) => {
  if (tags.length === 0)
    throw new CasebookError('not-found', 'There are no tags to write: a codebook holds one at least.');
  const codes = tagCodes(tags).map((code) => `${codeXml(code)}\n`);
  const root = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Casebook' };
  return [{ name: main, data: `${xmlHead}${element('CodeBook', root, element('Codes', {}, ...codes))}\n` }];
};
