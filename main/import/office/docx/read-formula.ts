/**
 * A formula of a Word document in a line: letters in order, raised and lowered ones as such, a fraction with a slash, signs
 * of sums, roots and brackets as they are. How it is laid out is lost, which of its numbers is which is not.
 */
import type { TextMark } from '../../../../shared/document/blocks';
import { attribute, childElements, childNamed, textOf, type XmlElement } from '../../archive/xml-node';

/** Letters of a formula that are set alike. */
export interface FormulaWords {
  readonly text: string;
  readonly mark: TextMark | null;
}

type Mark = FormulaWords['mark'];
type Reader = (element: XmlElement, mark: Mark) => FormulaWords[];

const readChildren: Reader = (parent, mark) => childElements(parent).flatMap((child) => read(child, mark));

const part = (parent: XmlElement, name: string, mark: Mark): FormulaWords[] => {
  const found = childNamed(parent, name);
  return found === null ? [] : readChildren(found, mark);
};

const sign = (text: string, mark: Mark): FormulaWords[] => (text === '' ? [] : [{ text, mark }]);

const lettersOf = (words: readonly FormulaWords[]): string => words.map(({ text }) => text).join('');

/** What a bar holds together in a fraction or under a root, brackets hold in a line. */
const together = (words: readonly FormulaWords[], mark: Mark): FormulaWords[] =>
  /^[\p{L}\p{N}.]*$/u.test(lettersOf(words))
    ? [...words]
    : [{ text: '(', mark }, ...words, { text: ')', mark }];

/** A sign that the properties of an element name; '' is one too: none. */
function signOf(element: XmlElement, properties: string, name: string, usual: string): string {
  const found = childNamed(childNamed(element, properties), name);
  return found === null ? usual : attribute(found, 'val');
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['t', (element, mark) => sign(textOf(element), mark)],
  ['sSup', (element, mark) => [...part(element, 'e', mark), ...part(element, 'sup', 'sup')]],
  ['sSub', (element, mark) => [...part(element, 'e', mark), ...part(element, 'sub', 'sub')]],
  [
    'sSubSup',
    (element, mark) => [
      ...part(element, 'e', mark),
      ...part(element, 'sub', 'sub'),
      ...part(element, 'sup', 'sup'),
    ],
  ],
  [
    'f',
    (element, mark) => [
      ...together(part(element, 'num', mark), mark),
      { text: '/', mark },
      ...together(part(element, 'den', mark), mark),
    ],
  ],
  [
    'rad',
    (element, mark) => [
      ...part(element, 'deg', 'sup'),
      { text: '√', mark },
      ...together(part(element, 'e', mark), mark),
    ],
  ],
  [
    'nary',
    (element, mark) => [
      ...sign(signOf(element, 'naryPr', 'chr', '∫'), mark),
      ...part(element, 'sub', 'sub'),
      ...part(element, 'sup', 'sup'),
      { text: ' ', mark },
      ...part(element, 'e', mark),
    ],
  ],
  [
    'd',
    (element, mark) => [
      ...sign(signOf(element, 'dPr', 'begChr', '('), mark),
      ...readChildren(element, mark),
      ...sign(signOf(element, 'dPr', 'endChr', ')'), mark),
    ],
  ],
]);

function read(element: XmlElement, mark: Mark): FormulaWords[] {
  return (readers.get(element.name) ?? readChildren)(element, mark);
}

/** The words of a formula in order; neighbours that are set alike are one. */
export function readFormula(formula: XmlElement): FormulaWords[] {
  const joined: FormulaWords[] = [];
  for (const words of read(formula, null)) {
    const last = joined.at(-1);
    if (last && last.mark === words.mark)
      joined[joined.length - 1] = { ...last, text: last.text + words.text };
    else joined.push(words);
  }
  return joined;
}
