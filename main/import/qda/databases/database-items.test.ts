import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { sliceByCodePoints } from '../../../../shared/text/offsets';
import { foreignSample } from '../../../store/core/file/foreign-sample';
import { alignTexts } from './align-texts';
import { databaseItems } from './database-items';
import { textOfMarkup } from './taguette-items';

async function itemsOf(sql: string, source = '/home/someone/My study.qda/data.qda'): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  const input = {
    bytes: foreignSample(sql),
    source,
    mediaType: '',
    encoding: '',
    capturedAt: '2026-01-02T03:04:05.000Z',
    importWithin: () => Promise.reject(new Error('not asked for')),
  };
  for await (const item of databaseItems(input)) items.push(item);
  return items;
}

const ofKind = <K extends ImportedItem['kind']>(items: readonly ImportedItem[], kind: K) =>
  items.filter((item): item is Extract<ImportedItem, { kind: K }> => item.kind === kind);

/** What each annotation is on, with its tags and whether the place is sure. */
function passagesOf(items: readonly ImportedItem[]) {
  const texts = new Map(ofKind(items, 'article').map(({ key, document }) => [key, document.text]));
  return ofKind(items, 'annotation').map(({ articleKey, annotation }) => {
    const { position, quote, isUnsure } = annotation.targets[0] ?? {};
    const text = texts.get(articleKey) ?? '';
    const words = position ? sliceByCodePoints(text, position.start, position.end) : `quote: ${quote?.exact}`;
    return { words, isSure: !isUnsure, ...annotation };
  });
}

const quoted = (words: string): string => `'${words.replaceAll("'", "''")}'`;

const taguetteTables = `
  CREATE TABLE users (login VARCHAR(30) PRIMARY KEY, hashed_password VARCHAR(192));
  CREATE TABLE projects (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200), description TEXT, created DATETIME);
  CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200), description TEXT, filename VARCHAR(200),
    created DATETIME, project_id INTEGER, text_direction VARCHAR(13), contents TEXT);
  CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, project_id INTEGER, path VARCHAR(200), description TEXT);
  CREATE TABLE highlights (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
  CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
  INSERT INTO projects VALUES (1, 'Study', 'What it is <about>', '2024-05-06 07:08:09.123456');`;

const html =
  '<h1>Розмова &amp; more</h1>\n<p>She said: <em>“😀 yes”</em>.</p>\n<p>A <b>bold</b> claim,\n  on two lines.</p><script>hidden</script>';

function highlight(id: number, words: string, snippet = words): string {
  const text = textOfMarkup(html);
  const start = Buffer.byteLength(text.slice(0, text.indexOf(words)));
  return `INSERT INTO highlights VALUES (${id}, 1, ${start}, ${start + Buffer.byteLength(words)}, ${quoted(`<p>${snippet}</p>`)});`;
}

const taguette = `${taguetteTables}
  INSERT INTO documents VALUES (1, 'Interview', 'The first', 'interview.docx', '2024-05-06 07:08:09', 1, 'LEFT_TO_RIGHT', ${quoted(html)});
  INSERT INTO tags VALUES (1, 1, 'people.women', 'Who'), (2, 1, 'claims', '');
  ${highlight(1, '“😀 yes”')} ${highlight(2, 'Розмова & more', 'Розмова &amp; more')} ${highlight(3, 'bold claim,\n  on', '<b>bold</b> claim,\n on')}
  ${highlight(4, 'lines', 'other words')}
  INSERT INTO highlights VALUES (5, 1, 9000, 9001, '<p></p>');
  INSERT INTO highlight_tags VALUES (1, 1), (1, 2), (3, 2);`;

describe('a project of Taguette', () => {
  it('gives its documents, tags and highlights, which count bytes', async () => {
    const items = await itemsOf(taguette);
    const [article] = ofKind(items, 'article');
    expect(article?.document.text).toBe('Розмова & more\nShe said: “😀 yes”.\nA bold claim, on two lines.');
    expect(article?.document.metadata).toMatchObject({
      title: 'Interview',
      fields: { Description: 'The first' },
    });
    expect(passagesOf(items).map(({ words, isSure, tags }) => [words, isSure, tags.length])).toEqual([
      ['Розмова & more', true, 0],
      ['“😀 yes”', true, 2],
      ['bold claim, on', true, 1],
      ['lines', false, 0],
    ]);
    expect(ofKind(items, 'tag').map(({ tag }) => [tag.name, tag.parentKey !== null])).toEqual([
      ['people', false],
      ['women', true],
      ['claims', false],
    ]);
    expect(ofKind(items, 'note')).toMatchObject([
      { title: 'Study', content: '<p>What it is &lt;about&gt;</p>' },
    ]);
    expect(ofKind(items, 'refused')).toHaveLength(1);
  });
});

const qualcoderTables = `
  CREATE TABLE project (databaseversion text, date text, memo text, about text);
  CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text);
  CREATE TABLE code_image (imid integer primary key, id integer, cid integer);
  CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer);
  CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text);
  CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, important integer);
  CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);
  CREATE TABLE attribute_type (name text primary key, memo text);
  CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer);
  CREATE TABLE cases (caseid integer primary key, name text, memo text);
  CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer);
  CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);`;

const said = 'She 😀 laughed.\nThen 😀 she spoke of water and of bread.';

/** As the text field counts: UTF-16. */
function coded(id: number, code: number, words: string, rest = `'', 0`): string {
  const start = said.indexOf(words);
  return `INSERT INTO code_text VALUES (${id}, ${code}, 1, ${quoted(words)}, ${start}, ${start + words.length}, 'Ann', '2024-05-06 07:08:09', ${rest});`;
}

