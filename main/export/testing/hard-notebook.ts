/** A notebook whose every word is hard on some syntax, beside one of each feature: for tests of formats. */
import { afterAll, beforeAll } from 'vitest';
import type { ExportFormat } from '../../../shared/contract/exports';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { collectFiles, type WholeFile } from '../export-files';
import { fillTellingly } from '../loss/testing/telling-notebook';

/** Hard on XML, JSON, HTML, TeX, spreadsheets, calendars. */
export const hard = `=1+1 "<b>&amp;'</b>" \\{%$#_^~} a,b;c | 👩‍👩‍👧 e\u0301 שלום ]]> _x0041_ – ${'long '.repeat(30)}end`;

/** In which, it is said, somebody was not. */
export const deniedRole = 'never the commander';

/** To be removed by the caller. */
export function hardNotebook(): TemporaryNotebook {
  const notebook = temporaryNotebook();
  fillTellingly(notebook);
  const { run } = notebook;
  const place = run('createEntity', { kind: 'place', actorKind: '', name: hard }).id;
  const point = { latitude: -12.5, longitude: 179.25, radiusKm: null, source: hard };
  run('updateEntity', { id: place, point, description: `two\nlines` });
  const actor = run('createEntity', { kind: 'actor', actorKind: 'person', name: hard }).id;
  run('addEntityRelation', {
    fromId: actor,
    toId: place,
    type: hard,
    date: { edtf: '2001-02-03/2002-03-04', words: '' },
  });
  const event = run('createEvent', {
    title: hard,
    typeId: null,
    date: { edtf: '2022-12-31/2023-01-02', words: hard },
    placeId: place,
  }).id;
  run('addParticipation', { eventId: event, actorId: actor, role: hard, annotationId: null });
  run('addAccount', {
    eventId: event,
    fact: 'participant',
    key: deniedRole,
    value: { kind: 'entity', entityId: actor },
    mode: 'denies',
    evidence: [],
  });
  for (const edtf of [
    '2022',
    '2022-05~',
    '2022-21',
    '../2022-05',
    '{2022,2023}',
    '-0044-03-15',
    '2022-05-03?',
  ])
    run('createEvent', { title: edtf, typeId: null, date: { edtf, words: '' }, placeId: place });
  const words = 'An article with a hard title and <b>hard</b> & "quoted" words.';
  const on = notebook.capture(words);
  const parts = [rangeOf(words, '<b>hard</b> & "quoted"')];
  run('annotate', { on: { ...on, parts }, comment: hard, events: [{ id: event }] });
  const article = on.articleId;
  const published = { edtf: '1999-05~', words: hard };
  run('updateArticle', {
    id: article,
    set: { title: hard, authors: [hard, 'Dow Jones & Co.'], published },
  });
  const monthly = notebook.capture('An article of some day in May.').articleId;
  run('updateArticle', { id: monthly, set: { title: 'Monthly', published: { edtf: '1999-05', words: '' } } });
  return notebook;
}

/** Makes the notebook for the tests of a file; answers what an export of all of it writes. */
export function hardExports(): (format: ExportFormat) => Promise<WholeFile[]> {
  let notebook: TemporaryNotebook;
  beforeAll(() => {
    notebook = hardNotebook();
  });
  afterAll(() => notebook.remove());
  return (format) => collectFiles(notebook.db, { format, scope: { kind: 'everything' } });
}
