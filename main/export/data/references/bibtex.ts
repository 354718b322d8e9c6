/** Articles as BibTeX (in biblatex's fields, which take dates as they are), in UTF-8. */
import { oneFile } from '../../formats/format';
import { isoOf, sureDate, sureSpan } from '../days';
import { noteLines, type Reference, referenceOf } from './reference';

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Words for a field in braces; what TeX takes for commands is escaped. */
const texText = (words: string): string =>
  words
    .replace(/[\\{}~^]|[&%$#_]/g, (character) => commands[character] ?? `\\${character}`)
    .replace(/\s*\n\s*/g, ' ');

/** Fields that are taken as they stand: only what would end the field is left out. */
const verbatim = (words: string): string =>
  words.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));

const authorsOf = (names: readonly string[]): string =>
  names.map((name) => `{${texText(name)}}`).join(' and ');

/** A date that is sure, or a span of two: `2022-05`, `2021/2023-01-02`. */
function dateField(edtf: string | null): string {
  const date = sureDate(edtf);
  if (date) return isoOf(date);
  const span = sureSpan(edtf);
  return span ? `${isoOf(span.start)}/${isoOf(span.end)}` : '';
}

function fieldsOf(reference: Reference): readonly (readonly [name: string, value: string])[] {
  const { article, known, accessed } = reference;
  const isPage = article.url !== '';
  return [
    ['title', `{${texText(article.title)}}`],
    ['author', authorsOf(article.authors)],
    [isPage ? 'organization' : 'publisher', texText(article.publisher)],
    ['location', texText(known['place'] ?? '')],
    ['date', dateField(article.published)],
    ['url', verbatim(article.url)],
    ['urldate', isPage && accessed ? isoOf(accessed) : ''],
    ['doi', verbatim(known['doi'] ?? '')],
    ['isbn', texText(known['isbn'] ?? '')],
    ['issn', texText(known['issn'] ?? '')],
    ['volume', texText(known['volume'] ?? '')],
    ['number', texText(known['issue'] ?? '')],
    ['pages', texText(known['pages'] ?? '')],
    ['edition', texText(known['edition'] ?? '')],
    ['language', texText(article.language)],
    ['keywords', texText(article.tags.join(', '))],
    ['note', texText(noteLines(reference).join('; '))],
  ];
}

function entryOf(reference: Reference): string {
  const fields = fieldsOf(reference).flatMap(([name, value]) =>
    value === '' || value === '{}' ? [] : `  ${name} = {${value}}`,
  );
  const { id, url } = reference.article;
  return `@${url === '' ? 'misc' : 'online'}{${id},\n${fields.join(',\n')}\n}\n\n`;
}

export const makeBibTex = oneFile(function* (data, { each }) {
  for (const article of each(data.articles, 'articles')) yield entryOf(referenceOf(article));
});
