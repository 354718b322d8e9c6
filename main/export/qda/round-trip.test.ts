import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sliceByCodePoints, snapToGraphemes } from '../../../shared/text/offsets';
import { openArchive } from '../../import/archive/open-archive';
import { readXml } from '../../import/archive/read-xml';
import { attribute, childElements, descendantsNamed, type XmlElement } from '../../import/archive/xml-node';
import type { FormatInput } from '../../import/formats/format';
import { projectItems } from '../../import/qda/project-items';
import { annotate } from '../../store/annotations/annotate';
import { runCommand } from '../../store/core/run-command';
import { pluck, update } from '../../store/core/sql';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { beginIntake } from '../../store/intake/intake-state';
import { takeItem } from '../../store/intake/take-item';
import type { Taken } from '../../store/intake/taken';
import type { ExportFile, MakeExport } from '../formats/format';
import { gatherExport } from '../gather/gather-export';
import { hardNotebook } from '../testing/hard-notebook';
import { brokenReferences, brokenRefiRules } from '../testing/refi-rules';
import { makeCodebook, makeProject } from './make-project';

const notebooks: TemporaryNotebook[] = [];
let notebook: TemporaryNotebook;
const another = (): TemporaryNotebook => {
  const made = temporaryNotebook();
  notebooks.push(made);
  return made;
};
beforeEach(() => {
  notebook = another();
});
afterEach(() => {
  for (const each of notebooks.splice(0)) each.remove();
});

