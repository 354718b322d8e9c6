import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, openSession } from '../../main/store/worker/session';
import { makeSample } from './make-sample';

const everything = { filter: '', offset: 0, limit: 500 };
const folder = mkdtempSync(join(tmpdir(), 'sample-'));
let session;
const ask = (name, args) => answer(session, name, args);

beforeAll(async () => {
  const path = join(folder, 'sample.casebook');
  await makeSample(path);
  await makeSample(path); // in place of the first
  session = openSession(path, true);
});
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

describe('the sample notebook', () => {
  it('is whole', () => {
    const { findings, anchors, annotations } = ask('checkNotebook', {});
    expect(findings).toEqual([]);
    expect(annotations).toBeGreaterThanOrEqual(40);
    expect(anchors).toMatchObject({ orphan: 1 });
    expect(anchors.changed).toBeGreaterThan(0);
  });

  it('has something for every screen', () => {
    expect(ask('getNotebook', {})).toMatchObject({
      title: 'The Kessa crossing',
      articleCount: 5,
      noteCount: 2,
    });
    const { actorCount, placeCount, eventCount } = ask('getNotebook', {});
    expect(actorCount).toBeGreaterThanOrEqual(12);
    expect(placeCount).toBeGreaterThanOrEqual(6);
    expect(eventCount).toBeGreaterThanOrEqual(8);
    for (const { citationCount } of ask('listNotes', everything).rows)
      expect(citationCount).toBeGreaterThan(5);
    const { rows } = ask('listEvents', { ...everything, actorId: null, placeId: null, typeId: null });
    expect(rows[0].title).toBe('Gullhead Accord signed');
    expect(rows.at(-1).date).toBeNull();
  });

  it('has page chrome to grey, nested and many-part passages, and two scripts', () => {
    const { rows } = ask('listArticles', {
      ...everything,
      tagId: null,
      show: 'all',
      sort: 'published',
      descending: false,
    });
    const details = rows.map(({ id }) => ask('getArticle', { id }));
    const reasons = details.flatMap(({ exclusions }) => exclusions.map(({ reason }) => reason));
    expect(new Set(reasons)).toEqual(new Set(['Photo credit', 'Sharing', 'Comment form']));
    expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['en', 'uk']));
    const annotations = details.flatMap(({ id, currentRevisionId }) =>
      ask('listAnnotations', { articleId: id, revisionId: currentRevisionId }),
    );
    expect(annotations.some(({ parts }) => parts.length > 1)).toBe(true);
    const nested = annotations.filter((outer) =>
      annotations.some(
        (inner) =>
          inner.id !== outer.id &&
          inner.revisionId === outer.revisionId &&
          inner.parts[0].start >= outer.parts[0].start &&
          inner.parts[0].end < outer.parts[0].end,
      ),
    );
    expect(nested.length).toBeGreaterThanOrEqual(3);
  });
});
