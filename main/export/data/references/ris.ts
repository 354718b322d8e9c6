/** Articles as RIS: a tag and a value a line, CRLF. Dates have the parts that are sure, and words where they are not. */
import { oneFile } from '../../formats/format';
import { startYear, sureDate } from '../days';
import { noteLines, publishedWords, type Reference, referenceOf } from './reference';

type Line = readonly [tag: string, value: string];

/** A value is one line. */
const lineOf = ([tag, value]: Line): string => `${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, ' ')}\r\n`;

const pad = (number: number | null): string => (number === null ? '' : String(number).padStart(2, '0'));

/** `YYYY/MM/DD/words`, the parts that are not sure empty. */
function dateLine(reference: Reference): Line[] {
  const { published } = reference.article;
  const date = sureDate(published);
  const year = startYear(published);
  const words = publishedWords(reference.article).replaceAll('/', '-');
  if (year === null) return [];
  return [
    ['PY', String(year).padStart(4, '0')],
    ['DA', `${String(year).padStart(4, '0')}/${pad(date?.month ?? null)}/${pad(date?.day ?? null)}/${words}`],
  ];
}

function linesOf(reference: Reference): Line[] {
  const { article, known, accessed } = reference;
  const isPage = article.url !== '';
  const lines: readonly Line[] = [
    ['TI', article.title],
    ...article.authors.map((name): Line => ['AU', name]),
    [isPage ? 'T2' : 'PB', article.publisher],
    ['CY', known['place'] ?? ''],
    ...dateLine(reference),
    ['UR', article.url],
    ['Y2', accessed ? `${accessed.year}/${pad(accessed.month)}/${pad(accessed.day)}/` : ''],
    ['DO', known['doi'] ?? ''],
    ['SN', known['issn'] ?? known['isbn'] ?? ''],
    ['VL', known['volume'] ?? ''],
    ['IS', known['issue'] ?? ''],
    ['SP', known['pages'] ?? ''],
    ['ET', known['edition'] ?? ''],
    ['LA', article.language],
    ...article.tags.map((tag): Line => ['KW', tag]),
    ...noteLines(reference).map((line): Line => ['N1', line]),
    ['ID', article.id],
  ];
  return lines.filter(([, value]) => value !== '');
}

export const makeRis = oneFile(function* (data, { each }) {
  for (const article of each(data.articles, 'articles')) {
    const lines: Line[] = [
      ['TY', article.url === '' ? 'GEN' : 'ELEC'],
      ...linesOf(referenceOf(article)),
      ['ER', ''],
    ];
    yield `${lines.map(lineOf).join('')}\r\n`;
  }
});
