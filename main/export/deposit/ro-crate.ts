/** An RO-Crate 1.2: the payload with a description of every file and every article as linked data. Nothing is said of rights that is not known. */

import { aboutExport } from '../data/about-export';
import { isoOf, sureDate } from '../data/days';
import { type JsonObject, jsonPieces, present } from '../data/json-pieces';
import type { MakeExport } from '../formats/format';
import type { ExportArticle, ExportData } from '../gather/export-data';
import { type Measure, measuring } from './measured';
import { type PayloadFile, payload } from './payload';

const specification = 'https://w3id.org/ro/crate/1.2';
const articleIri = (id: string): string => `urn:uuid:${id}`;
const fileIri = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

type Described = Omit<PayloadFile, 'data'>;

function fileEntity(
  { name, about, mediaType, articleId }: Described,
  measure: Measure | undefined,
): JsonObject {
  return present({
    '@id': fileIri(name),
    '@type': 'File',
    name: about,
    encodingFormat: mediaType,
    contentSize: measure === undefined ? '' : String(measure.bytes),
    sha256: measure?.sha256,
    about: articleId === undefined ? null : { '@id': articleIri(articleId) },
  });
}

/** A date that is not sure stands in the description. */
function articleEntity(article: ExportArticle): JsonObject {
  const { published, publishedWords } = article;
  const date = sureDate(published);
  const unsure = [date || published === null ? '' : published, publishedWords].filter(
    (words) => words !== '',
  );
  return present({
    '@id': articleIri(article.id),
    '@type': 'Article',
    name: article.title,
    author: article.authors,
    publisher: article.publisher,
    datePublished: date ? isoOf(date) : '',
    description: unsure.length > 0 ? `Published: ${unsure.join(', ')}` : '',
    url: article.url,
    inLanguage: article.language,
    keywords: article.tags,
    dateCreated: article.capturedAt,
    sha256: article.sha256,
  });
}

function rootEntities(data: ExportData, about: readonly string[], files: readonly Described[]): JsonObject[] {
  return [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': specification },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      identifier: `urn:uuid:${data.notebook.id}`,
      name: data.notebook.title,
      description: about.join(' '),
      datePublished: data.madeAt.slice(0, 10),
      license: { '@id': '#rights' },
      hasPart: files.map(({ name }) => ({ '@id': fileIri(name) })),
      mentions: data.articles.map(({ id }) => ({ '@id': articleIri(id) })),
    },
    {
      '@id': '#rights',
      '@type': 'CreativeWork',
      name: 'No licence is given',
      description:
        'Quotations and texts of articles are those of their publishers and authors. Who deposits this says what may be done with the rest.',
    },
    {
      '@id': '#casebook',
      '@type': 'SoftwareApplication',
      name: 'Casebook',
      url: 'https://casebook.example/',
    },
    {
      '@id': '#export',
      '@type': 'CreateAction',
      name: 'Export from the notebook',
      endTime: data.madeAt,
      instrument: { '@id': '#casebook' },
      result: { '@id': './' },
    },
  ];
}

export const makeRoCrate: MakeExport = async function* (data, context) {
  const inside = measuring();
  const files: Described[] = [];
  for (const { data: content, ...described } of payload(data, context)) {
    files.push(described);
    yield inside.pass({ name: described.name, data: content });
  }
  const measures = new Map(inside.measures.map((measure) => [measure.name, measure]));
  const root = rootEntities(data, aboutExport(data, context), files);
  function* graph() {
    yield* root;
    for (const file of files) yield fileEntity(file, measures.get(file.name));
    for (const article of data.articles) yield articleEntity(article);
  }
  const head = { '@context': `${specification}/context` };
  yield { name: 'ro-crate-metadata.json', data: jsonPieces(head, '@graph', graph()) };
};
