/** What an export says with one feature taken away: a format that loses it writes the same. For tests only. */
import type {
  ExportAccount,
  ExportArticle,
  ExportData,
  ExportEntity,
  ExportEntityRelation,
  ExportEvent,
  ExportPart,
  ExportPassage,
  ExportTag,
} from '../../gather/export-data';
import type { Feature } from '../features';

type Change = (data: ExportData) => ExportData;

const articles =
  (change: (article: ExportArticle) => ExportArticle): Change =>
  (data) => ({
    ...data,
    articles: data.articles.map(change),
    around: { ...data.around, articles: data.around.articles.map(change) },
  });
const passages =
  (change: (passage: ExportPassage) => ExportPassage): Change =>
  (data) => ({ ...data, passages: data.passages.map(change) });
const parts = (change: (part: ExportPart) => ExportPart): Change =>
  passages((passage) => ({ ...passage, parts: passage.parts.map(change) }));
const entities =
  (change: (entity: ExportEntity) => ExportEntity): Change =>
  (data) => ({ ...data, entities: data.entities.map(change) });
const events =
  (change: (event: ExportEvent) => ExportEvent): Change =>
  (data) => ({ ...data, events: data.events.map(change) });
const accounts = (change: (account: ExportAccount) => ExportAccount | null): Change =>
  events((event) => ({ ...event, accounts: event.accounts.flatMap((account) => change(account) ?? []) }));
const relations =
  (change: (relation: ExportEntityRelation) => ExportEntityRelation): Change =>
  (data) => ({ ...data, entityRelations: data.entityRelations.map(change) });
const tags =
  (change: (tag: ExportTag) => ExportTag): Change =>
  (data) => ({ ...data, tags: data.tags.map(change) });

/** Nothing refers to what is gone. */
function withoutEntities(holds: (entity: ExportEntity) => boolean): Change {
  return (data) => {
    const gone = new Set(data.entities.filter(holds).map(({ id }) => id));
    const stays = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
      things.filter(({ id }) => !gone.has(id));
    return {
      ...data,
      entities: stays(data.entities),
      passages: data.passages.map((passage) => ({ ...passage, entities: stays(passage.entities) })),
      entityRelations: data.entityRelations.filter(({ from, to }) => !gone.has(from.id) && !gone.has(to.id)),
      events: data.events.map((event) => ({
        ...event,
        place: event.place && gone.has(event.place.id) ? null : event.place,
        participants: stays(event.participants),
        accounts: event.accounts.filter(
          ({ value }) =>
            !(value.kind === 'place' && gone.has(value.placeId)) &&
            !(value.kind === 'entity' && gone.has(value.entityId)),
        ),
      })),
    };
  };
}

function withoutEvents(holds: (event: ExportEvent) => boolean): Change {
  return (data) => {
    const gone = new Set(data.events.filter(holds).map(({ id }) => id));
    return {
      ...data,
      events: data.events.filter(({ id }) => !gone.has(id)),
      passages: data.passages.map((passage) => ({
        ...passage,
        events: passage.events.filter(({ id }) => !gone.has(id)),
      })),
      eventRelations: data.eventRelations.filter(({ from, to }) => !gone.has(from.id) && !gone.has(to.id)),
    };
  };
}

const withoutPassages = (holds: (passage: ExportPassage) => boolean): Change => {
  return (data) => {
    const gone = new Set(data.passages.filter(holds).map(({ id }) => id));
    const stays = (ids: readonly string[]) => ids.filter((id) => !gone.has(id));
    return {
      ...data,
      passages: data.passages.filter(({ id }) => !gone.has(id)),
      events: data.events.map((event) => ({ ...event, evidence: stays(event.evidence) })),
    };
  };
};

const isDay = (date: string | null): boolean => /^\d{4}-\d\d-\d\d$/.test(date ?? '');
const isYearless = (date: string | null): boolean => date !== null && /X/.test(date);

