/** Projects of programs for qualitative analysis come in through the window, with what is wrong with one of them said. */
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { ZipFile } from 'yazl';
import { expect, test } from '../fixtures';
import { chooseMenu, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText, markedWords, openArticle, passageCards } from '../reading';

const words = 'The ferryman 😀 lay at the pier.\r\nNobody saw the second boat before noon.';
const guid = (number: number): string => `{0A1B2C3D-0000-4000-8000-${String(number).padStart(12, '0')}}`;

/** Counts UTF-16 units and line ends as two, as programs on Windows do. */
function selection(number: number, said: string, memo: string): string {
  const start = words.indexOf(said);
  return `<PlainTextSelection guid="${guid(number)}" name="${said}" startPosition="${start}" endPosition="${start + said.length}"><Description>${memo}</Description><Coding guid="${guid(number + 50)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>`;
}

const project = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="Ferries" origin="Other">
  <CodeBook><Codes><Code guid="${guid(1)}" name="Boats" isCodable="true" color="#3a6fd0"/></Codes></CodeBook>
  <Sources><TextSource guid="${guid(2)}" name="The ferryman" plainTextPath="internal://text.txt">
    ${selection(10, 'lay at the pier', 'Or so he said')}${selection(11, 'second boat', '')}</TextSource>
    <PictureSource guid="${guid(3)}" name="The pier" path="internal://pier.png"/></Sources></Project>`;

const codebook = `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette"><Codes><Code guid="${guid(7)}" name="people.pilots" isCodable="true"/></Codes></CodeBook>`;

async function writeProject(path: string): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(project), 'project.qde');
  zip.addBuffer(Buffer.from(words), 'sources/text.txt');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function writeDatabase(path: string, sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

const taguette = `CREATE TABLE projects (id INTEGER, name, description, created);
  CREATE TABLE documents (id INTEGER, name, description, filename, created, project_id, contents);
  CREATE TABLE tags (id INTEGER, project_id, path, description); CREATE TABLE highlight_tags (highlight_id, tag_id);
  CREATE TABLE highlights (id INTEGER, document_id, start_offset, end_offset, snippet);
  INSERT INTO projects VALUES (1, 'Study', '', '2024-05-06');
  INSERT INTO documents VALUES (1, 'The lighthouse', '', 'a.txt', '2024-05-06 07:08:09', 1, '<p>Є світло.</p><p>The keeper slept all night.</p>');
  INSERT INTO tags VALUES (1, 1, 'sleep', ''); INSERT INTO highlights VALUES (1, 1, 20, 32, 'keeper slept'); INSERT INTO highlight_tags VALUES (1, 1);`;

const qualcoder = `CREATE TABLE source (id INTEGER, name, fulltext); CREATE TABLE code_name (cid INTEGER, name, color);
  CREATE TABLE code_text (cid, fid, seltext, pos0, pos1, memo); CREATE TABLE journal (jid INTEGER, name, jentry);
  INSERT INTO source VALUES (1, 'The harbour master', 'He counted the barges twice.'); INSERT INTO code_name VALUES (1, 'Counting', '#00aa00');
  INSERT INTO code_text VALUES (1, 1, 'counted the barges', 3, 21, 'Twice?'); INSERT INTO journal VALUES (1, 'My journal', 'Began today.');`;

async function writeFiles(folder: string): Promise<string[]> {
  const path = (name: string): string => join(folder, name);
  await mkdir(path('Harbour.qda'));
  await writeProject(path('ferries.qdpx'));
  await writeFile(path('cut.qdpx'), (await readFile(path('ferries.qdpx'))).subarray(0, 400));
  await writeFile(path('people.qdc'), codebook);
  writeDatabase(path('study.sqlite3'), taguette);
  writeDatabase(path('Harbour.qda/data.qda'), qualcoder);
  writeDatabase(path('other.sqlite3'), 'CREATE TABLE strange (a)');
  const names = [
    'ferries.qdpx',
    'cut.qdpx',
    'people.qdc',
    'study.sqlite3',
    'Harbour.qda/data.qda',
    'other.sqlite3',
  ];
  return names.map(path);
}

test('projects of other programs come in with what is coded in them', async ({ application, folder }) => {
  const { app, window } = application;
  await makeNotebook(application, join(folder, 'notes.casebook'));
  await importByMenu(application, await writeFiles(folder));
  const report = window.getByRole('dialog', { name: /imported/ });
  await expect(report).toContainText('Pictures are not taken.');
  await expect(report).toContainText('This is a database of a program that is not known.');
  await expect(report).toContainText('cut.qdpx');
  await report.getByRole('button', { name: 'Close', exact: true }).click();

  await openArticle(window, 'The ferryman');
  await expect(articleText(window)).toContainText('Nobody saw the second boat');
  await expect(passageCards(window)).toHaveCount(2);
  expect(await markedWords(window)).toEqual(['lay at the pier', 'second boat']);
  await expect(passageCards(window).first()).toContainText('Or so he said');
  await expect(passageCards(window).first()).toContainText('Boats');
  await chooseMenu(app, 'back');
  await openArticle(window, 'The lighthouse');
  await expect.poll(() => markedWords(window)).toEqual(['keeper slept']);
  await chooseMenu(app, 'back');
  await openArticle(window, 'The harbour master');
  await expect.poll(() => markedWords(window)).toEqual(['counted the barges']);
  await expect(passageCards(window).first()).toContainText('Twice?');
});