async function bytesOf(data: ExportFile['data']): Promise<Buffer> {
  if (typeof data === 'string' || data instanceof Uint8Array) return Buffer.from(data);
  const pieces: Buffer[] = [];
  for await (const piece of data) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function exported({ db }: TemporaryNotebook, make: MakeExport = makeProject): Promise<Buffer> {
  const context = {
    main: 'x',
    textsFolder: '',
    options: {},
    losses: [],
    each: <T>(things: readonly T[]) => things,
  };
  for await (const { data } of make(gatherExport(db, { kind: 'everything' }), context)) return bytesOf(data);
  throw new Error('no file');
}

const inputOf = (bytes: Uint8Array, source = '/home/someone/project.qdpx'): FormatInput => ({
  bytes,
  source,
  mediaType: '',
  encoding: '',
  capturedAt: '2026-01-02T03:04:05.000Z',
  importWithin: () => Promise.reject(new Error('not asked for')),
});

async function imported({ db }: TemporaryNotebook, bytes: Uint8Array): Promise<Taken[]> {
  const state = beginIntake();
  const all: Taken[] = [];
  for await (const item of projectItems(inputOf(bytes)))
    all.push(runCommand(db, () => takeItem(db, state, item)).value);
  return all;
}

/** All files of a project, times left out. */
async function contents(bytes: Uint8Array): Promise<Record<string, string>> {
  const archive = await openArchive(bytes);
  const files = archive.entries.map(async ({ name }) => {
    const text = Buffer.from(await archive.read(name)).toString('utf8');
    return [
      name,
      text.replace(/ (?:creation|modified)DateTime="[^"]*"/g, '').replace(/Exported [^<]*/, ''),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

const rootOf = async (bytes: Uint8Array): Promise<XmlElement> =>
  readXml(await (await openArchive(bytes)).read('project.qde'));

const text =
  'Президент 😀 spoke of Kyiv.\n\n  שלום עולם, e\u0301clair & <b>not bold</b> "quoted".\nThe 👩‍👩‍👧 third\tline: Kyiv again.';

/** A notebook with everything that REFI-QDA can hold, and names that are hard. */
function fill({ run, capture, db }: TemporaryNotebook): { articleId: string; revisionId: string } {
  const article = capture(text, { content: linesOf(text) });
  const { articleId, revisionId } = article;
  run('updateArticle', {
    id: articleId,
    set: {
      title: 'A "title" & <more>',
      authors: ['Ann Lee', 'Боб'],
      publisher: 'The Paper',
      url: 'https://news.example/a?b=1&c=2',
      language: 'uk',
      published: { edtf: '2024-05', words: 'in May' },
      fields: { Desk: 'foreign', Publisher: 'not the publisher' },
    },
  });
  const costs = run('createTag', { name: 'Kyiv', parentId: null }).id;
  run('updateTag', { id: costs, colour: 'green', description: 'Two\nlines' });
  run('createTag', { name: 'Actors', parentId: costs });
  const lee = run('createEntity', { kind: 'actor', actorKind: 'person', name: 'Lee: the "Boss"' }).id;
  run('addAlias', { entityId: lee, name: 'Лі' });
  run('updateEntity', { id: lee, description: 'Mayor', identifiers: [{ scheme: 'wikidata', value: 'Q1' }] });
  const kyiv = run('createEntity', { kind: 'place', actorKind: '', name: 'Kyiv' }).id;
  const type = run('createEventType', { name: 'parley' }).id;
  const date = { edtf: '2024-05', words: 'in May' };
  const event = run('createEvent', { title: 'Kyiv', typeId: type, date, placeId: kyiv }).id;
  run('updateEvent', { id: event, description: 'They met.' });
  run('addParticipation', { eventId: event, actorId: lee, role: 'speaker', annotationId: null });
  const on = (...words: string[]) => ({
    articleId,
    revisionId,
    parts: words.map((each) => rangeOf(text, each)),
  });
  run('annotate', {
    on: on('😀 spoke'),
    tags: [{ name: 'Kyiv' }],
    entities: [{ id: lee }],
    comment: 'A\nB <c>',
  });
  run('annotate', {
    on: on('e\u0301clair', '👩‍👩‍👧', 'Kyiv again'),
    events: [{ id: event }],
    entities: [{ id: kyiv }],
  });
  const marked = run('annotate', { on: on('עולם') }).annotationId;
  runCommand(db, (writer) => update(writer, 'annotation', marked, { coder: 'Ann "the" Coder' }));
  run('tagArticles', { articleIds: [articleId], tag: { name: 'Actors' } });
  run('createNote', { title: 'A note', content: '<p>First</p><p></p><p>Third 😀</p>' });
  return article;
}

const linesOf = (words: string): string =>
  words
    .split('\n')
    .map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p>`)
    .join('');

const unknown = { authors: [], publisher: '', url: '', language: '', published: null, fields: {} };
const titled = { title: 'A title', ...unknown };

describe('a REFI-QDA project', () => {
  it('comes back from an empty notebook as it went out, but for times', async () => {
    fill(notebook);
    const first = await exported(notebook);
    const copy = another();
    const taken = await imported(copy, first);
    expect(taken.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(await contents(await exported(copy))).toEqual(await contents(first));
  });

  it('comes back from a notebook with every kind of record, but for what it says that it does not keep', async () => {
    const hard = hardNotebook();
    notebooks.push(hard);
    const first = await exported(hard);
    const orphans = descendantsNamed(await rootOf(first), 'Note')
      .filter((note) => attribute(note, 'name').startsWith('Words that are gone'))
      .map((note) => attribute(note, 'guid'));
    expect(orphans).toHaveLength(2);
    const copy = another();
    await imported(copy, first);
    const sent = await contents(first);
    const again = await contents(await exported(copy));
    // Orphans go out as notes: that they hang on a text is not kept.
    const withoutTies = orphans.reduce(
      (xml, guid) => xml.replace(`<NoteRef targetGUID="${guid}"/>`, ''),
      sent['project.qde'] ?? '',
    );
    // Notes of one title stand in the order of their ids, which are made of others.
    const sorted = (xml = '') => xml.split('\n').sort();
    expect(sorted(again['project.qde'])).toEqual(sorted(withoutTies));
    expect(Object.assign({}, again, { 'project.qde': '' })).toEqual(
      Object.assign({}, sent, { 'project.qde': '' }),
    );
  });

  it('adds nothing when it comes a second time, or to the notebook it came from', async () => {
    fill(notebook);
    const first = await exported(notebook);
    await imported(notebook, first);
    expect(await contents(await exported(notebook))).toEqual(await contents(first));
    const copy = another();
    await imported(copy, first);
    await imported(copy, first);
    expect(await contents(await exported(copy))).toEqual(await contents(first));
  });

  it('keeps the rules of the standard, and its GUIDs and names lead where they should', async () => {
    fill(notebook);
    const root = await rootOf(await exported(notebook));
    expect(brokenRefiRules(root)).toEqual([]);
    expect([...brokenReferences(root)]).toEqual([]);
    const codebook = readXml(await exported(notebook, makeCodebook));
    expect(brokenRefiRules(codebook)).toEqual([]);
    expect([...brokenReferences(codebook)]).toEqual([]);
  });

  it('has the text in a file of its own, in which the positions count code points', async () => {
    const { articleId } = fill(notebook);
    const bytes = await exported(notebook);
    const archive = await openArchive(bytes);
    const file = Buffer.from(await archive.read(`sources/${articleId}.txt`)).toString('utf8');
    expect(file).toBe(text);
    const selections = descendantsNamed(await rootOf(bytes), 'PlainTextSelection');
    const words = selections.map((one) =>
      sliceByCodePoints(file, Number(attribute(one, 'startPosition')), Number(attribute(one, 'endPosition'))),
    );
    expect(words).toEqual(selections.map((one) => attribute(one, 'name')));
    expect(words).toEqual(
      ['😀 spoke', 'עולם', 'e\u0301clair', '👩‍👩‍👧', 'Kyiv again'].sort(
        (a, b) => text.indexOf(a) - text.indexOf(b),
      ),
    );
    expect(descendantsNamed(await rootOf(bytes), 'PlainTextContent')).toEqual([]);
    expect(childElements(await rootOf(bytes)).map(({ name }) => name)).toContain('Links');
  });

  it('tells of words that are gone in a note, with what was said of them', async () => {
    const { articleId, revisionId } = fill(notebook);
    notebook.run('saveRevision', {
      articleId,
      baseRevisionId: revisionId,
      content: '<p>Nothing of it is left.</p>',
      reason: 'test',
      anchors: [],
    });
    const files = await contents(await exported(notebook));
    const told = Object.entries(files).flatMap(([name, words]) =>
      name.startsWith('sources/') ? [words] : [],
    );
    expect(told.join('\n')).toContain('“😀 spoke”');
    expect(told.join('\n')).toContain('A\nB <c>');
    expect([...brokenReferences(await rootOf(await exported(notebook)))]).toEqual([]);
  });

  it('comes back whatever is in the text and wherever it is marked', async () => {
    const word = fc.constantFrom(
      'Вода',
      'e\u0301',
      '😀',
      'שלום',
      'مرحبا',
      '👩‍👩‍👧',
      'the',
      '<b>',
      '&amp;',
      ']]>',
      '\t',
      '  ',
      '市长',
    );
    const lines = fc.array(
      fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
      { minLength: 1, maxLength: 6 },
    );
    const cut = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 12 }));
    const marked = fc.tuple(lines, fc.array(cut, { minLength: 1, maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(fc.array(marked, { minLength: 10, maxLength: 10 }), async (texts) => {
        const made = another();
        for (const [number, [all, cuts]] of texts.entries())
          mark(made, `Text ${number} ${all.join('\n')} end`, cuts);
        const first = await exported(made);
        const copy = another();
        await imported(copy, first);
        expect(await contents(await exported(copy))).toEqual(await contents(first));
        for (const each of notebooks.splice(1)) each.remove();
      }),
      { numRuns: 3, interruptAfterTimeLimit: 8000 },
    );
  });
});

describe('things of one kind and one name', () => {
  /** Two of each, on words of their own. */
  function twins(made: TemporaryNotebook): void {
    const { articleId, revisionId } = made.capture(text, { content: linesOf(text) });
    for (const words of ['spoke', 'again']) {
      const entity = made.run('createEntity', { kind: 'actor', actorKind: 'person', name: 'Ann Lee' }).id;
      const facts = { typeId: null, date: null, placeId: null };
      const event = made.run('createEvent', { title: 'A raid', ...facts }).id;
      made.run('addParticipation', { eventId: event, actorId: entity, role: 'raider', annotationId: null });
      const parts = [rangeOf(text, words)];
      made.run('annotate', {
        on: { articleId, revisionId, parts },
        entities: [{ id: entity }],
        events: [{ id: event }],
      });
    }
  }

  const idsOf = ({ db }: TemporaryNotebook): string[] =>
    ['entity', 'event'].flatMap((table) => pluck<string>(db, `SELECT id FROM ${table} ORDER BY id`));
  const mentions = ({ db }: TemporaryNotebook): string[] =>
    pluck<string>(db, 'SELECT annotation_id || entity_id FROM mention ORDER BY 1');

  it('stay two, in an empty notebook and beside a third of that name, however often they come', async () => {
    twins(notebook);
    const project = await exported(notebook);
    const empty = another();
    await imported(empty, project);
    expect(idsOf(empty)).toEqual(idsOf(notebook));
    expect(mentions(empty)).toEqual(mentions(notebook));
    await imported(empty, project);
    expect(idsOf(empty)).toEqual(idsOf(notebook));

    const third = another();
    const known = third.run('createEntity', { kind: 'actor', actorKind: '', name: 'Ann Lee' }).id;
    await imported(third, project);
    // The first is taken for the one of that name; the second is another.
    expect(pluck<string>(third.db, 'SELECT id FROM entity')).toHaveLength(2);
    expect(idsOf(third)).toContain(known);
    expect(pluck<string>(third.db, 'SELECT id FROM event')).toHaveLength(2);
    expect(new Set(pluck<string>(third.db, 'SELECT entity_id FROM mention')).size).toBe(2);
    await imported(third, project);
    expect(pluck<string>(third.db, 'SELECT id FROM entity')).toHaveLength(2);
  });

  it('are not taken for each other where only the second is known', async () => {
    twins(notebook);
    const project = await exported(notebook);
    const [first = '', second = ''] = pluck<string>(notebook.db, 'SELECT id FROM entity ORDER BY id');
    const copy = another();
    await imported(copy, project);
    copy.run('trashEntities', { ids: [first] });
    copy.run('emptyTrash', { ids: pluck<string>(copy.db, 'SELECT id FROM trash') });
    await imported(copy, project);
    expect(pluck<string>(copy.db, 'SELECT id FROM entity ORDER BY id')).toEqual([first, second]);
  });
});

it('a codebook without tags is refused in words: the standard knows none', async () => {
  notebook.capture('No tag at all.');
  await expect(exported(notebook, makeCodebook)).rejects.toThrow('There are no tags to write');
});

/** Marks stretches of a text: where they begin, and how many characters they have. */
function mark(made: TemporaryNotebook, words: string, cuts: readonly (readonly [number, number])[]): void {
  const { articleId, revisionId } = made.capture(words, { content: linesOf(words), metadata: titled });
  const length = [...words].length;
  // The first words twice, by another hand: two annotations on the same words stay two.
  for (const [index, [from, count]] of [...cuts, ...cuts.slice(0, 1)].entries()) {
    const { start, end } = snapToGraphemes(words, from % length, (from % length) + count);
    const args = { on: { articleId, revisionId, parts: [{ start, end }] }, comment: `${start}-${end}` };
    if (index < cuts.length) made.run('annotate', args);
    else runCommand(made.db, (db) => annotate(db, args, { coder: 'Ann', createdAt: '' }));
  }
}