const qualcoder = `${qualcoderTables}
  INSERT INTO project VALUES ('v9', '2024-01-01', 'About the project', '');
  INSERT INTO source VALUES (1, 'one.txt', ${quoted(said)}, '', 'A file memo', 'Ann', '2024-05-06 07:08:09'),
    (2, 'photo.jpg', NULL, '/images/photo.jpg', '', 'Ann', '2024-05-06'), (3, 'two.txt', 'Another text.', '', '', 'Ann', '');
  INSERT INTO code_image VALUES (1, 2, 1);
  INSERT INTO code_cat VALUES (1, 'Food', '', '', 'A category', 2), (2, 'Things', '', '', '', NULL), (3, 'Round', '', '', '', 4), (4, 'About', '', '', '', 3);
  INSERT INTO code_name VALUES (1, 'Bread', 'A memo', 1, '', '', '#00ff00'), (2, 'Laughing', '', NULL, '', '', '#FF0000');
  ${coded(1, 1, 'bread', `'So she said', 1`)} ${coded(2, 2, 'laughed')} ${coded(3, 1, 'water')}
  INSERT INTO annotation VALUES (1, 1, 0, 3, 'Who is she?', 'Bob', '2024-05-07 00:00:00');
  INSERT INTO attribute_type VALUES ('Place', ''), ('Age', '');
  INSERT INTO attribute VALUES (1, 'Place', 'file', 'Kyiv', 1), (2, 'Age', 'case', '30', 1);
  INSERT INTO cases VALUES (1, 'Anna', 'Who she is'), (2, 'Berta', '');
  INSERT INTO case_text VALUES (1, 1, 3, 0, 12), (2, 2, 1, ${said.indexOf('she')}, ${said.indexOf('she') + 3});
  INSERT INTO journal VALUES (1, 'Monday', 'I began.', '2024-05-06 07:08:09', 'Ann');`;

describe('a project of QualCoder', () => {
  it('gives its texts with what is coded and noted in them', async () => {
    const items = await itemsOf(qualcoder);
    expect(
      passagesOf(items).map(({ words, comments, coder, isSure, tags }) => [
        words,
        tags.length,
        comments,
        coder,
        isSure,
      ]),
    ).toEqual([
      ['bread', 2, ['So she said'], 'Ann', true],
      ['laughed', 1, [], 'Ann', true],
      ['water', 1, [], 'Ann', true],
      ['She', 0, ['Who is she?'], 'Bob', true],
      ['she', 1, [], '', true],
    ]);
    const [one, two] = ofKind(items, 'article').map(({ document }) => document.metadata);
    expect(one?.fields).toEqual({ Place: 'Kyiv', Description: 'A file memo' });
    expect(two?.fields).toEqual({ Case: 'Anna', Age: '30' });
  });

  it('gives its codes in their categories, its journal, and says what is not taken', async () => {
    const items = await itemsOf(qualcoder);
    const tags = ofKind(items, 'tag').map(({ tag }) => tag);
    const nameOf = (key: string | null) => tags.find((tag) => tag.key === key)?.name ?? null;
    expect(tags.map(({ name, parentKey, colour }) => [name, nameOf(parentKey), colour])).toEqual([
      ['Things', null, ''],
      ['Laughing', null, '#FF0000'],
      ['Food', 'Things', ''],
      ['Bread', 'Food', '#00ff00'],
      ['Round', null, ''],
      ['About', null, ''],
      ['Important', null, ''],
      ['Cases', null, ''],
      ['Berta', 'Cases', ''],
    ]);
    for (const [index, { parentKey }] of tags.entries())
      expect(parentKey === null || tags.findIndex(({ key }) => key === parentKey) < index).toBe(true);
    expect(ofKind(items, 'note').map(({ title }) => title)).toEqual(['Monday', 'My study']);
    expect(ofKind(items, 'refused').map(({ source, message }) => `${source}: ${message}`)).toEqual([
      'photo.jpg: Pictures are not taken.',
      'photo.jpg: One marked area or stretch of it that are no words were not taken.',
    ]);
  });
});

describe('a database of another program', () => {
  it.each([
    ['another program', 'CREATE TABLE a (b)'],
    [
      'views that only look like tables',
      taguetteTables.replace(
        /CREATE TABLE highlights [^;]*;/,
        'CREATE VIEW highlights AS SELECT 1 AS id, 1 AS document_id, 0 AS start_offset, 1 AS end_offset, load_extension(1) AS snippet;',
      ),
    ],
  ])('is refused: %s', async (_, sql) => {
    await expect(itemsOf(sql)).rejects.toMatchObject({ code: 'import-refused' });
  });
});

describe('alignTexts', () => {
  it('finds a stretch again between other blanks', () => {
    const words = fc.array(fc.constantFrom('one', 'два', '😀', 'שלום', 'e\u0301'), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, pick, length) => {
        const from = pick % all.length;
        const to = Math.min(all.length, from + 1 + (length % 5));
        const stretch = all.slice(from, to).join('  ');
        const before = all
          .slice(0, from)
          .map((word) => `${word}\n`)
          .join('');
        const file =
          before +
          stretch +
          all
            .slice(to)
            .map((word) => `\t${word}`)
            .join('');
        const article = all.join(' ');
        const found = alignTexts(file, article)(before.length, before.length + stretch.length);
        expect(article.slice(found?.start, found?.end)).toBe(all.slice(from, to).join(' '));
      }),
    );
  });

  it('goes on after what was left out, and says where nothing is left', () => {
    const kept = 'The second paragraph is long enough to be known again.';
    const align = alignTexts(`Menu Home Contact ${kept}`, kept);
    expect(align(18, 28)).toEqual({ start: 0, end: 10 });
    expect(align(0, 4)).toBeNull();
  });
});
