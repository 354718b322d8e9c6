import { describe, expect, it } from 'vitest';
import { zipFiles } from '../../export/archive/zip-files';
import { foreignSample } from '../../store/core/file/foreign-sample';
import { importItems } from '../import-document';

const capturedAt = '2026-01-02T03:04:05.000Z';
const project =
  '<Project xmlns="urn:QDA-XML:project:1.0" name="P"><Description>About</Description></Project>';
const codebook =
  '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="A" isCodable="true"/></Codes></CodeBook>';

async function zipped(name: string, data: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipFiles([{ name, data }], { madeAt: capturedAt })) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function kindsOf(bytes: Uint8Array, source: string): Promise<string[]> {
  const kinds: string[] = [];
  for await (const item of importItems({ bytes, source, capturedAt })) kinds.push(item.kind);
  return kinds;
}

describe('projects and codebooks', () => {
  it('are known by what is in them, whatever they are called', async () => {
    for (const name of ['p.qdpx', 'p.zip', 'p'])
      expect(await kindsOf(await zipped('project.qde', project), name)).toEqual(['note']);
    for (const name of ['c.qdc', 'c.xml'])
      expect(await kindsOf(Buffer.from(codebook), name)).toEqual(['tag']);
    const journal =
      "CREATE TABLE source (id, name, fulltext); CREATE TABLE code_name (cid, name); CREATE TABLE code_text (cid, fid, pos0, pos1); CREATE TABLE journal (jid, name, jentry); INSERT INTO journal VALUES (1, 'A', 'B')";
    for (const name of ['My.qda/data.qda', 'x.db'])
      expect(await kindsOf(foreignSample(journal), name)).toEqual(['note']);
  });

  it('are refused in words where they only look like it', async () => {
    const refused = { code: 'import-refused' };
    await expect(kindsOf(await zipped('other.txt', 'x'), 'p.qdpx')).rejects.toMatchObject(refused);
    await expect(
      kindsOf((await zipped('project.qde', project)).subarray(0, 150), 'p.qdpx'),
    ).rejects.toMatchObject(refused);
    await expect(kindsOf(foreignSample('CREATE TABLE a (b)'), 'a.sqlite3')).rejects.toMatchObject(refused);
    await expect(
      kindsOf(foreignSample('CREATE TABLE a (b)').subarray(0, 6000), 'a.sqlite3'),
    ).rejects.toMatchObject(refused);
  });
});
