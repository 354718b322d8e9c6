import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportPool, type ImportPool, type ReadDocument } from './import-pool';

let folder = '';
let workerFile = '';
const pools: ImportPool[] = [];

/** The worker as the program has it: bundled, because a thread cannot load TypeScript. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-pool-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve(__dirname, '../../..'),
    ssr: { noExternal: true },
    build: {
      ssr: resolve(__dirname, 'import-worker.ts'),
      outDir: folder,
      target: 'node18',
      rollupOptions: {
        external: ['better-sqlite3'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  });
  workerFile = join(folder, 'import-worker.cjs');
  writeFileSync(join(folder, 'failing-worker.cjs'), failingWorker);
}, 120_000);

/** The same worker, but two sources make it hang and end: what a document that defeats every limit would do. */
const failingWorker = `
  const { parentPort } = require('node:worker_threads');
  let works = false;
  parentPort.on('message', (call) => {
    if (call.job?.request.source === 'hang') for (;;);
    if (call.job?.request.source === 'end') process.exit(1);
    if (works) return;
    works = true;
    require('./import-worker.cjs');
    parentPort.emit('message', call);
  });
`;

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  rmSync(folder, { recursive: true, force: true });
});

function makePool(options: Parameters<typeof createImportPool>[1] = {}, worker = workerFile): ImportPool {
  const pool = createImportPool(worker, options);
  pools.push(pool);
  return pool;
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
describe('import pool', () => {
  it('reads a file and gives its bytes back', async () => {
    const path = file('a.txt', 'Two Bridges Closed\n\nThe mayor said so.');
    const { document, bytes } = await makePool().importFile(path);
    expect(document.metadata.title).toBe('Two Bridges Closed');
    expect(document.original).toMatchObject({ source: path, byteLength: bytes.byteLength });
    expect(Date.parse(document.original.capturedAt)).toBeGreaterThan(0);
    expect(new TextDecoder().decode(bytes)).toContain('The mayor');
  });

  it('reads bytes as the user says', async () => {
    const request = {
      bytes: Uint8Array.from([0xd4, 0xc1, 0xcb]),
      source: 'clipboard:',
      mediaType: 'text/plain',
      encoding: 'koi8-u',
    };
    const { document } = await makePool().importBytes(request);
    expect(document.text).toBe('так');
    expect(request.bytes.byteLength).toBe(3);
  });

  it('answers many at once, each its own, good and bad', async () => {
    const pool = makePool({ size: 2 });
    const names = Array.from({ length: 12 }, (_, at) => `many-${at}.txt`);
    const results = await Promise.allSettled([
      ...names.map((name) => pool.importFile(file(name, `Words of ${name}`))),
      pool.importFile(join(folder, 'gone.txt')),
      pool.importFile(folder),
      pool.importFile(file('empty.txt', '')),
    ]);
    const texts = results.map((result) =>
      result.status === 'fulfilled' ? result.value.document.text : String(result.reason.code),
    );
    expect(texts).toEqual([
      ...names.map((name) => `Words of ${name}`),
      'file-missing',
      'import-refused',
      'import-refused',
    ]);
  });

  it('refuses what takes too long or ends the worker, and goes on', async () => {
    const pool = makePool({ timeoutMs: 4000 }, join(folder, 'failing-worker.cjs'));
    const read = (source: string): Promise<ReadDocument> =>
      pool.importBytes({ bytes: bytesOf('words'), source });
    const [hanging, ending, good] = await Promise.allSettled([read('hang'), read('end'), read('a.txt')]);
    expect(hanging).toMatchObject({
      reason: { code: 'import-refused', message: expect.stringMatching(/too long/) },
    });
    expect(ending).toMatchObject({
      reason: { code: 'import-refused', message: expect.stringMatching(/stopped/) },
    });
    expect(good).toMatchObject({ value: { document: { text: 'words' } } });
  });

  it('cancels what runs and what waits, and can be used again', async () => {
    const pool = makePool({}, join(folder, 'failing-worker.cjs'));
    const sources = ['hang', 'a.txt', 'b.txt'];
    const settled = Promise.allSettled(
      sources.map((source) => pool.importBytes({ bytes: bytesOf('words'), source })),
    );
    await pool.cancel();
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    }
    expect((await pool.importBytes({ bytes: bytesOf('after'), source: 'a.txt' })).document.text).toBe(
      'after',
    );
  });

  it('takes nothing once it is closed', async () => {
    const pool = makePool();
    await pool.close();
    await expect(pool.importFile('/a.txt')).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('outlives a worker that cannot start', async () => {
    const pool = createImportPool(join(folder, 'no-such-worker.cjs'));
    await expect(pool.importBytes({ bytes: bytesOf('a'), source: 'a.txt' })).rejects.toMatchObject({
      code: 'import-refused',
    });
    await pool.close();
  });
});