const articleChanges = {
  'article-titles': articles((article) => ({ ...article, title: '' })),
  // Of the same length: the rest of the text stays where it is.
  'article-texts': (data) => ({
    ...data,
    textOf: (id) => data.textOf(id).replace('Tkfulltext', 'Xxfulltext'),
    contentOf: (id) => data.contentOf(id).replace('Tkfulltext', 'Xxfulltext'),
  }),
  'unmarked-articles': (data) => ({
    ...data,
    articles: data.articles.filter(({ id }) => data.passages.some(({ articleId }) => articleId === id)),
  }),
  authors: articles((article) => ({ ...article, authors: [] })),
  publishers: articles((article) => ({ ...article, publisher: '' })),
  addresses: articles((article) => ({ ...article, url: '' })),
  languages: articles((article) => ({ ...article, language: '' })),
  published: articles((article) => ({ ...article, published: null })),
  'published-words': articles((article) => ({ ...article, publishedWords: '' })),
  'article-fields': articles((article) => ({ ...article, fields: {} })),
  'article-tags': articles((article) => ({ ...article, tags: [] })),
  captures: articles((article) => ({
    ...article,
    originals: article.originals.map((original) => ({ ...original, source: '' })),
  })),
  'original-files': (data) => ({ ...data, bytesOf: () => new Uint8Array() }),
  'earlier-revisions': articles((article) => ({ ...article, earlierRevisions: 0 })),
} satisfies Partial<Record<Feature, Change>>;

const passageChanges = {
  quotations: parts((part) => ({ ...part, words: '', quote: { ...part.quote, exact: '' } })),
  contexts: parts((part) => ({
    ...part,
    before: '',
    after: '',
    quote: { ...part.quote, prefix: '', suffix: '' },
  })),
  positions: parts((part) => ({ ...part, start: 0, end: 0 })),
  'further-parts': passages((passage) => ({ ...passage, parts: passage.parts.slice(0, 1) })),
  orphans: withoutPassages(({ parts: all }) => all.some(({ state }) => state === 'orphan')),
  'changed-words': parts((part) =>
    part.state === 'changed'
      ? { ...part, state: 'exact', quote: { ...part.quote, exact: part.words } }
      : part,
  ),
  pages: parts((part) => ({ ...part, locator: '' })),
  comments: passages((passage) => ({ ...passage, comment: '' })),
  colours: passages((passage) => ({ ...passage, colour: null })),
  coders: passages((passage) => ({ ...passage, coder: '' })),
  'passage-tags': passages((passage) => ({ ...passage, tags: [] })),
  mentions: passages((passage) => ({ ...passage, entities: [] })),
  'event-evidence': (data) => ({
    ...data,
    passages: data.passages.map((passage) => ({ ...passage, events: [] })),
    events: data.events.map((event) => ({ ...event, evidence: [] })),
  }),
} satisfies Partial<Record<Feature, Change>>;

const entityChanges = {
  actors: withoutEntities(({ kind }) => kind === 'actor'),
  places: withoutEntities(({ kind }) => kind === 'place'),
  objects: withoutEntities(({ kind }) => kind === 'object'),
  'unlocated-places': withoutEntities(({ kind, point }) => kind === 'place' && point === null),
  'actor-kinds': entities((entity) => ({ ...entity, actorKind: '' })),
  aliases: entities((entity) => ({ ...entity, aliases: [], names: [] })),
  'alias-kinds': entities((entity) => ({
    ...entity,
    names: entity.names.map(({ name }) => ({ name, kind: 'alias' })),
  })),
  'entity-descriptions': entities((entity) => ({ ...entity, description: '' })),
  identifiers: entities((entity) => ({ ...entity, identifiers: [] })),
  parents: entities((entity) => ({ ...entity, parent: null })),
  coordinates: entities((entity) => ({ ...entity, point: null })),
  'place-precision': entities((entity) => ({ ...entity, precision: '' })),
  'place-radius': entities((entity) => ({
    ...entity,
    point: entity.point && { ...entity.point, radiusKm: null },
  })),
  'coordinate-sources': entities((entity) => ({
    ...entity,
    point: entity.point && { ...entity.point, source: '' },
  })),
  merges: entities((entity) => ({ ...entity, merged: [] })),
  'entity-relations': (data) => ({ ...data, entityRelations: [] }),
  'relation-times': relations((relation) => ({ ...relation, date: null })),
  'relation-titles': relations((relation) => ({ ...relation, title: '' })),
  'relation-comments': relations((relation) => ({ ...relation, comment: '' })),
  'tag-hierarchy': tags((tag) => ({ ...tag, parentId: null })),
  'tag-colours': tags((tag) => ({ ...tag, colour: null })),
  'tag-descriptions': tags((tag) => ({ ...tag, description: '' })),
  'unused-tags': (data) => ({
    ...data,
    tags: data.tags
      .filter(({ name }) => [...data.articles, ...data.passages].some((bearer) => bearer.tags.includes(name)))
      .map((tag) => ({ ...tag, parentId: null })),
  }),
  'type-hierarchy': (data) => ({
    ...data,
    eventTypes: data.eventTypes.map((type) => ({ ...type, parentId: null })),
  }),
  'type-descriptions': (data) => ({
    ...data,
    eventTypes: data.eventTypes.map((type) => ({ ...type, description: '' })),
  }),
  'role-descriptions': (data) => ({
    ...data,
    roles: data.roles.map((role) => ({ ...role, description: '' })),
  }),
  notes: (data) => ({ ...data, notes: [] }),
  citations: (data) => ({
    ...data,
    notes: data.notes.map((note) => ({
      ...note,
      citations: [],
      content: note.content.replace(/<\/?cite[^>]*>/g, ''),
    })),
  }),
} satisfies Partial<Record<Feature, Change>>;

