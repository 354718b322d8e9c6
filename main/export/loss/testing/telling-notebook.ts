/** A notebook that has every feature, each bearing words of its own by which it is found in what is written; for tests only. */
import { run as write } from '../../../store/core/sql';
import { documentOf, rangeOf, type TemporaryNotebook } from '../../../store/core/temporary-notebook';
import type { ExportData } from '../../gather/export-data';
import { gatherExport } from '../../gather/gather-export';
import type { Feature } from '../features';

const lines = {
  opening: `Tkfulltext begins. ${'word '.repeat(300)}ends.`,
  quoted: 'Tkbefore stands here, Tkquote 😀 e\u0301t שלום was said, Tkafter stands there.',
  second: 'Some people met Tkpartb elsewhere.',
  changed: 'The old words Tkwaswords were printed on this very line of the page.',
  gone: 'These Tkorphan words vanish altogether.',
  cue: 'He only Tkcuewords it.',
};
const before = Object.values(lines).join('\n');
const after = before.replace('Tkwaswords', 'Tkiswords').replace(lines.gone, 'Nothing.');

interface Ids {
  readonly articleId: string;
  readonly actor: string;
  readonly place: string;
  readonly event: string;
  readonly quoted: string;
  readonly cue: string;
}

function captureArticle({ capture, run }: TemporaryNotebook): { articleId: string; revisionId: string } {
  const { original } = documentOf(`Tkoriginalbytes ${before}`);
  const html = before.replaceAll('&', '&amp;').split('\n');
  const on = capture(before, {
    content: html.map((line) => `<p>${line}</p>`).join(''),
    original: { ...original, source: 'https://capture.example/Tkcapture.html', mediaType: 'text/html' },
    locators: [{ kind: 'page', label: 'Tkpage', start: 0 }],
  });
  const published = { edtf: '1987-06-05', words: 'Tkpublishedwords' };
  run('updateArticle', {
    id: on.articleId,
    set: {
      title: 'Tktitle',
      authors: ['Tkauthor Bo'],
      publisher: 'Tkpublisher',
      url: 'https://tkaddress.example/x',
      language: 'sq',
      published,
      fields: { shelf: 'Tkfield' },
    },
  });
  run('tagArticles', { articleIds: [on.articleId], tag: { name: 'Tkarticletag' } });
  capture('Tkunmarked stands alone.', {
    metadata: {
      title: 'Tkunmarked',
      authors: [],
      publisher: '',
      url: '',
      language: '',
      published: null,
      fields: {},
    },
  });
  return on;
}

function makeEntities({
  run,
}: TemporaryNotebook): Pick<Ids, 'actor' | 'place'> & { readonly object: string } {
  const make = (kind: 'actor' | 'place' | 'object', name: string, actorKind: 'media' | '' = '') =>
    run('createEntity', { kind, actorKind, name }).id;
  const actor = make('actor', 'Tkactor', 'media');
  const body = make('actor', 'Tkparent');
  const object = make('object', 'Tkobject');
  const country = make('place', 'Tkcountry');
  const place = make('place', 'Tkplace');
  run('updateEntity', {
    id: actor,
    description: 'Tkdescription',
    identifiers: [{ scheme: 'viaf', value: 'Tkidentifier' }],
    parentId: body,
  });
  run('updateEntity', { id: country, precision: 'country' });
  run('updateEntity', {
    id: place,
    parentId: country,
    precision: 'district',
    point: { latitude: 12.3456, longitude: 65.4321, radiusKm: 77.5, source: 'Tkgeosource' },
  });
  run('addAlias', { entityId: actor, name: 'Tkalias', kind: 'alias' });
  run('addAlias', { entityId: actor, name: 'Tkformername', kind: 'former' });
  const merged = make('actor', 'Tkmerged');
  run('mergeEntities', { keepId: actor, mergeId: merged });
  const ally = make('actor', 'Tkally');
  run('addEntityRelation', {
    fromId: actor,
    toId: ally,
    type: 'Tkrelation',
    title: 'Tkreltitle',
    date: { edtf: '1971', words: 'Tkreldate' },
    comment: 'Tkrelcomment',
  });
  return { actor, place, object };
}

