/** What REFI-QDA has no place for but variables: details of articles, and (in cases) of actors, places, objects and events. */
import { refiCaseVariables, refiSourceVariables } from '../../../shared/codebook/refi-names';
import { element, textElement } from '../data/xml';
import type { ExportArticle, ExportData, ExportEntity, ExportEvent } from '../gather/export-data';
import { derivedGuid } from './guids';

type Values = readonly (readonly [guid: string, value: string])[];

const lines = (values: readonly string[]): string =>
  values.map((value) => value.replace(/\n/g, ' ')).join('\n');

/** A further field has a variable of its name; one that is called like ours says that it is a field. */
function fieldVariables({
  articles,
}: ExportData): Map<string, { readonly guid: string; readonly name: string }> {
  const ours = Object.values(refiSourceVariables).map(({ name }): string => name.toLowerCase());
  const fields = new Set(articles.flatMap((article) => Object.keys(article.fields)));
  const named = [...fields].map((field) => {
    const name = ours.includes(field.toLowerCase()) ? `${field} (field)` : field;
    return [field, { guid: derivedGuid('field', field), name }] as const;
  });
  return new Map(named);
}

function articleValues(article: ExportArticle): Values {
  const { authors, publisher, url, language, published, publishedWords, fields } = article;
  const own = {
    authors: lines(authors),
    publisher,
    url,
    language,
    published: published ?? '',
    publishedWords,
  };
  return [
    ...Object.entries(refiSourceVariables).map(
      ([key, { guid }]) => [guid, own[key as keyof typeof own]] as const,
    ),
    ...Object.entries(fields).map(([field, value]) => [derivedGuid('field', field), value] as const),
  ];
}

/** The name of a thing's code, by the thing's id. */
type CodeName = (id: string) => string | undefined;

const ownName = (id: string, name: string, codeName: CodeName): Values => [
  [refiCaseVariables.name.guid, codeName(id) === name ? '' : name],
];

function entityValues(entity: ExportEntity, codeName: CodeName): Values {
  const identifiers = entity.identifiers.map(({ scheme, value }) => `${scheme}:${value}`);
  return [
    ...ownName(entity.id, entity.name, codeName),
    [refiCaseVariables.actorKind.guid, entity.actorKind],
    [refiCaseVariables.aliases.guid, lines(entity.aliases)],
    [refiCaseVariables.identifiers.guid, lines(identifiers)],
  ];
}

function eventValues(event: ExportEvent, codeName: CodeName): Values {
  const { place } = event;
  const participants = event.participants.map(({ id, name, role }) => {
    const named = codeName(id) ?? name;
    return role === '' && !named.includes(': ') ? named : `${role.replaceAll(': ', ':')}: ${named}`;
  });
  return [
    ...ownName(event.id, event.title, codeName),
    [refiCaseVariables.eventType.guid, event.type],
    [refiCaseVariables.eventDate.guid, event.date ?? ''],
    [refiCaseVariables.eventDateWords.guid, event.dateWords],
    [refiCaseVariables.eventPlace.guid, place === null ? '' : (codeName(place.id) ?? place.name)],
    [refiCaseVariables.participants.guid, lines(participants)],
  ];
}

const valuesXml = (values: Values): string =>
  values
    .filter(([, value]) => value !== '')
    .map(([guid, value]) =>
      element(
        'VariableValue',
        {},
        element('VariableRef', { targetGUID: guid }),
        textElement('TextValue', value),
      ),
    )
    .join('');

/** The values of an article's text. */
export const articleValuesXml = (article: ExportArticle): string => valuesXml(articleValues(article));

/** Every variable that may have a value. */
export function* variablesXml(data: ExportData): Generator<string> {
  const variables = [
    ...Object.values(refiSourceVariables),
    ...Object.values(refiCaseVariables),
    ...fieldVariables(data).values(),
  ];
  yield '<Variables>';
  for (const { guid, name } of variables) yield element('Variable', { guid, name, typeOfVariable: 'Text' });
  yield '</Variables>\n';
}

function caseXml(id: string, name: string, values: Values): string {
  const reference = element('CodeRef', { targetGUID: id });
  return `${element('Case', { guid: derivedGuid('case', id), name }, reference, valuesXml(values))}\n`;
}

/** A case for each entity and event, which leads to its code. */
export function* casesXml({ entities, events }: ExportData, codeName: CodeName): Generator<string> {
  if (entities.length + events.length === 0) return;
  yield '<Cases>\n';
  for (const entity of entities)
    yield caseXml(entity.id, codeName(entity.id) ?? entity.name, entityValues(entity, codeName));
  for (const event of events)
    yield caseXml(event.id, codeName(event.id) ?? event.title, eventValues(event, codeName));
  yield '</Cases>\n';
}
