/** A vault as Obsidian reads it: every link leads to a note, and to a block that is there, whatever things are called. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../../../store/core/temporary-notebook';
import { collectFiles } from '../../export-files';
import { fillTellingly } from '../../loss/testing/telling-notebook';

const oddNames = ['CON', 'con', 'a|b [c] #d ^e', 'שלום / عالم 🚢', '凯萨：“引号”', 'ends. ', '%%x%% ==y=='];

let notebook: TemporaryNotebook;
beforeAll(() => {
  notebook = temporaryNotebook();
  const { articles, entities, events, notes } = fillTellingly(notebook);
  const name = (at: number) => oddNames[at % oddNames.length] ?? '';
  for (const [at, { id }] of entities.entries()) notebook.run('updateEntity', { id, name: name(at) });
  for (const [at, { id }] of events.entries()) notebook.run('updateEvent', { id, title: name(at + 2) });
  for (const [at, { id }] of articles.entries())
    notebook.run('updateArticle', { id, set: { title: name(at + 1) } });
  for (const [at, { id }] of notes.entries()) {
    const { content } = notebook.ask('getNote', { id });
    notebook.run('saveNote', { id, title: name(at + 3), content });
  }
});
afterAll(() => notebook.remove());

const link = /(?<!\\)!?\[\[([^\]|\\]+)(?:\\?\|[^\]]*)?\]\]/g;

it.each([true, false])('has no link that leads nowhere, with texts: %s', async (texts) => {
  const request = { format: 'obsidian', scope: { kind: 'everything' }, options: { texts } } as const;
  const files = await collectFiles(notebook.db, request, 'vault');
  const notes = new Map(files.map(({ name, data }) => [name, String(data)]));
  const dead: string[] = [];
  let count = 0;
  for (const [from, words] of notes)
    for (const [, target = ''] of from.endsWith('.md') ? words.matchAll(link) : []) {
      const [path = '', block] = target.split('#');
      const note = notes.get(path === '' ? from : `${path}.md`) ?? notes.get(path);
      count += 1;
      if (note === undefined) dead.push(`${from}: ${target}`);
      else if (block?.startsWith('^') && !note.split('\n').some((line) => ` ${line}`.endsWith(` ${block}`)))
        dead.push(`${from}: ${target} (no such block)`);
    }
  expect(dead).toEqual([]);
  expect(count).toBeGreaterThan(10);
  const folded = [...notes.keys()].map((name) => name.normalize('NFC').toLowerCase());
  expect(new Set(folded).size).toBe(folded.length);
});