function annotateAll(
  { run }: TemporaryNotebook,
  on: { articleId: string; revisionId: string },
  things: { actor: string; place: string; object: string; event: string },
): Pick<Ids, 'quoted' | 'cue'> {
  const mark = (words: readonly string[], says: object = {}) =>
    run('annotate', { on: { ...on, parts: words.map((each) => rangeOf(before, each)) }, ...says })
      .annotationId;
  const quoted = mark(['Tkquote 😀 e\u0301t שלום was said'], {
    comment: 'Tkcomment',
    colour: 'purple',
    tags: [{ name: 'Tktag' }],
    entities: [{ id: things.actor }, { id: things.place }, { id: things.object }],
    events: [{ id: things.event }],
  });
  mark(['Some people', 'Tkpartb elsewhere']);
  mark(['The old words Tkwaswords were printed']);
  mark(['Tkorphan words vanish']);
  return { quoted, cue: mark(['Tkcuewords']) };
}

function makeCodebook({ run, ask }: TemporaryNotebook): { readonly typeId: string } {
  const above = run('createTag', { name: 'Tkabove', parentId: null }).id;
  const tag = run('createTag', { name: 'Tktag', parentId: above }).id;
  run('updateTag', { id: tag, colour: 'orange', description: 'Tktagdescription' });
  const typeAbove = run('createEventType', { name: 'Tktypeabove', description: 'Tktypedescription' }).id;
  const typeId = run('createEventType', { name: 'Tktype', parentId: typeAbove }).id;
  run('createRole', { name: 'Tkrole', description: 'Tkroledescription' });
  expectSome(ask('listTags', {}));
  return { typeId };
}

function expectSome(list: readonly unknown[]): void {
  if (list.length === 0) throw new Error('the telling notebook has nothing to tell');
}

function makeEvents(
  { run }: TemporaryNotebook,
  { actor, place, typeId }: { actor: string; place: string; typeId: string },
): string {
  const event = run('createEvent', {
    title: 'Tkevent',
    typeId,
    date: { edtf: '1983-04-02', words: 'Tkdatewords' },
    placeId: place,
  }).id;
  run('updateEvent', { id: event, description: 'Tkeventdescription' });
  run('addParticipation', { eventId: event, actorId: actor, role: 'Tkrole', annotationId: null });
  const make = (title: string, edtf: string | null) =>
    run('createEvent', {
      title,
      typeId: null,
      date: edtf === null ? null : { edtf, words: '' },
      placeId: place,
    }).id;
  const monthly = make('Tkmonthly', '1984-11');
  make('Tkyearless', '198X');
  make('Tkundated', null);
  const date = { edtf: '1985-01-02', words: '' };
  run('createEvent', { title: 'Tkunlocated', typeId: null, date, placeId: null });
  run('addEventRelation', { fromId: event, toId: monthly, type: 'causes', comment: 'Tkeventrelation' });
  return event;
}

function makeAccounts({ run }: TemporaryNotebook, { event, actor, quoted, cue }: Ids): void {
  const about = { eventId: event, evidence: [quoted] };
  const killed = (low: number) => ({ kind: 'number', comparison: '=', low, high: null }) as const;
  run('addAccount', {
    ...about,
    fact: 'count',
    key: 'killed',
    value: killed(4711),
    claimant: { kind: 'actors', actorIds: [actor] },
    mode: 'alleges',
    certainty: 'doubtful',
    comment: 'Tkaccountcomment',
    cues: [cue],
  });
  run('addAccount', {
    ...about,
    fact: 'count',
    key: 'killed',
    value: killed(815),
    claimant: { kind: 'unnamed', words: 'Tkunnamedsource' },
  });
  run('addAccount', {
    ...about,
    fact: 'participant',
    key: 'Tkrole',
    value: { kind: 'entity', entityId: actor },
    claimant: { kind: 'actors', actorIds: [actor] },
    mode: 'reports',
    certainty: 'probable',
  });
  const outcome = run('addAccount', {
    ...about,
    fact: 'outcome',
    value: { kind: 'text', text: 'Tkoutcome' },
    inferredReason: 'Tkinferred',
  }).id;
  run('preferAccount', { id: outcome, reason: 'Tkpreferred' });
  run('addAccount', { ...about, fact: 'happened', value: { kind: 'boolean', holds: true }, mode: 'plans' });
}

