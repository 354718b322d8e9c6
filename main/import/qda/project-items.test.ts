import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { sliceByCodePoints } from '../../../shared/text/offsets';
import { zipFiles } from '../../export/archive/zip-files';
import { documentOf } from '../../store/core/temporary-notebook';
import { makeZip } from '../archive/zip-samples';
import type { FormatInput } from '../formats/format';
import { codebookItems } from './codebook-items';
import { projectItems } from './project-items';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function zipped(files: Files): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const all = Object.entries(files).map(([name, data]) => ({ name, data }));
  for await (const piece of zipFiles(all, { madeAt: '2026-01-01T00:00:00Z' })) pieces.push(piece);
  return Buffer.concat(pieces);
}

const inputOf = (bytes: Uint8Array): FormatInput => ({
  bytes,
  source: '/home/someone/project.qdpx',
  mediaType: '',
  encoding: '',
  capturedAt: '2026-01-02T03:04:05.000Z',
  importWithin: () => Promise.reject(new Error('not asked for')),
});

async function itemsOfBytes(bytes: Uint8Array): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  for await (const item of projectItems(inputOf(bytes))) items.push(item);
  return items;
}

const itemsOf = async (files: Files): Promise<ImportedItem[]> => itemsOfBytes(await zipped(files));

const ofKind = <K extends ImportedItem['kind']>(items: readonly ImportedItem[], kind: K) =>
  items.filter((item): item is Extract<ImportedItem, { kind: K }> => item.kind === kind);

/** A GUID that ends in a number, spelled as some programs do. */
const guid = (number: number): string => `{A1B2C3D4-0000-4000-8000-${String(number).padStart(12, '0')}}`;

const qde = (inside: string): string =>
  `\uFEFF<?xml version="1.0" encoding="utf-8"?><Project name="P" origin="Some program 1" xmlns="urn:QDA-XML:project:1.0">${inside}</Project>`;

const words = 'First 😀 line.\r\nThe second line is here.\r\nAnd the last one.';

/** A selection of words as a program that counts UTF-16 and two characters a line end does. */
function selected(number: number, said: string, inside: string, name = said): string {
  const start = words.indexOf(said);
  return `<PlainTextSelection guid="${guid(number)}" name="${name}" startPosition="${start}" endPosition="${start + said.length}" creatingUser="${guid(1)}" creationDateTime="2024-05-06T07:08:09Z">${inside}</PlainTextSelection>`;
}

const coding = (code: number, inside = ''): string =>
  `<Coding guid="${guid(900 + code)}"><CodeRef targetGUID="${guid(code).toLowerCase()}"/>${inside}</Coding>`;

