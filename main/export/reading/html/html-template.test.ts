import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../../../store/core/temporary-notebook';
import { collectFiles } from '../../export-files';

let notebook: TemporaryNotebook;
beforeAll(() => {
  notebook = temporaryNotebook();
});
afterAll(() => notebook.remove());

it('gives each paragraph, list and table of a note its own direction, its headings below the note’s', async () => {
  const content =
    '<h1>שאלות</h1><ul><li>ראשון</li></ul><p>Four numbers.</p><ul><li>first</li></ul><table><tr><td><p>שעה</p></td></tr></table>';
  const { id } = notebook.run('createNote', { title: 'פתק', content });
  const [file] = await collectFiles(notebook.db, { format: 'html', scope: { kind: 'note', id } });
  const html = String(file?.data);
  for (const drawn of [
    '<h4 dir="auto">שאלות</h4>',
    '<p dir="auto">Four numbers.</p>',
    '<ul dir="rtl"><li',
    '<ul><li dir="auto">first',
    '<table dir="rtl">',
  ])
    expect(html).toContain(drawn);
});
