import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../run-cli';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-prove-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function casebook(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io = {
    stdout: { write: (words: string) => (said.out += words) },
    stderr: { write: (words: string) => (said.err += words) },
    cwd: folder,
  };
  return { code: await runCli(argv, io), ...said };
}

const prose = 'The ferry left at dawn with forty people.\n\nNobody saw who cut the rope. 🚢\n';
const verify = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['verifier/verify.mjs', ...args], { encoding: 'utf8' });

async function annotated(): Promise<string> {
  writeFileSync(join(folder, 'ferry.txt'), prose);
  await casebook('new', 'a.casebook', '--title', 'Ferry');
  await casebook('import', 'a.casebook', 'ferry.txt');
  const [article] = JSON.parse((await casebook('list', 'a.casebook', 'articles', '--json')).out) as {
    id: string;
  }[];
  const target = { selector: { type: 'TextQuoteSelector', exact: 'forty people' } };
  const body = {
    type: 'SpecificResource',
    purpose: 'identifying',
    source: { type: 'schema:Event', name: 'Sinking' },
  };
  writeFileSync(
    join(folder, 'notes.jsonld'),
    JSON.stringify([{ id: 'urn:a:1', type: 'Annotation', body, target }]),
  );
  const id = article?.id ?? '';
  expect((await casebook('annotate', 'a.casebook', '--article', id, '--from', 'notes.jsonld')).code).toBe(0);
  return id;
}

it('makes a notebook again, merges one after a rehearsal, writes a dossier and proves what it hides', async () => {
  const article = await annotated();
  await casebook('export', 'a.casebook', '--format', 'notebook-json', '--out', 'a.json');
  expect((await casebook('new', 'b.casebook', '--from', 'a.json')).code).toBe(0);
  await casebook('export', 'b.casebook', '--format', 'notebook-json', '--out', 'b.json');
  const json = (name: string) => readFileSync(join(folder, name), 'utf8').replace(/"madeAt": .*\n/, '');
  expect(json('b.json')).toBe(json('a.json'));

  writeFileSync(
    join(folder, 'theirs.json'),
    json('a.json')
      .replace('"version": 1,', '"version": 1,\n"madeAt": "2026-01-01T00:00:00Z",')
      .replaceAll('Sinking', 'The sinking'),
  );
  const rehearsed = await casebook('import', 'b.casebook', 'theirs.json', '--dry-run');
  expect(rehearsed.err).toContain(
    'differs: Sinking, title: ours “Sinking”, theirs “The sinking”; ours stays',
  );
  expect((await casebook('list', 'b.casebook', 'events')).out).not.toContain('The sinking');
  expect((await casebook('import', 'b.casebook', 'theirs.json', '--prefer', 'theirs')).code).toBe(0);
  expect((await casebook('list', 'b.casebook', 'events')).out).toContain('The sinking');
  expect((await casebook('check', 'b.casebook')).code).toBe(0);

  const dossier = join(folder, 'dossier');
  const written = await casebook(
    'export',
    'a.casebook',
    '--format',
    'dossier',
    '--out',
    'dossier',
    '--redact',
    `${article}:quotations:unnamed`,
  );
  expect([written.code, written.err]).toMatchObject([0, expect.stringContaining('Wrote')]);
  expect(verify(dossier)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Checked: 1 quotations') as unknown,
  });
  const proved = await casebook(
    'prove',
    'a.casebook',
    '--dossier',
    'dossier',
    '--article',
    article,
    '--out',
    'proof.json',
  );
  expect(proved.code).toBe(0);
  const proof = join(folder, 'proof.json');
  expect(verify(dossier, '--proof', proof).stdout).toContain('the proof of source s1 holds');
  writeFileSync(proof, readFileSync(proof, 'utf8').replace('dawn', 'dusk'));
  expect(verify(dossier, '--proof', proof)).toMatchObject({ status: 1 });
  expect(
    (await casebook('prove', 'a.casebook', '--dossier', 'dossier', '--article', 'none', '--out', 'x')).code,
  ).toBe(1);
  expect(
    (await casebook('export', 'a.casebook', '--format', 'dossier', '--out', 'd', '--redact', article)).code,
  ).toBe(2);
}, 60_000);