/** Fills a notebook with everything, and answers what an export of it says. */
export function fillTellingly(notebook: TemporaryNotebook): ExportData {
  const { run } = notebook;
  const on = captureArticle(notebook);
  const entities = makeEntities(notebook);
  const event = makeEvents(notebook, { ...entities, ...makeCodebook(notebook) });
  const marks = annotateAll(notebook, on, { ...entities, event });
  write(notebook.db, "UPDATE annotation SET coder = 'Tkcoder'");
  makeAccounts(notebook, { ...on, ...entities, ...marks, event });
  run('saveRevision', {
    articleId: on.articleId,
    baseRevisionId: on.revisionId,
    content: after
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join(''),
    reason: 'Typo',
    anchors: [],
  });
  const cite = `<cite data-kind="annotation" data-id="${marks.quoted}">Tkcitation</cite>`;
  run('createNote', { title: 'Tknote', content: `<p>See ${cite}.</p>` });
  return { ...gatherExport(notebook.db, { kind: 'everything' }), madeAt: '2026-01-02T03:04:05.000Z' };
}

/** The words by which features are found; those without words of their own are only told by what is written without them. */
export const tokens: Readonly<Partial<Record<Feature, string>>> = {
  'article-titles': 'Tktitle',
  'article-texts': 'Tkfulltext',
  'unmarked-articles': 'Tkunmarked',
  authors: 'Tkauthor',
  publishers: 'Tkpublisher',
  addresses: 'tkaddress.example',
  'published-words': 'Tkpublishedwords',
  'article-fields': 'Tkfield',
  'article-tags': 'Tkarticletag',
  captures: 'Tkcapture.html',
  quotations: 'Tkquote',
  'further-parts': 'Tkpartb',
  orphans: 'Tkorphan',
  pages: 'Tkpage',
  comments: 'Tkcomment',
  coders: 'Tkcoder',
  'passage-tags': 'Tktag',
  actors: 'Tkactor',
  places: 'Tkplace',
  objects: 'Tkobject',
  aliases: 'Tkalias',
  'entity-descriptions': 'Tkdescription',
  identifiers: 'Tkidentifier',
  'coordinate-sources': 'Tkgeosource',
  'tag-descriptions': 'Tktagdescription',
  'unused-tags': 'Tkabove',
  'type-descriptions': 'Tktypedescription',
  'role-descriptions': 'Tkroledescription',
  'entity-relations': 'Tkrelation',
  'relation-titles': 'Tkreltitle',
  'relation-comments': 'Tkrelcomment',
  notes: 'Tknote',
  events: 'Tkevent',
  'event-types': 'Tktype',
  'event-descriptions': 'Tkeventdescription',
  'date-words': 'Tkdatewords',
  'dates-without-year': 'Tkyearless',
  'imprecise-dates': 'Tkmonthly',
  'undated-events': 'Tkundated',
  'unlocated-events': 'Tkunlocated',
  'unlocated-places': 'Tkcountry',
  roles: 'Tkrole',
  'event-relations': 'Tkeventrelation',
  'unnamed-sources': 'Tkunnamedsource',
  outcomes: 'Tkoutcome',
  preferences: 'Tkpreferred',
  inferences: 'Tkinferred',
  'account-comments': 'Tkaccountcomment',
};
