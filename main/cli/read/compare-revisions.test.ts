import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { runCli } from '../run-cli';

const text = 'With at least 23 people injured in Ostrel, the ferry stopped. Nobody has said who fired.';
let notebook: TemporaryNotebook;
let folder: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'));
});
afterEach(() => {
  notebook.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function casebook(...argv: readonly string[]) {
  const said = { out: '', err: '' };
  const code = await runCli(argv, {
    stdout: { write: (words: string) => (said.out += words) },
    stderr: { write: (words: string) => (said.err += words) },
    cwd: folder,
  });
  return { code, ...said };
}

/** An article whose number was corrected, with evidence on the number and on words that stayed. */
function corrected() {
  const { articleId, revisionId } = notebook.capture(text);
  const annotate = (words: string, title: string) =>
    notebook.run('annotate', {
      on: { articleId, revisionId, parts: [rangeOf(text, words)] },
      events: [{ title, typeId: null, date: null, placeId: null }],
    }).annotationId;
  const changed = annotate('23 people injured', 'Strike on Ostrel');
  annotate('who fired', 'Another event');
  notebook.run('saveRevision', {
    articleId,
    baseRevisionId: revisionId,
    content: `<p>${text.replace('23', '26')}</p>`,
    reason: 'Corrected',
    anchors: [],
  });
  notebook.session.close();
  return { articleId, changed };
}

it('says which evidence changed between two revisions, and what rests on it', async () => {
  const { articleId, changed } = corrected();
  const { code, out } = await casebook('compare', notebook.path, '--article', articleId, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    articleId,
    from: { number: 1 },
    to: { number: 2 },
    changedParagraphs: 1,
    meaning: [
      {
        annotationId: changed,
        state: 'changed',
        from: { words: '23 people injured' },
        to: { words: '26 people injured' },
        resting: [{ kind: 'event', title: 'Strike on Ostrel' }],
      },
    ],
    details: [],
  });
  expect(out).not.toContain('Another event');
  const back = await casebook('compare', notebook.path, '--article', articleId, '--from', '2', '--to', '1');
  expect(back.code).toBe(0);
  expect(back.out).toContain(
    [changed, 'changed', '26 people injured', '23 people injured', 'Strike on Ostrel'].join('\t'),
  );
});

it('refuses revisions that the article does not have', async () => {
  const { articleId } = corrected();
  const none = await casebook('compare', notebook.path, '--article', articleId, '--from', '7');
  expect(none).toMatchObject({ code: 2, out: '' });
  expect(none.err).toContain('no revision 7');
  expect(await casebook('compare', notebook.path)).toMatchObject({ code: 2 });
});
