/** Projects and codebooks keep the rules of REFI-QDA; the rules refuse what is spoiled, as the official schema does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../import/archive/open-archive';
import { parseXml } from '../../import/archive/read-xml';
import type { TemporaryNotebook } from '../../store/core/temporary-notebook';
import { collectFiles } from '../export-files';
import { hardNotebook } from '../testing/hard-notebook';
import { checkXml, officialSchema } from '../testing/official-schema';
import { brokenReferences, brokenRefiRules } from '../testing/refi-rules';
import { isRefused, type Spoiling, spoil } from '../testing/spoilings';

let notebook: TemporaryNotebook;
let project = '';
let codebook = '';

beforeAll(async () => {
  notebook = hardNotebook();
  const fileOf = async (format: 'qdpx' | 'qdc') =>
    (await collectFiles(notebook.db, { format, scope: { kind: 'everything' } }))[0]?.data ?? '';
  const archive = await openArchive(Buffer.from(await fileOf('qdpx')));
  project = Buffer.from(await archive.read('project.qde')).toString('utf8');
  codebook = String(await fileOf('qdc'));
});
afterAll(() => notebook.remove());

const broken = (xml: string): string[] => {
  const root = parseXml(xml);
  return [...brokenRefiRules(root), ...brokenReferences(root)];
};

const ofProjects: readonly Spoiling[] = [
  { what: 'another namespace', from: 'urn:QDA-XML:project:1.0', to: 'urn:QDA-XML:project:2.0' },
  { what: 'no namespace', from: ' xmlns="urn:QDA-XML:project:1.0"', to: '' },
  { what: 'another root', from: /<(\/?)Project\b/g, to: '<$1Projekt' },
  { what: 'a project without a name', from: ' name="Test"', to: '' },
  {
    what: 'a day that is none',
    from: /creationDateTime="\d{4}-\d\d-\d\d/,
    to: 'creationDateTime="2026-02-30',
  },
  { what: 'a time without its day', from: /creationDateTime="\d{4}-\d\d-\d\dT/, to: 'creationDateTime="' },
  { what: 'users after the codebook', from: /(<Users>.*<\/Users>)\n([^]*?<\/CodeBook>)/, to: '$2$1' },
  { what: 'no user in the list of users', from: /<User [^>]*\/>/, to: '' },
  { what: 'a user without a GUID', from: /<User guid="[^"]*"/, to: '<User' },
  { what: 'a short GUID', from: /<User guid="[0-9a-f]/, to: '<User guid="' },
  { what: 'codes that stand in no list', from: /<\/?Codes>/g, to: '' },
  { what: 'a code without a name', from: ' name="Tkabove"', to: '' },
  { what: 'a code that is codable perhaps', from: 'isCodable="true"', to: 'isCodable="perhaps"' },
  { what: 'a code that does not say if it is codable', from: ' isCodable="true"', to: '' },
  { what: 'a colour by its name', from: 'color="#f29f3f"', to: 'color="orange"' },
  {
    what: 'a description after the codes below',
    from: /(<Description>[^<]*<\/Description>)(<\/Code>)/,
    to: '<Code guid="00000000-0000-4000-8000-000000000000" name="n" isCodable="true"/>$1$2',
  },
  { what: 'a variable of no type', from: 'typeOfVariable="Text"', to: 'typeOfVariable="Words"' },
  {
    what: 'a value without its variable',
    from: /<VariableValue><VariableRef [^>]*\/>/,
    to: '<VariableValue>',
  },
  {
    what: 'a value before its variable',
    from: /(<VariableRef [^>]*\/>)(<TextValue>[^<]*<\/TextValue>)/,
    to: '$2$1',
  },
  {
    what: 'values before codes in a case',
    from: /(<CodeRef [^>]*\/>)(<VariableValue>.*?<\/VariableValue>)/,
    to: '$2$1',
  },
  { what: 'a selection without an end', from: / endPosition="\d+"/, to: '' },
  { what: 'a position in words', from: /startPosition="\d+"/, to: 'startPosition="the first"' },
  { what: 'a position between two', from: /startPosition="(\d+)"/, to: 'startPosition="$1.5"' },
  { what: 'a coding without its code', from: /(<Coding [^>]*>)<CodeRef [^>]*\/>/, to: '$1' },
  { what: 'two codes in one coding', from: /(<Coding [^>]*>)(<CodeRef [^>]*\/>)/, to: '$1$2$2' },
  {
    what: 'notes before codings',
    from: /(<Coding guid="[^"]*"><CodeRef [^>]*\/><\/Coding>)(<NoteRef [^>]*\/>)/,
    to: '$2$1',
  },
  { what: 'words between elements', from: '<Sources>', to: '<Sources>all of them' },
  { what: 'an element of our own', from: '<Links>', to: '<Ties/><Links>' },
  { what: 'an attribute of our own', from: '<Link ', to: '<Link coder="me" ' },
  { what: 'a link in no direction', from: 'direction="OneWay"', to: 'direction="There"' },
  { what: 'links before notes', from: /(<Notes>[^]*<\/Notes>\n)(<Links>[^]*<\/Links>\n)/, to: '$2$1' },
  {
    what: 'a GUID twice',
    from: /(<Code guid=")([^"]*)("[^>]*><Code guid=")[^"]*/,
    to: '$1$2$3$2',
    isUnseenBySchema: true,
  },
  {
    what: 'a reference that leads nowhere',
    from: /<CodeRef targetGUID="[^"]*"/,
    to: '<CodeRef targetGUID="00000000-0000-4000-8000-000000000000"',
    isUnseenBySchema: true,
  },
  { what: 'two codes of one name', from: 'name="Tktag"', to: 'name="tkABOVE"', isUnseenBySchema: true },
  { what: 'a GUID in capitals', from: /(<Code guid="[0-9-]*)([a-f])/, to: '$1A', isUnseenBySchema: true },
  {
    what: 'the words within the project',
    from: /(<TextSource [^>]*>)/,
    to: '$1<PlainTextContent>a</PlainTextContent>',
    isUnseenBySchema: true,
  },
  {
    what: 'a source whose file is not named',
    from: / plainTextPath="[^"]*"/,
    to: '',
    isUnseenBySchema: true,
  },
  { what: 'a file of a folder', from: 'internal://', to: 'internal://Sources/', isUnseenBySchema: true },
];