const eventChanges = {
  events: withoutEvents(() => true),
  'event-types': events((event) => ({ ...event, type: '', typeId: null })),
  'event-descriptions': events((event) => ({ ...event, description: '' })),
  'event-days': events((event) =>
    isDay(event.date) ? { ...event, date: null, earliest: null, latest: null } : event,
  ),
  'imprecise-dates': withoutEvents(({ date }) => date !== null && !isDay(date) && !isYearless(date)),
  'dates-without-year': withoutEvents(({ date }) => isYearless(date)),
  'unlocated-events': withoutEvents(({ place }) => place === null),
  'date-words': events((event) => ({ ...event, dateWords: '' })),
  'undated-events': withoutEvents(({ date }) => date === null),
  'event-places': events((event) => ({
    ...event,
    place: null,
    accounts: event.accounts.filter(({ fact }) => fact !== 'place'),
  })),
  participants: events((event) => ({
    ...event,
    participants: [],
    accounts: event.accounts.filter(({ fact }) => fact !== 'participant'),
  })),
  roles: events((event) => ({
    ...event,
    participants: event.participants.map((each) => ({ ...each, role: '' })),
    accounts: event.accounts.map((account) =>
      account.fact === 'participant' ? { ...account, key: '' } : account,
    ),
  })),
  happened: events((event) => ({ ...event, happened: 'unsaid' })),
  contradictions: events((event) => ({ ...event, conflictCount: 0 })),
  'event-relations': (data) => ({ ...data, eventRelations: [] }),
  claimants: accounts((account) =>
    account.claimant.kind === 'actors' ? { ...account, claimant: { kind: 'none' } } : account,
  ),
  'unnamed-sources': accounts((account) =>
    account.claimant.kind === 'unnamed' ? { ...account, claimant: { kind: 'none' } } : account,
  ),
  modes: accounts((account) => ({ ...account, mode: 'states' })),
  certainties: accounts((account) => ({ ...account, certainty: '' })),
  counts: accounts((account) => (account.fact === 'count' ? null : account)),
  outcomes: accounts((account) => (account.fact === 'outcome' ? null : account)),
  preferences: accounts((account) => ({ ...account, preferredReason: null })),
  inferences: accounts((account) => ({ ...account, inferredReason: '' })),
  'account-comments': accounts((account) => ({ ...account, comment: '' })),
  'account-evidence': accounts((account) => ({ ...account, evidence: [] })),
  cues: accounts((account) => ({ ...account, cues: [] })),
} satisfies Partial<Record<Feature, Change>>;

/** By feature: the same without it. */
export const without: Readonly<Record<Feature, Change>> = {
  ...articleChanges,
  ...passageChanges,
  ...entityChanges,
  ...eventChanges,
};
