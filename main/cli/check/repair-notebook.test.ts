import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawDatabase } from '../../store/core/sql';
import { openSession, writerOf } from '../../store/worker/session';
import { runCli } from '../run-cli';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-repair-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function casebook(...argv: readonly string[]): Promise<{ code: number; value: never }> {
  let out = '';
  const stdout = { write: (words: string) => (out += words) };
  const io = { stdout, stderr: { write: () => true }, cwd: folder };
  return { code: await runCli([...argv, '--json'], io), value: JSON.parse(out) as never };
}

async function notebookWith(damage: string): Promise<void> {
  writeFileSync(join(folder, 'talks.txt'), 'Talks in Kyiv.\n\nThey lasted two hours.');
  await casebook('new', 'a.casebook');
  await casebook('import', 'a.casebook', 'talks.txt');
  const session = openSession(join(folder, 'a.casebook'));
  rawDatabase(writerOf(session)).exec(damage);
  session.close();
}

const backups = () => readdirSync(folder).filter((name) => name.endsWith('.bak'));

describe('casebook repair', () => {
  it('says what it would do, does it on a copied notebook, and then has nothing to do', async () => {
    await notebookWith(`UPDATE article SET sort_title = 'z'; DELETE FROM search_item`);
    const { code, value } = await casebook('check', 'a.casebook');
    expect(code).toBe(1);
    expect(value).toMatchObject({ findings: [{ repair: 'derived' }, { repair: 'index' }, {}] });
    const dry = await casebook('repair', 'a.casebook', '--dry-run');
    expect([dry.code, backups()]).toEqual([1, []]);
    expect(dry.value).toMatchObject({ mendable: [{ repair: 'derived' }, {}, {}], left: [] });
    const done = await casebook('repair', 'a.casebook');
    expect(done).toMatchObject({
      code: 0,
      value: { done: [{ repair: 'derived' }, { repair: 'index' }], left: [] },
    });
    expect(backups()).toHaveLength(1);
    expect(await casebook('check', 'a.casebook')).toMatchObject({ code: 0, value: { ok: true } });
    expect(await casebook('repair', 'a.casebook')).toMatchObject({
      code: 0,
      value: { backup: null, done: [] },
    });
    expect(backups()).toHaveLength(1);
  });

  it('leaves what it cannot prove, and says so', async () => {
    await notebookWith(`UPDATE original_bytes SET bytes = x'00'`);
    const said = await casebook('repair', 'a.casebook');
    expect(said).toMatchObject({ code: 1, value: { backup: null, done: [], left: [{ kind: 'hash' }] } });
    expect(backups()).toEqual([]);
  });
});