const project = qde(`
  <Users><User guid="${guid(1)}" name="Ann"/></Users>
  <CodeBook><Codes>
    <Code guid="${guid(10)}" name="Health" isCodable="false" color="#ff0000"><Description>Of bodies</Description>
      <NoteRef targetGUID="${guid(42)}"/><Code guid="${guid(11)}" name="Costs" isCodable="true"/></Code>
  </Codes></CodeBook>
  <Variables><Variable guid="${guid(20)}" name="Age" typeOfVariable="Integer"/></Variables>
  <Cases>
    <Case guid="${guid(30)}" name="Anna"><VariableValue><VariableRef targetGUID="${guid(20)}"/><IntegerValue>29</IntegerValue></VariableValue>
      <SourceRef targetGUID="${guid(50)}"/></Case>
    <Case guid="${guid(31)}" name="Berta"><SelectionRef targetGUID="${guid(61)}"/></Case>
  </Cases>
  <Sources>
    <TextSource guid="${guid(50)}" name="Interview" plainTextPath="internal:///Text.TXT" creationDateTime="2024-01-02T03:04:05">
      ${selected(60, 'second line', `<Description>A memo</Description>${coding(11, `<NoteRef targetGUID="${guid(41)}"/>`)}`)}
      ${selected(61, 'last one', coding(10))}
      ${coding(11)}<NoteRef targetGUID="${guid(43)}"/>
    </TextSource>
    <PDFSource guid="${guid(51)}" name="Paper.pdf" path="internal://paper.pdf">
      <PDFSelection guid="${guid(62)}" page="1" firstX="1" firstY="1" secondX="2" secondY="2">
        <Representation guid="${guid(63)}"><PlainTextContent>a page</PlainTextContent></Representation>${coding(11)}</PDFSelection>
      <PDFSelection guid="${guid(64)}" page="1" firstX="1" firstY="1" secondX="2" secondY="2">${coding(11)}</PDFSelection>
      <Representation guid="${guid(52)}" plainTextPath="internal://paper.txt"/>
    </PDFSource>
    <PictureSource guid="${guid(53)}" name="Photo" path="internal://photo.png"/>
    <TextSource guid="${guid(54)}" name="Lost" plainTextPath="relative:///elsewhere.txt"/>
  </Sources>
  <Notes>
    <Note guid="${guid(40)}" name="Diary" plainTextPath="internal://diary.txt" creationDateTime="2024-02-02T00:00:00Z"/>
    <Note guid="${guid(41)}" plainTextPath="internal://memo.txt"/>
    <Note guid="${guid(42)}"><PlainTextContent>On health</PlainTextContent></Note>
    <Note guid="${guid(43)}"><PlainTextContent>An annotation</PlainTextContent>
      <PlainTextSelection guid="${guid(65)}" startPosition="0" endPosition="5"/></Note>
    <Note guid="${guid(44)}"><PlainTextContent>By a link</PlainTextContent></Note>
  </Notes>
  <Links><Link guid="${guid(70)}" originGUID="${guid(44)}" targetGUID="${guid(61)}"/><Link guid="${guid(71)}" originGUID="${guid(10)}" targetGUID="${guid(11)}"/></Links>
  <Sets><Set guid="${guid(80)}" name="Pilot"><MemberSource targetGUID="${guid(50)}"/></Set></Sets>
  <Graphs><Graph guid="${guid(90)}"/></Graphs>
  <Description>About everything</Description>`);

const files: Files = {
  'project.qde': project,
  'Sources/text.txt': words,
  'Sources/paper.txt': 'The words of a page of paper.',
  'Sources/diary.txt': 'Dear diary',
  'Sources/memo.txt': 'A note at a coding',
};

it('keeps variables and cases of one name apart, and every value of a source', async () => {
  const value = (variable: number, said: string): string =>
    `<VariableValue><VariableRef targetGUID="${guid(variable)}"/><TextValue>${said}</TextValue></VariableValue>`;
  const ofSource = `<SourceRef targetGUID="${guid(50)}"/>`;
  const items = await itemsOf({
    'project.qde': qde(`
      <CodeBook><Codes><Code guid="${guid(10)}" name="War" isCodable="true"><Code guid="${guid(11)}" name="Fear" isCodable="true"/></Code>
        <Code guid="${guid(12)}" name="Home" isCodable="true"><Code guid="${guid(13)}" name="Fear" isCodable="true"/></Code></Codes></CodeBook>
      <Variables><Variable guid="${guid(20)}" name="Age" typeOfVariable="Text"/><Variable guid="${guid(21)}" name="Age" typeOfVariable="Text"/></Variables>
      <Cases><Case guid="${guid(30)}" name="Anna">${value(20, '29')}${value(21, 'young')}${ofSource}<SelectionRef targetGUID="${guid(60)}"/></Case>
        <Case guid="${guid(31)}" name="Anna">${value(20, '31')}${ofSource}<SelectionRef targetGUID="${guid(61)}"/></Case></Cases>
      <Sources><TextSource guid="${guid(50)}" name="Interview" plainTextPath="internal://text.txt">
        ${selected(60, 'second line', coding(11))}${selected(61, 'last one', coding(13))}</TextSource></Sources>`),
    'sources/text.txt': words,
  });
  const [article] = ofKind(items, 'article');
  expect(article?.document.metadata.fields).toEqual({ Case: 'Anna; Anna', Age: '29; 31', 'Age 2': 'young' });
  const tags = ofKind(items, 'tag').map(({ tag }) => tag);
  for (const name of ['Fear', 'Anna']) {
    const [one, other] = tags.filter((tag) => tag.name === name);
    expect([one?.sameNamed, other?.sameNamed]).toEqual([
      [one?.key, other?.key],
      [one?.key, other?.key],
    ]);
  }
  const coded = ofKind(items, 'annotation').map(({ annotation }) => annotation.tags.length);
  expect(coded).toEqual([2, 2]);
});

