import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, execute, openSession } from '../../store/worker/session';
import { runCli } from '../run-cli';
import { readMapping } from './read-mapping';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-cli-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}

interface Report {
  readonly code: number;
  readonly imported: number;
  readonly items: readonly { readonly outcome: string; readonly title: string; readonly message: string }[];
}

async function run(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const stdout = { write: (words: string) => (said.out += words) };
  const stderr = { write: (words: string) => (said.err += words) };
  return { code: await runCli(argv, { stdout, stderr, cwd: folder }), ...said };
}

async function bring(...argv: readonly string[]): Promise<Report> {
  const { code, out, err } = await run('import', ...argv, '--json');
  if (out === '') throw new Error(err);
  return { code, ...(JSON.parse(out) as Omit<Report, 'code'>) };
}

const everyArticle = {
  filter: '',
  tagId: null,
  show: 'all',
  sort: 'title',
  descending: false,
  offset: 0,
  limit: 9,
} as const;

const words = 'The ferry left at dawn, and nobody on the pier could say who had ordered it.';

describe('casebook import', () => {
  it('rehearses on a copy and writes nothing', async () => {
    await run('new', 'a.casebook');
    write('in/a.txt', words);
    expect(await bring('a.casebook', 'in', '--dry-run')).toMatchObject({ dryRun: true, imported: 1 });
    expect(await bring('a.casebook', 'in')).toMatchObject({ dryRun: false, imported: 1, known: 0 });
    expect(await bring('a.casebook', 'in', '--dry-run')).toMatchObject({ imported: 0, known: 1 });
  });

  it('takes the columns of a table as they are said', async () => {
    await run('new', 'a.casebook');
    write('t.csv', `x,y,z\n"${words}",One,nothing\n"${words} Again.",Two,\n`);
    const { items, code } = await bring('a.casebook', 't.csv', '--mapping', 'text,title,-');
    expect({ code, titles: items.map(({ title }) => title) }).toEqual({ code: 0, titles: ['One', 'Two'] });
    expect((await run('import', 'a.casebook', 't.csv', '--mapping', 'words')).code).toBe(2);
  });

  it('says how far it is a few times, and of each file only what needs a word', async () => {
    await run('new', 'a.casebook');
    for (let number = 0; number < 60; number++) write(`in/${number}.txt`, `${words} ${number}`);
    write('in/t.csv', `title,text\nOne,"${words}"\nTwo,\n`);
    const { err, out } = await run('import', 'a.casebook', 'in');
    const said = err.trimEnd().split('\n');
    const progress = said.filter((line) => /^\d+\/61 /.test(line));
    expect(progress.length).toBeLessThanOrEqual(20);
    expect(progress[0]).toMatch(/^1\/61 /);
    expect(said.slice(progress.length)).toEqual([
      `refused: ${join(folder, 'in/t.csv')} (Row 3): This row has no text.`,
      '61 imported, 0 newer captures, 0 there already, 1 refused.',
    ]);
    expect(out.trimEnd().split('\n')).toHaveLength(62);
  });

  it('merges another notebook, once', async () => {
    await run('new', 'a.casebook');
    await run('new', 'b.casebook');
    await bring('b.casebook', write('b.txt', words));
    const { items } = await bring('a.casebook', 'b.casebook');
    expect(items).toMatchObject([{ outcome: 'imported', title: 'b' }]);
    expect((await bring('a.casebook', 'b.casebook')).items).toMatchObject([{ outcome: 'known' }]);
    const broken = await bring('a.casebook', write('c.casebook', 'no notebook'));
    expect(broken).toMatchObject({ code: 1, refused: 1 });
    expect((await run('import', 'a.casebook', 'b.casebook', '--prefer', 'mine')).code).toBe(2);
  });
});

describe('casebook import of another notebook', () => {
  /** Two notebooks with the same article under two titles. */
  async function twoTitles(): Promise<void> {
    await run('new', 'a.casebook');
    await bring('a.casebook', write('a.txt', words));
    copyFileSync(join(folder, 'a.casebook'), join(folder, 'b.casebook'));
    for (const name of ['a', 'b']) {
      const session = openSession(join(folder, `${name}.casebook`));
      const [article] = answer(session, 'listArticles', everyArticle).rows;
      execute(session, 'updateArticle', { id: article?.id ?? '', set: { title: `Title of ${name}` } });
      session.close();
    }
  }

  const titles = async (): Promise<string> => (await run('list', 'a.casebook', 'articles', '--json')).out;

  it('lists what differs in a rehearsal, leaves ours, and takes theirs where that is preferred', async () => {
    await twoTitles();
    const said = 'ours “Title of a”, theirs “Title of b”';
    const rehearsed = await run('import', 'a.casebook', 'b.casebook', '--dry-run', '--prefer', 'theirs');
    expect(rehearsed.err + rehearsed.out).toContain(`title: ${said}; theirs is taken`);
    expect(await titles()).toContain('Title of a');
    const kept = await bring('a.casebook', 'b.casebook');
    expect(kept.items).toMatchObject([{ outcome: 'known', message: '1 difference left as it is here.' }]);
    expect(await titles()).toContain('Title of a');
    expect((await bring('a.casebook', 'b.casebook', '--prefer', 'theirs')).items).toMatchObject([
      { outcome: 'imported', message: '1 of their differences taken.' },
    ]);
    expect(await titles()).toContain('Title of b');
    expect((await bring('a.casebook', 'b.casebook', '--prefer', 'theirs')).items).toMatchObject([
      { outcome: 'known', message: 'All of it is here.' },
    ]);
  });

  it('refuses the notebook itself, by whatever name', async () => {
    await run('new', 'a.casebook');
    symlinkSync(join(folder, 'a.casebook'), join(folder, 'link.casebook'));
    for (const name of ['a.casebook', 'link.casebook'])
      expect((await bring('a.casebook', name)).items).toMatchObject([
        { outcome: 'refused', message: 'This is the notebook that is open.' },
      ]);
  });
});

describe('readMapping', () => {
  const at = (name: string) => join(folder, name);

  it('reads columns and settings, also from a file', () => {
    const mapping = {
      sheet: 'News',
      hasHeadings: false,
      columns: ['title', null, 'text'],
      dateOrder: 'day-first',
    };
    const said = 'title, -, text; sheet=News; headings=no; dates=day-first';
    expect(readMapping(said, at)).toEqual(mapping);
    write('m.txt', `${said}\n`);
    expect(readMapping('@m.txt', at)).toEqual(mapping);
    expect(readMapping(undefined, at)).toBeUndefined();
  });

  it('says what is not understood', () => {
    expect(() => readMapping('body', at)).toThrow(/body/);
    expect(() => readMapping('text;dates=later', at)).toThrow(/day-first/);
    expect(() => readMapping('text;colour=red', at)).toThrow(/colour/);
  });
});
