import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { collectFiles, exportLosses } from '../export-files';
import { fillTellingly } from '../loss/testing/telling-notebook';

let notebook: TemporaryNotebook;
let scopes: Readonly<Record<'article' | 'entity' | 'event' | 'note', string>>;

beforeAll(() => {
  notebook = temporaryNotebook();
  const { articles, entities, events, notes } = fillTellingly(notebook);
  const first = (things: readonly { readonly id: string }[]) => things[0]?.id ?? '';
  const marked = articles.find(({ title }) => title === 'Tktitle');
  scopes = {
    article: marked?.id ?? first(articles),
    entity: first(entities),
    event: first(events),
    note: first(notes),
  };
});
afterAll(() => notebook.remove());

const templates = ['Whole report', 'Quotations', 'Events and accounts'] as const;

describe('what a report of a part loses', () => {
  it.each(['article', 'entity', 'event', 'note'] as const)('is not in it: %s', async (kind) => {
    const scope = { kind, id: scopes[kind] };
    for (const template of templates) {
      const request = { format: 'markdown', scope, options: { template } } as const;
      const [file] = await collectFiles(notebook.db, request);
      // What is lost is told by its number at the head; the words themselves are what is looked for.
      const words = String(file?.data).replaceAll('\\', '');
      const lost = exportLosses(notebook.db, request).filter(({ handling }) => handling === 'lost');
      const has = (feature: string) => lost.some((loss) => loss.feature === feature);
      if (has('comments')) expect(words).not.toContain('Tkcomment');
      else expect(words).toMatch(/Tkcomment|^# Tk(?!title)/);
      if (has('events')) expect(words).not.toMatch(/^#+ Tkevent/m);
      if (has('notes')) expect(words).not.toMatch(/^#+ Tknote/m);
    }
  });

  it('is said in the file, and nothing is where nothing is lost', async () => {
    const scope = { kind: 'article', id: scopes.article } as const;
    const [file] = await collectFiles(notebook.db, { format: 'html', scope });
    expect(String(file?.data)).toMatch(/What this file does not keep[\s\S]*1 whole text of an article/);
    const all = exportLosses(notebook.db, { format: 'html', scope, options: { texts: true } });
    expect(all.some(({ feature, handling }) => feature === 'article-texts' && handling === 'lost')).toBe(
      false,
    );
  });
});
