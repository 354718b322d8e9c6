/** The notebook as FollowTheMoney entities, a line of JSON each: for Aleph, OpenAleph, yente and others. */

import type { MakeContext } from '../../formats/format';
import { oneFile } from '../../formats/format';
import type { ExportData } from '../../gather/export-data';
import { entitiesById } from '../places/place-chain';
import type { FtmEntity } from './ftm-entity';
import { accountThing, entityRelationEdge, eventRelationEdge, passageThings, roleEdges } from './ftm-links';
import { articleThing, entityThing, eventThing } from './ftm-things';

function* things(data: ExportData, { each, options }: MakeContext): Iterable<FtmEntity> {
  const entities = entitiesById(data);
  const allPassages = [...data.passages, ...data.around.passages];
  const passages = new Map(allPassages.map((passage) => [passage.id, passage]));
  const withTexts = options.texts !== false;
  for (const article of each([...data.articles, ...data.around.articles], 'articles'))
    yield articleThing(article, withTexts ? data.textOf(article.revisionId) : '');
  for (const entity of each([...entities.values()], 'entities')) yield entityThing(entity, entities);
  for (const event of each(data.events, 'events')) {
    yield eventThing(event, { entities, passages });
    yield* roleEdges(event);
    for (const account of event.accounts) yield accountThing(account, event, passages);
  }
  for (const passage of each(allPassages, 'passages')) yield* passageThings(passage);
  for (const relation of data.entityRelations) yield entityRelationEdge(relation, entities);
  for (const relation of data.eventRelations) yield eventRelationEdge(relation);
}

export const makeFollowTheMoney = oneFile(function* (data, context) {
  for (const thing of things(data, context)) yield `${JSON.stringify(thing)}\n`;
});
