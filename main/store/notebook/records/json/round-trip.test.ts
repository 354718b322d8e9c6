import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpRows } from '../../../core/dump-notebook';
import { type TemporaryNotebook, temporaryNotebook } from '../../../core/temporary-notebook';
import { answer, openSession } from '../../../worker/session';
import { restoreNotebook } from '../incoming/open-incoming';
import { fillRichly, runSteps, steps } from '../testing/made-notebook';
import { notebookSchema } from './json-schema';
import { notebookJson } from './notebook-json';

const madeAt = '2026-01-01T00:00:00.000Z';
const jsonOf = (notebook: TemporaryNotebook, bytes = true): string =>
  [...notebookJson(notebook.db, { bytes, madeAt })].join('');

let template: TemporaryNotebook;
let made = 0;
beforeAll(() => {
  template = temporaryNotebook();
  fillRichly(template);
});
afterAll(() => template.remove());

/** What a notebook made of the JSON holds, and what its check finds. */
function restored(json: string): {
  readonly json: string;
  readonly rows: string[];
  readonly findings: unknown;
} {
  const from = join(template.folder, `${++made}.json`);
  const path = join(template.folder, `${made}.casebook`);
  writeFileSync(from, json);
  restoreNotebook(from, path);
  const session = openSession(path, true);
  try {
    const rows = dumpRows(session.reader, ['trash', 'search_history', 'saved_search']);
    const again = [...notebookJson(session.reader, { bytes: true, madeAt })].join('');
    return { json: again, rows, findings: answer(session, 'checkNotebook', {}).findings };
  } finally {
    session.close();
  }
}

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(notebookSchema());

describe('the JSON of a whole notebook', () => {
  it('says what its schema says, with captured files and without', () => {
    for (const bytes of [true, false]) {
      const value: unknown = JSON.parse(jsonOf(template, bytes));
      expect(validate(value), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    }
    const whole = JSON.parse(jsonOf(template)) as Record<string, unknown[]>;
    for (const name of Object.keys(whole))
      if (name !== 'drafts')
        expect({ name, empty: whole[name]?.length === 0 }).toEqual({ name, empty: false });
    expect(validate({ ...whole, more: [] })).toBe(false);
    expect(validate({ ...whole, tags: [{ id: 'x' }] })).toBe(false);
  });

  it('has the schema that the documents have (npm run schema)', () => {
    expect(JSON.parse(readFileSync('docs/formats/notebook.schema.json', 'utf8'))).toEqual(notebookSchema());
  });

  it('makes the same notebook again', () => {
    const json = jsonOf(template);
    const again = restored(json);
    expect(again.json).toBe(json);
    expect(again.rows).toEqual(dumpRows(template.db, ['trash', 'search_history', 'saved_search']));
    expect(again.findings).toEqual([]);
  });

  it('makes the same notebook again after any commands', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const notebook = temporaryNotebook();
        try {
          fillRichly(notebook);
          runSteps(notebook, given);
          const json = jsonOf(notebook);
          expect(validate(JSON.parse(json))).toBe(true);
          const again = restored(json);
          expect(again.json).toBe(json);
          expect(again.findings).toEqual([]);
        } finally {
          notebook.remove();
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('is the same however its lines and spaces are', () => {
    const json = jsonOf(template);
    expect(restored(JSON.stringify(JSON.parse(json), null, 3)).json).toBe(json);
  });
});

describe('a file that is refused', () => {
  type Change = (whole: Record<string, any[]>) => unknown; // oxlint-disable-line typescript/no-explicit-any -- spoils any place
  const spoilt = (change: Change): string => {
    const whole = JSON.parse(jsonOf(template)) as Record<string, never[]>;
    change(whole);
    return JSON.stringify(whole);
  };
  it.each<[string, Change, RegExp]>([
    ['another format', (w) => Object.assign(w, { format: 'x' }), /not a notebook of Casebook/],
    ['a later version', (w) => Object.assign(w, { version: 2 }), /has version 2/],
    ['an unknown list', (w) => Object.assign(w, { spies: [1] }), /“spies” is not known/],
    ['a missing field', (w) => delete w['tags']?.[0].name, /tags, number 1, name: it is missing/],
    ['an unknown field', (w) => Object.assign(w['tags']?.[0], { x: 1 }), /tags, number 1: “x” is not known/],
    [
      'a script',
      (w) => Object.assign(w['notes']?.[0], { content: '<p></p><script></script>' }),
      /notes, number 1, content/,
    ],
    [
      'another text',
      (w) => Object.assign(w['articles']?.[0].revisions[0], { text: 'Another' }),
      /revisions, number 1: its text is not/,
    ],
    [
      'other bytes',
      (w) => Object.assign(w['articles']?.[0].originals[0], { bytes: 'AAAA' }),
      /its bytes are not those/,
    ],
    [
      'a reference to nothing',
      (w) => Object.assign(w['annotations']?.[0], { articleId: 'none' }),
      /not known|refers to/,
    ],
    [
      'a place outside of the text',
      (w) => Object.assign(w['annotations']?.[0].anchors[0], { end: 99_999 }),
      /outside of the text/,
    ],
    [
      'a wrong kind',
      (w) => Object.assign(w['entities']?.[0], { kind: 'ghost' }),
      /entities, number 1, kind: "ghost"/,
    ],
  ])('for %s', (_, change, why) => {
    expect(() => restored(spoilt(change))).toThrow(why);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"format": "casebook-notebook", "version": 1, "tags": [{"id": "a"'],
    ['words', 'Dear diary'],
    ['brackets', `{"format": ${'['.repeat(5000)}`],
  ])('with %s in it', (_, json) => {
    expect(() => restored(json)).toThrow(/not whole JSON/);
  });
});
