/** Reads the XML of a REFI-QDA project (`project.qde`) or codebook (`.qdc`) into data; leaves its text files where they are. */
import { attribute, childElements, childNamed, textOf, type XmlElement } from '../archive/xml-node';
import { refuse } from '../formats/refuse';
import type {
  QdaCase,
  QdaCode,
  QdaOrigin,
  QdaProject,
  QdaSelection,
  QdaSet,
  QdaSource,
  QdaText,
  QdaValue,
} from './project';
import { guidOf } from './project';

type Users = ReadonlyMap<string, string>;

const guidAt = (element: XmlElement, name: string): string => guidOf(attribute(element, name));
const guids = (element: XmlElement, name: string): string[] =>
  childElements(element, name).map((reference) => guidAt(reference, 'targetGUID'));
const descriptionOf = (element: XmlElement): string => textOf(childNamed(element, 'Description')).trim();
const childrenOf = (root: XmlElement, list: string, name: string): XmlElement[] => {
  const found = childNamed(root, list);
  return found ? childElements(found, name) : [];
};

/** A time without a zone is taken for UTC: the formats have no other. */
export function timeOf(said: string): string {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(said.trim())
    ? said.trim()
    : `${said.trim().replace(' ', 'T')}Z`;
  const time = new Date(zoned);
  return said.trim() === '' || Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

function originOf(element: XmlElement, users: Users): QdaOrigin {
  const coder =
    users.get(guidAt(element, 'creatingUser')) ?? users.get(guidAt(element, 'modifyingUser')) ?? '';
  const createdAt = timeOf(attribute(element, 'creationDateTime') || attribute(element, 'modifiedDateTime'));
  return { coder, createdAt };
}

/** All codes, a parent before its children. A code may be nested as deep as XML may. */
export function readCodes(codes: readonly XmlElement[], parent = ''): QdaCode[] {
  return codes.flatMap((element) => {
    const guid = guidAt(element, 'guid');
    const code = {
      guid,
      name: attribute(element, 'name').trim(),
      parent,
      colour: attribute(element, 'color').trim(),
      description: descriptionOf(element),
      notes: guids(element, 'NoteRef'),
    };
    return [code, ...readCodes(childElements(element, 'Code'), guid)];
  });
}

function readValues(element: XmlElement): QdaValue[] {
  return childElements(element, 'VariableValue').flatMap((value) => {
    const reference = childNamed(value, 'VariableRef');
    const said = childElements(value).find(({ name }) => name.endsWith('Value'));
    const words = said ? textOf(said).trim() : '';
    return reference && words !== '' ? [{ variable: guidAt(reference, 'targetGUID'), value: words }] : [];
  });
}

/** Codes of codings, and the notes that hang on a coding. */
function readCodings(element: XmlElement): { readonly codes: string[]; readonly notes: string[] } {
  const codings = childElements(element, 'Coding');
  return {
    codes: codings.flatMap((coding) => guids(coding, 'CodeRef')),
    notes: codings.flatMap((coding) => guids(coding, 'NoteRef')),
  };
}

const numberAt = (element: XmlElement, name: string): number => Number.parseInt(attribute(element, name), 10);

function readSelection(element: XmlElement, users: Users): QdaSelection {
  const { codes, notes } = readCodings(element);
  const area = childNamed(element, 'Representation');
  const firstCoding = childNamed(element, 'Coding');
  const origin = originOf(element, users);
  return {
    guid: guidAt(element, 'guid'),
    start: numberAt(element, 'startPosition'),
    end: numberAt(element, 'endPosition'),
    words: area ? textOf(childNamed(area, 'PlainTextContent')) : attribute(element, 'name'),
    comments: [descriptionOf(element)].filter((words) => words !== ''),
    codes,
    notes: [...guids(element, 'NoteRef'), ...notes],
    isArea: element.name !== 'PlainTextSelection',
    coder: origin.coder || (firstCoding ? originOf(firstCoding, users).coder : ''),
    createdAt: origin.createdAt,
  };
}

function readText(element: XmlElement, users: Users): QdaText {
  const { codes, notes } = readCodings(element);
  const content = childNamed(element, 'PlainTextContent');
  return {
    guid: guidAt(element, 'guid'),
    name: attribute(element, 'name').trim(),
    description: descriptionOf(element),
    path: attribute(element, 'plainTextPath'),
    richPath: attribute(element, 'richTextPath') || attribute(element, 'path'),
    content: content && textOf(content),
    selections: childElements(element, 'PlainTextSelection').map((each) => readSelection(each, users)),
    codes,
    notes: [...guids(element, 'NoteRef'), ...notes],
    values: readValues(element),
    ...originOf(element, users),
  };
}

/** A PDF's text is its representation; what is marked on its pages has a position there at best by its words. */
function readSource(element: XmlElement, users: Users): QdaSource {
  const kind = element.name.replace(/Source$/, '');
  const own = readText(element, users);
  const representation = childNamed(element, 'Representation');
  const others = childElements(element).filter(({ name }) =>
    /(?:PDF|Picture|Audio|Video)Selection$/.test(name),
  );
  const areas = others.map((each) => readSelection(each, users)).filter(({ words }) => words.trim() !== '');
  const transcripts = childElements(element, 'Transcript');
  const text = representation ? readText(representation, users) : own;
  return {
    ...own,
    kind,
    path: text.path,
    content: text.content,
    selections: [...text.selections, ...areas],
    codes: [...new Set([...own.codes, ...text.codes])],
    otherSelections: others.length - areas.length + transcripts.length,
  };
}

function readCase(element: XmlElement): QdaCase {
  return {
    guid: guidAt(element, 'guid'),
    name: attribute(element, 'name').trim(),
    description: descriptionOf(element),
    codes: guids(element, 'CodeRef'),
    values: readValues(element),
    sources: guids(element, 'SourceRef'),
    selections: guids(element, 'SelectionRef'),
  };
}

function readSet(element: XmlElement): QdaSet {
  return {
    name: attribute(element, 'name').trim(),
    codes: guids(element, 'MemberCode'),
    sources: guids(element, 'MemberSource'),
    notes: guids(element, 'MemberNote'),
  };
}

/** The project in a `project.qde`. Throws `import-refused` for XML that is none. */
export function readQde(root: XmlElement): QdaProject {
  if (root.name !== 'Project')
    throw refuse('This is not a REFI-QDA project: its project.qde is something else.');
  const users = new Map(
    childrenOf(root, 'Users', 'User').map((user) => [guidAt(user, 'guid'), attribute(user, 'name').trim()]),
  );
  const codeBook = childNamed(root, 'CodeBook');
  const sources = childNamed(root, 'Sources');
  const variables = childrenOf(root, 'Variables', 'Variable').map(
    (each) =>
      [
        guidAt(each, 'guid'),
        { name: attribute(each, 'name').trim(), description: descriptionOf(each) },
      ] as const,
  );
  return {
    name: attribute(root, 'name').trim(),
    origin: attribute(root, 'origin').trim(),
    description: descriptionOf(root),
    codes: codeBook ? readCodes(childrenOf(codeBook, 'Codes', 'Code')) : [],
    variables: new Map(variables),
    cases: childrenOf(root, 'Cases', 'Case').map(readCase),
    sources: sources ? childElements(sources).map((each) => readSource(each, users)) : [],
    notes: childrenOf(root, 'Notes', 'Note').map((each) => readText(each, users)),
    links: childrenOf(root, 'Links', 'Link').map((link) => ({
      name: attribute(link, 'name'),
      origin: guidAt(link, 'originGUID'),
      target: guidAt(link, 'targetGUID'),
    })),
    sets: childrenOf(root, 'Sets', 'Set').map(readSet),
    graphCount: childrenOf(root, 'Graphs', 'Graph').length,
  };
}

/** A codebook file. Throws `import-refused` for XML that is none. */
export function readQdc(root: XmlElement): { readonly codes: readonly QdaCode[]; readonly origin: string } {
  if (root.name !== 'CodeBook') throw refuse('This is not a REFI-QDA codebook.');
  return { codes: readCodes(childrenOf(root, 'Codes', 'Code')), origin: attribute(root, 'origin') };
}
