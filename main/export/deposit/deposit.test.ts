/** Deposits on the disk: every file is in the manifest with the hash it has, and nothing half is left of a cancelled one. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../shared/contract/exports';
import { type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { collectFiles, exportLosses } from '../export-files';
import { fillTellingly } from '../loss/testing/telling-notebook';
import { writeExport } from '../write-export';

let notebook: TemporaryNotebook;

beforeAll(() => {
  notebook = temporaryNotebook();
  fillTellingly(notebook);
});
afterAll(() => notebook.remove());

const write = (format: ExportFormat, name: string, texts = true, cancelled = () => false) => {
  const path = join(notebook.folder, name);
  const request = { format, scope: { kind: 'everything' } as const, options: { texts }, path };
  return writeExport(notebook.db, request, { progress: () => {}, cancelled });
};

/** Names of all files below a folder, with `/`. */
function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
const hashOf = (path: string, algorithm: string) =>
  createHash(algorithm).update(readFileSync(path)).digest('hex');

describe('BagIt', () => {
  it('is a bag whose every file has the hashes of its manifests', async () => {
    const { path, files } = await write('bagit', 'bag');
    expect(files.map((file) => relative(path, file).replaceAll('\\', '/')).sort()).toEqual(namesIn(path));
    expect(readFileSync(join(path, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    const payload = namesIn(path).filter((name) => name.startsWith('data/'));
    for (const algorithm of ['sha256', 'sha512']) {
      const lines = readFileSync(join(path, `manifest-${algorithm}.txt`), 'utf8')
        .trimEnd()
        .split('\n');
      const listed = new Map(lines.map((line) => line.split('  ').reverse() as [string, string]));
      expect([...listed.keys()].sort()).toEqual(payload);
      for (const [name, hash] of listed) expect(hashOf(join(path, name), algorithm)).toBe(hash);
    }
    const bytes = payload.reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
    const info = readFileSync(join(path, 'bag-info.txt'), 'utf8');
    expect(info).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`);
    expect(info).toMatch(/External-Description: This format does not keep: .*2 earlier states of texts/);
  });

  it('leaves out the texts when it is told to', async () => {
    const { path } = await write('bagit', 'bag-without', false);
    const names = namesIn(path);
    expect(names.some((name) => /originals|texts/.test(name))).toBe(false);
    for (const name of names) expect(readFileSync(join(path, name), 'utf8')).not.toContain('Tkfulltext');
    expect(readFileSync(join(path, 'data/annotations.jsonld'), 'utf8')).toContain('Tkquote');
  });
});

describe('RO-Crate', () => {
  it('describes every file that is there, with its hash, and refers to nothing that is not', async () => {
    const { path } = await write('ro-crate', 'crate');
    const { '@graph': graph } = JSON.parse(readFileSync(join(path, 'ro-crate-metadata.json'), 'utf8')) as {
      '@graph': Record<string, unknown>[];
    };
    const byId = new Map(graph.map((entity) => [entity['@id'] as string, entity]));
    expect(byId.size).toBe(graph.length);
    const files = graph.filter((entity) => entity['@type'] === 'File');
    const names = files.map((file) => decodeURIComponent(file['@id'] as string)).sort();
    expect(names).toEqual(namesIn(path).filter((name) => name !== 'ro-crate-metadata.json'));
    for (const file of files)
      expect(hashOf(join(path, decodeURIComponent(file['@id'] as string)), 'sha256')).toBe(file['sha256']);
    const refers = JSON.stringify(graph).matchAll(/\{"@id":"([^"]+)"\}/g);
    for (const [, id = ''] of refers)
      expect([id, byId.has(id) || id.startsWith('https://w3id.org/')]).toEqual([id, true]);
    expect(byId.get('./')).toMatchObject({ '@type': 'Dataset', name: 'Test', license: { '@id': '#rights' } });
  });
});

describe('writing a folder', () => {
  it('leaves nothing when it is cancelled', async () => {
    let asked = 0;
    const cancelled = () => ++asked > 25;
    await expect(write('bagit', 'cancelled', true, cancelled)).rejects.toThrow(/cancelled/);
    expect(readdirSync(notebook.folder).filter((name) => name.startsWith('cancelled'))).toEqual([]);
    asked = 0;
    await expect(write('w3c', 'cancelled.jsonld', true, () => ++asked > 12)).rejects.toThrow(/cancelled/);
    expect(readdirSync(notebook.folder).filter((name) => name.startsWith('cancelled'))).toEqual([]);
  });

  it('does not touch a folder with files in it', async () => {
    mkdirSync(join(notebook.folder, 'full'));
    writeFileSync(join(notebook.folder, 'full', 'own.txt'), 'mine');
    await expect(write('csv', 'full')).rejects.toMatchObject({ code: 'conflict' });
    expect(namesIn(join(notebook.folder, 'full'))).toEqual(['own.txt']);
    expect(existsSync(join(notebook.folder, 'full.partial'))).toBe(false);
  });
});

describe('the whole notebook as JSON', () => {
  it('says so when it has no captured files, and what is made of it has none', async () => {
    const request = { format: 'notebook-json', scope: { kind: 'everything' } } as const;
    const originals = (text: string) =>
      (JSON.parse(text) as { articles: { originals: { bytes?: string | null }[] }[] }).articles.flatMap(
        (article) => article.originals,
      );
    const [whole] = await collectFiles(notebook.db, request);
    const pieces = String(whole?.data);
    expect(originals(pieces).some(({ bytes }) => (bytes ?? '') !== '')).toBe(true);
    const options = { files: false };
    const [file] = await collectFiles(notebook.db, { ...request, options });
    const without = String(file?.data);
    expect(without).toContain('"capturedFiles": false');
    expect(originals(without).every(({ bytes }) => bytes === undefined)).toBe(true);
    const lost = exportLosses(notebook.db, { ...request, options }).map(({ feature }) => feature);
    expect(lost).toEqual(['original-files']);
    expect(exportLosses(notebook.db, request)).toEqual([]);
  });
});