it('brings the texts of a project also where a film beside them is larger than what is ever held', async () => {
  const sources = `<TextSource guid="${guid(50)}" name="Interview" plainTextPath="internal://text.txt"/>
    <VideoSource guid="${guid(51)}" name="Film" path="internal://film.mp4"/>
    <TextSource guid="${guid(52)}" name="Too long" plainTextPath="internal://film.mp4"/>`;
  const bytes = makeZip([
    { name: 'project.qde', content: qde(`<Sources>${sources}</Sources>`) },
    { name: 'sources/text.txt', content: words },
    { name: 'sources/film.mp4', content: randomBytes(1_600_000), saidLength: 300_000_000 },
  ]);
  const items = await itemsOfBytes(bytes);
  expect(ofKind(items, 'article').map(({ document }) => document.metadata.title)).toEqual(['Interview']);
  expect(ofKind(items, 'refused').map(({ source, message }) => `${source}: ${message}`)).toEqual([
    'Film: Films are not taken.',
    'Too long: “sources/film.mp4” in the archive is too large once unpacked.',
  ]);
});

describe('a project of another program', () => {
  it('gives tags, articles with passages, and notes', async () => {
    const items = await itemsOf(files);
    expect(
      ofKind(items, 'tag').map(({ tag }) => [tag.name, tag.parentKey !== null, tag.description]),
    ).toEqual([
      ['Health', false, 'Of bodies\n\nOn health'],
      ['Costs', true, ''],
      ['Cases', false, ''],
      ['Berta', true, ''],
      ['Pilot', false, ''],
    ]);
    const [interview, paper] = ofKind(items, 'article');
    expect(interview?.document.text).toBe(words.replaceAll('\r\n', '\n'));
    expect(interview?.document.metadata).toMatchObject({
      title: 'Interview',
      fields: { Case: 'Anna', Age: '29' },
    });
    expect(interview?.document.original.capturedAt).toBe('2024-01-02T03:04:05.000Z');
    expect(interview?.document.warnings.join()).toContain('UTF-16');
    expect(interview?.tags).toHaveLength(2);
    expect(paper?.document.text).toBe('The words of a page of paper.');
    expect(ofKind(items, 'note').map(({ title }) => title)).toEqual(['Diary', 'P']);
  });

  it('puts what was said of words at the words, however it was said', async () => {
    const items = await itemsOf(files);
    const text = ofKind(items, 'article')[0]?.document.text ?? '';
    const found = ofKind(items, 'annotation').map(({ annotation }) => {
      const { position, quote, isUnsure } = annotation.targets[0] ?? {};
      const at = position ? sliceByCodePoints(text, position.start, position.end) : `quote: ${quote?.exact}`;
      return [at, annotation.tags.length, annotation.comments, annotation.coder, isUnsure ?? false];
    });
    expect(found).toEqual([
      ['second line', 1, ['A memo', 'A note at a coding'], 'Ann', false],
      ['last one', 2, ['By a link'], 'Ann', false],
      ['First', 0, ['An annotation'], '', false],
      ['quote: a page', 1, [], '', false],
    ]);
  });

  it('says what it does not take', async () => {
    const told = ofKind(await itemsOf(files), 'refused').map(({ message }) => message);
    expect(told).toEqual([
      'One marked area or stretch of it that are no words were not taken.',
      'Pictures are not taken.',
      'Its text is not in the file (it is kept elsewhere).',
      'One drawing not taken.',
      'One link between codes, sources or notes not taken.',
    ]);
  });

  it('keeps the text and marks the passages where no way of counting explains them', async () => {
    const inside = `<Sources><TextSource guid="${guid(50)}" name="T" plainTextPath="internal://t.txt">${selected(60, 'second line', '', 'words that stand nowhere in it')}</TextSource></Sources>`;
    const items = await itemsOf({ 'project.qde': qde(inside), 'sources/t.txt': words });
    expect(ofKind(items, 'article')[0]?.document.warnings.join()).toContain('marked as changed');
    expect(ofKind(items, 'annotation')[0]?.annotation.targets[0]).toMatchObject({ isUnsure: true });
  });

  it('says which passages are nowhere in their text', async () => {
    const far = `<PlainTextSelection guid="${guid(61)}" name="far away" startPosition="900" endPosition="910"/>`;
    const inside = `<Sources><TextSource guid="${guid(50)}" name="T" plainTextPath="internal://t.txt">${selected(60, 'second line', '')}${far}</TextSource></Sources>`;
    const items = await itemsOf({ 'project.qde': qde(inside), 'sources/t.txt': words });
    expect(ofKind(items, 'annotation')).toHaveLength(1);
    expect(ofKind(items, 'refused').map(({ message }) => message)).toEqual([
      'A passage is not in its text (900 to 910): “far away”',
    ]);
  });

  it.each([
    ['no project', { 'x.txt': 'x' }],
    ['XML that is cut short', { 'project.qde': project.slice(0, 900) }],
    ['entities', { 'project.qde': `<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>${qde('')}` }],
    ['something else', { 'project.qde': '<html/>' }],
  ])('refuses a file with %s in it', async (_, hostile) => {
    await expect(itemsOf(hostile as Files)).rejects.toMatchObject({ code: 'import-refused' });
  });

  it('reads a PDF that has no text beside it as any PDF, and says that its passages have no place', async () => {
    const inside = `<Sources><PDFSource guid="${guid(51)}" name="Paper" path="internal://paper.pdf">${selected(60, 'second line', '')}</PDFSource></Sources>`;
    const bytes = await zipped({ 'project.qde': qde(inside), 'sources/paper.pdf': '%PDF-1.7' });
    const read: string[] = [];
    const importWithin: FormatInput['importWithin'] = (file) => {
      read.push(`${file.source}: ${Buffer.from(file.bytes).toString()}`);
      return Promise.resolve(documentOf('The words of the paper.'));
    };
    const items: ImportedItem[] = [];
    for await (const item of projectItems({ ...inputOf(bytes), importWithin })) items.push(item);
    expect(read).toEqual(['/home/someone/project.qdpx/sources/paper.pdf: %PDF-1.7']);
    expect(ofKind(items, 'article')[0]?.document.metadata.title).toBe('Paper');
    expect(ofKind(items, 'refused').map(({ message }) => message)).toEqual([
      'One passage was not taken: their text is not in the file.',
    ]);
  });

  it('reads nothing outside of the archive', async () => {
    const paths = [
      'internal://../../etc/passwd',
      'absolute:///etc/passwd',
      'relative://../x',
      'file:///etc/passwd',
    ];
    const sources = paths.map(
      (path, index) => `<TextSource guid="${guid(index)}" name="N" plainTextPath="${path}"/>`,
    );
    const items = await itemsOf({ 'project.qde': qde(`<Sources>${sources.join('')}</Sources>`) });
    expect(items.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused', 'refused']);
  });
});

describe('a codebook', () => {
  const codebook = (origin: string, codes: string): Buffer =>
    Buffer.from(
      `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${origin}"><Codes>${codes}</Codes></CodeBook>`,
    );
  const tagsOf = async (bytes: Buffer) => {
    const tags: (string | null)[][] = [];
    for await (const item of codebookItems(inputOf(bytes)))
      if (item.kind === 'tag')
        tags.push([item.tag.key, item.tag.name, item.tag.parentKey, item.tag.description]);
    return tags;
  };

  it('gives its tags, those of Taguette with the hierarchy that is in their names', async () => {
    const codes = `<Code guid="${guid(1)}" name="people.interviewer" isCodable="true"><Description>Who asks</Description></Code><Code guid="${guid(2)}" name="v1.0." isCodable="true"/>`;
    const [first, second] = [1, 2].map((number) => `urn:uuid:${guid(number).slice(1, -1).toLowerCase()}`);
    expect(await tagsOf(codebook('Taguette 1.4', codes))).toEqual([
      ['path people', 'people', null, ''],
      [first, 'interviewer', 'path people', 'Who asks'],
      [second, 'v1.0.', null, ''],
    ]);
    expect(await tagsOf(codebook('Other', codes))).toEqual([
      [first, 'people.interviewer', null, 'Who asks'],
      [second, 'v1.0.', null, ''],
    ]);
  });

  it('refuses an empty one', async () => {
    await expect(tagsOf(codebook('x', ''))).rejects.toMatchObject({ code: 'import-refused' });
  });
});
