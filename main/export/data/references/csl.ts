/** Articles as CSL-JSON, for Zotero, Pandoc and others: dates as date-parts as far as they are sure, else in words. */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { oneFile } from '../../formats/format';
import { type SureDate, sureDate, sureSpan } from '../days';
import { type JsonObject, jsonList, present } from '../json-pieces';
import { noteLines, type Reference, referenceOf } from './reference';

const partsOf = ({ year, month, day }: SureDate): number[] =>
  [year, month, day].filter((part): part is number => part !== null);

/** Null: unknown. */
function issued(edtf: string | null): JsonObject | null {
  if (edtf === null) return null;
  const date = sureDate(edtf);
  if (date) return { 'date-parts': [partsOf(date)] };
  const span = sureSpan(edtf);
  return span ? { 'date-parts': [partsOf(span.start), partsOf(span.end)] } : { literal: describeEdtf(edtf) };
}

function itemOf(reference: Reference): JsonObject {
  const { article, known, accessed } = reference;
  const isPage = article.url !== '';
  return present({
    id: article.id,
    type: isPage ? 'webpage' : 'document',
    title: article.title,
    author: article.authors.map((literal) => ({ literal })),
    'container-title': isPage ? article.publisher : '',
    publisher: isPage ? '' : article.publisher,
    'publisher-place': known['place'],
    issued: issued(article.published),
    accessed: accessed ? { 'date-parts': [partsOf(accessed)] } : null,
    URL: article.url,
    DOI: known['doi'],
    ISBN: known['isbn'],
    ISSN: known['issn'],
    volume: known['volume'],
    issue: known['issue'],
    page: known['pages'],
    edition: known['edition'],
    language: article.language,
    keyword: article.tags.join(', '),
    note: noteLines(reference).join('\n'),
  });
}

export const makeCslJson = oneFile((data, { each }) => {
  function* items() {
    for (const article of each(data.articles, 'articles')) yield itemOf(referenceOf(article));
  }
  return jsonList(items());
});