const ofCodebooks: readonly Spoiling[] = [
  { what: 'the namespace of projects', from: 'urn:QDA-XML:codebook:1.0', to: 'urn:QDA-XML:project:1.0' },
  { what: 'no codes', from: /<Codes>[^]*<\/Codes>/, to: '' },
  { what: 'an empty list of codes', from: /<Codes>[^]*<\/Codes>/, to: '<Codes/>' },
  { what: 'a code without a GUID', from: /<Code guid="[^"]*"/, to: '<Code' },
  {
    what: 'a note on a code',
    from: /(<Code [^>]*>)/,
    to: '$1<NoteRef targetGUID="00000000-0000-4000-8000-000000000000"/>',
  },
];

describe('projects and codebooks', () => {
  it('keep the rules in our own words', () => {
    expect(broken(project)).toEqual([]);
    expect(broken(codebook)).toEqual([]);
  });

  it.skipIf(!officialSchema('refi-project'))('keep the official schema', () => {
    checkXml(project, officialSchema('refi-project'));
    checkXml(codebook, officialSchema('refi-codebook'));
  });
});

describe.each([
  { name: 'a project', spoilings: ofProjects, schema: officialSchema('refi-project'), file: () => project },
  {
    name: 'a codebook',
    spoilings: ofCodebooks,
    schema: officialSchema('refi-codebook'),
    file: () => codebook,
  },
])('$name that is spoiled', ({ spoilings, schema, file }) => {
  it.each(spoilings)('is refused by the rules: $what', (spoiling) => {
    expect(broken(spoil(file(), spoiling))).not.toEqual([]);
  });

  it.skipIf(schema === null)('is refused by the official schema, as far as it sees that', () => {
    const accepted = spoilings.filter((each) => !isRefused(() => checkXml(spoil(file(), each), schema)));
    expect(accepted.map(({ what }) => what)).toEqual(
      spoilings.filter(({ isUnseenBySchema }) => isUnseenBySchema).map(({ what }) => what),
    );
  });
});
