import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, createSession, execute, openSession } from '../../worker/session';
import { toCasebookError } from '../errors';
import { countOf, rawDatabase } from '../sql';
import { newestVersion } from './migrate';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
  path = join(folder, 'notes.casebook');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withCode = (code: string) => expect.objectContaining({ name: 'CasebookError', code });

/** A closed notebook with some pages in it. */
function makeNotebook(): void {
  const session = createSession(path, 'Notes');
  for (let index = 0; index < 40; index++)
    execute(session, 'createNote', { title: `Note ${index}`, content: `<p>${'words '.repeat(300)}</p>` });
  session.close();
}

function overwrite(offset: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

function setPragma(pragma: string): void {
  const raw = new Database(path);
  raw.pragma(pragma);
  raw.close();
}

describe('a file that is no whole notebook of ours', () => {
  it.each([
    [
      'words',
      'Dear diary, this is not a database but it is long enough to have a header. '.repeat(10),
      'notebook-damaged',
    ],
    ['nothing', '', 'notebook-damaged'],
  ])('with %s in it is named', (_, content, code) => {
    writeFileSync(path, content);
    expect(() => openSession(path)).toThrow(withCode(code));
    expect(() => openSession(path, true)).toThrow(withCode(code));
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect(readdirSync(folder)).toEqual(['notes.casebook']);
  });

  it('of another program is named and left alone', () => {
    const raw = new Database(path);
    raw.exec('CREATE TABLE other (a)');
    raw.close();
    const before = readFileSync(path);
    expect(() => openSession(path)).toThrow(withCode('notebook-foreign'));
    expect(readFileSync(path)).toEqual(before);
  });

  it('of a later program is named and left alone', () => {
    makeNotebook();
    setPragma(`user_version = ${newestVersion + 1}`);
    const before = readFileSync(path);
    expect(() => openSession(path)).toThrow(withCode('notebook-newer'));
    expect(() => openSession(path, true)).toThrow(withCode('notebook-newer'));
    expect(readFileSync(path)).toEqual(before);
  });

  it('with a destroyed header is named', () => {
    makeNotebook();
    overwrite(0, Buffer.alloc(200, 7));
    expect(() => openSession(path)).toThrow(withCode('notebook-damaged'));
  });

  it('that was cut off is named, at the latest by the check', () => {
    makeNotebook();
    truncateSync(path, 4096 * 3);
    let found: unknown;
    try {
      const session = openSession(path);
      try {
        answer(session, 'listNotes', { filter: '', offset: 0, limit: 50 });
      } finally {
        session.close();
      }
    } catch (error) {
      found = toCasebookError(error);
    }
    expect(found).toEqual(withCode('notebook-damaged'));
  });

  it('with a damaged page opens as far as it can, and the check says what is wrong', () => {
    makeNotebook();
    const raw = new Database(path, { readonly: true });
    const page = Number(
      raw.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'note_by_modified'`).pluck().get(),
    );
    raw.close();
    overwrite((page - 1) * 4096, Buffer.alloc(4096, 0xa5));
    const session = openSession(path);
    const { findings } = answer(session, 'checkNotebook', {});
    session.close();
    expect(findings.map(({ kind }) => kind)).toContain('file');
  });

  it('is missing, or a folder, or in a folder that is not there', () => {
    expect(() => openSession(path)).toThrow(withCode('file-missing'));
    mkdirSync(path);
    expect(() => openSession(path)).toThrow(withCode('notebook-damaged'));
    expect(() => createSession(join(folder, 'no', 'where.casebook'), 'x')).toThrow(withCode('file-missing'));
  });
});

describe('a notebook', () => {
  it('opens for one writer at a time, and for readers beside it', () => {
    const session = createSession(path, 'Notes');
    expect(() => openSession(path)).toThrow(withCode('notebook-in-use'));
    const reader = openSession(path, true);
    execute(session, 'createNote', { title: 'While it is read' });
    expect(answer(reader, 'listNotes', { filter: '', offset: 0, limit: 5 }).total).toBe(1);
    expect(answer(reader, 'getNotebook', {}).readOnly).toBe(true);
    expect(() => execute(reader, 'createNote', { title: 'No' })).toThrow(withCode('read-only'));
    reader.close();
    session.close();
    const again = openSession(path);
    expect(answer(again, 'getNotebook', {})).toMatchObject({
      title: 'Notes',
      noteCount: 1,
      path,
      readOnly: false,
      undo: null,
    });
    again.close();
  });

  it.skipIf(process.platform === 'win32')('opens for one writer at a time by whatever name', () => {
    makeNotebook();
    const link = join(folder, 'link.casebook');
    symlinkSync(path, link);
    const session = openSession(link);
    expect(() => openSession(path)).toThrow(withCode('notebook-in-use'));
    session.close();
    expect(readdirSync(folder).sort()).toEqual(['link.casebook', 'notes.casebook']);
  });

  it('is one file when it is closed, which a read-only medium can show', () => {
    makeNotebook();
    expect(readdirSync(folder)).toEqual(['notes.casebook']);
    // Bytes 18 and 19 of the header are 2 in WAL mode: such a file cannot be read without writing beside it.
    expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
  });

  it('is not made where there is a file already', () => {
    writeFileSync(path, 'precious');
    expect(() => createSession(path, 'x')).toThrow(withCode('conflict'));
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('keeps nothing of a change that found the disk full, and goes on when there is room again', () => {
    const session = createSession(path, 'Notes');
    const { writer } = session;
    if (!writer) throw new Error('no writer');
    execute(session, 'createNote', { title: 'First' });
    const pages = Number(rawDatabase(writer).pragma('page_count', { simple: true }));
    rawDatabase(writer).pragma(`max_page_count = ${pages}`);
    const args = { title: 'Second', content: `<p>${'many words '.repeat(50_000)}</p>` };
    expect(toCasebookErrorOf(() => execute(session, 'createNote', args))).toEqual(withCode('disk-full'));
    expect(answer(session, 'listNotes', { filter: '', offset: 0, limit: 5 }).total).toBe(1);
    expect(countOf(writer, 'SELECT count(*) FROM temp.change')).toBe(0);
    expect(answer(session, 'getNotebook', {}).undo).toBe('createNote');
    rawDatabase(writer).pragma('max_page_count = 1000000');
    execute(session, 'createNote', args);
    expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
    session.close();
  });

  it('has everything that was acknowledged when the program dies', () => {
    const session = createSession(path, 'Notes');
    execute(session, 'createNote', { title: 'Acknowledged' });
    const copy = join(folder, 'copy.casebook');
    for (const end of ['', '-wal']) {
      if (existsSync(path + end)) writeFileSync(copy + end, readFileSync(path + end));
    }
    session.close();
    const dead = openSession(copy);
    expect(answer(dead, 'listNotes', { filter: '', offset: 0, limit: 5 }).rows).toMatchObject([
      { title: 'Acknowledged' },
    ]);
    dead.close();
  });
});

function toCasebookErrorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return toCasebookError(error);
  }
}
