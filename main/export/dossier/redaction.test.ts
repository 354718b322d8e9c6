/** A source is attacked as somebody would who looks for who it was: every word of its record is looked for in every file. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { collectFiles } from '../export-files';
import { withoutWords } from './source-names';

const text = '渡口的书记员在雨夜抄下了账本。部长收到九箱现金。 Hidden words of the ledger nobody saw.';
const quoted = '部长收到九箱现金';
const record = {
  title: 'Harbour papers: leaked, by night',
  authors: ['Ilse Brenndörfer-Quandt'],
  publisher: 'The Nordkurier Blatt',
  url: 'https://www.nordkurierblatt.example/politik/harbour-papers-leaked.html',
  language: 'zh',
  fields: { archive: 'Box Zeta-77' },
};
/** As careless remarks have it: other spellings, half of a name, another order, a file, words of the text. */
const remarks = [
  'BRENNDÖRFER-QUANDT, Ilse, so says the Blatt of Kurierstadt (nordkurier–blatt).',
  'NKB printed it; see harbour-papers-leaked and @nordkurierblatt, “Harbour papers, leaked by night”.',
  `Ilse Brenndörfer\u2011Quandt (${'Ilse Brenndörfer-Quandt'.normalize('NFD')}), box zeta 77.`,
  '她写道：书记员在雨夜抄下了账本。',
];

let notebook: TemporaryNotebook;
let hidden: string;
let other: string;

beforeAll(() => {
  notebook = temporaryNotebook();
  const press = { kind: 'actor', actorKind: 'media', name: 'Nordkurier Blatt' } as const;
  const { id: entityId } = notebook.run('createEntity', press);
  notebook.run('addAlias', { entityId, name: 'NKB' });
  const { articleId, revisionId } = notebook.capture(text);
  hidden = articleId;
  notebook.run('updateArticle', { id: articleId, set: record });
  notebook.run('annotate', {
    on: { articleId, revisionId, parts: [rangeOf(text, quoted)] },
    comment: remarks.join('\n'),
    tags: [{ name: 'Nordkurier Blatt' }],
    events: [{ title: `Payment as the NKB told it`, typeId: null, date: null, placeId: null }],
  });
  const open = 'Two boats left the quay before dawn.';
  const second = notebook.capture(open);
  other = second.articleId;
  notebook.run('annotate', {
    on: { articleId: other, revisionId: second.revisionId, parts: [rangeOf(open, 'Two boats')] },
    comment: remarks.join('\n'),
  });
});
afterAll(() => notebook.remove());

async function whole(options: object): Promise<string> {
  const request = { format: 'dossier', scope: { kind: 'everything' }, options } as const;
  const files = await collectFiles(notebook.db, request, 'dossier');
  return files
    .filter(({ name }) => !name.startsWith('verify/'))
    .map(({ name, data }) => `${name}\n${Buffer.from(data as Uint8Array).toString('utf8')}`)
    .join('\n');
}

it('leaves no name of a hidden source, however the researcher wrote it', async () => {
  const redact = [{ articleId: hidden, keep: 'nothing', hideName: true }];
  const said = (await whole({ redact })).normalize('NFC').toLowerCase();
  const { original } = notebook.ask('getArticle', { id: hidden });
  const words = [
    'blatt',
    'quandt',
    'brenndörfer',
    'ilse',
    'nordkurier',
    'nkb',
    'leaked',
    'papers',
    'zeta',
    '九箱',
    '抄下了账本',
  ];
  const hash = createHash('sha256').update(text).digest('hex');
  const ids = [hidden, hash, original?.sha256 ?? '-', original?.source ?? '-'];
  for (const each of [...words, ...ids])
    expect([each, said.includes(each.toLowerCase())]).toEqual([each, false]);
  // What is open stays: the sweep takes names, not everything.
  expect(said).toContain('two boats left the quay before dawn.');
  expect(said).toContain('payment as the ████ told it');
});

it.each([
  ['Łódź Dispatch', 'The Lodz Dispatch said so'],
  ['Lodz Dispatch', 'The Łódź dispatch said so'],
  ['Renée Müller', 'as Renee Muller wrote'],
  ['Ren\u0065\u0301e Müller', 'as RENÉE MU\u0308LLER wrote'],
  ['Сергей Жуков', 'сказал Сергеи\u0306 Жуков'],
  ['김민수', `said ${'김민수'.normalize('NFD')} then`],
  ['محمد', 'قال مُحَمَّد أمس'],
  ['Nguyễn Văn An', 'by Nguyen Van An, today'],
])('takes out %s with or without its accents: %s', (name, words) => {
  expect(withoutWords([name])(words)).toContain('████');
});

it('keeps what is said in words of one’s own', () => {
  const sweep = withoutWords(['Ann Bell', 'a+b (c)']);
  expect(sweep('Annabel rang the bell. ANN  BELL, a b c; ann.bell; Ann Bells')).toBe(
    'Annabel rang the bell. ████, ████; ████; Ann Bells',
  );
  expect(withoutWords([])('as it is')).toBe('as it is');
});
