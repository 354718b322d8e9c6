/** A notebook of short articles in several languages with passages, accounts, tags and merged things, for trying the search. */
import { serialiseContent } from '../../../../shared/document/serialise-content';
import { textToBlocks } from '../../../../shared/document/text-to-blocks';
import { certainties, modes } from '../../../../shared/model/account';
import { colours } from '../../../../shared/model/tag';
import { addAccount } from '../../accounts/change-account';
import { annotate } from '../../annotations/annotate';
import { insertArticle } from '../../articles/change-article';
import { setExclusion } from '../../articles/exclusions';
import { createEventType } from '../../codebook/event-types';
import { mergeTags } from '../../codebook/merge-tags';
import { createTag, tagArticles } from '../../codebook/tags';
import { runCommand } from '../../core/run-command';
import { all, run, type WritableDB } from '../../core/sql';
import { addAlias, createEntity, updateEntity } from '../../entities/change-entity';
import { mergeEntities } from '../../entities/merge-entities';
import { createEvent } from '../../events/change-event';
import { createNote } from '../../notes/change-note';

/** Words of the texts by language; the others are names. */
export const wordsOfLanguage = {
  en: 'attack attacks attacked troops city cities said report reports reported bridge house the of no talks running ran'.split(
    ' ',
  ),
  de: 'Angriff Angriffe Stadt Städte sagte Bericht Berichte Brücke Häuser Haus die der keine Gespräche'.split(
    ' ',
  ),
  fr: 'attaque attaques ville villes rapport rapports pont maison maisons le la pas forcés'.split(' '),
  ru: 'атака атаки город города доклад доклады мост дом дома сказал нет в'.split(' '),
  uk: 'атака атаки місто міста звіт звіти міст будинок будинки сказав ні у'.split(' '),
  zh: '停 战 谈 判 北 京 总 统'.split(' '),
} as const;
type Language = keyof typeof wordsOfLanguage;

/** Actors and places with their other names; a place may lie in another. */
export const cast = {
  actors: [
    ['Vladimir Putin', 'Путін', 'Владимир Путин'],
    ['Volodymyr Zelensky', 'Зеленський', 'Zelenskyy'],
    ['Olaf Scholz', 'Шольц'],
    ['Security Council'],
    ['Red Cross', 'Croix-Rouge'],
    ['Anna Lyon'],
    ['The Kremlin', 'Кремль'],
    ['Kremlin palace'],
  ],
  places: [
    ['Ukraine'],
    ['Kyiv', 'Київ', 'Kiev'],
    ['Luhansk region'],
    ['Luhansk', 'Луганськ'],
    ['Lyon'],
    ['Odesa'],
  ],
} as const;

/** Which place lies in which. */
const insides: readonly (readonly [part: number, whole: number])[] = [
  [1, 0],
  [2, 0],
  [3, 2],
  [5, 0],
];

export const publishers = ['The Guardian', 'guardian', 'Ukrainska Pravda', 'Le Monde', ''] as const;
export const authors = ['Jane Roe', 'Ivan Petrenko', 'Zoë Müller'] as const;
export const tagNames = ['wording', 'denial', 'propaganda', 'number', 'figure'] as const;
export const roles = ['initiator', 'target', 'speaker'] as const;
export const typeNames = ['Violence', 'Shelling', 'Talks'] as const;
const dates = [
  '2024-12-31',
  '2025-01',
  '2025-06-30',
  '2025-07-01',
  '2025-07-03',
  '2025',
  '2023-06/2025-07',
  '2024-06/..',
  '../1991',
  '1990/2025',
  null,
] as const;

/** A small generator of numbers, the same from the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Making {
  readonly db: WritableDB;
  readonly random: () => number;
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
  readonly actors: string[];
  readonly places: string[];
  readonly tags: string[];
  readonly types: string[];
  readonly events: string[];
  readonly passages: string[];
}

function makeCast(making: Making): void {
  const { db, actors, places, tags, types } = making;
  const make = (
    kind: 'actor' | 'place',
    [name, ...aliases]: readonly string[],
    isPerson: boolean,
  ): string => {
    const { id } = createEntity(db, { kind, actorKind: isPerson ? 'person' : '', name: name ?? '' });
    for (const alias of aliases) addAlias(db, { entityId: id, name: alias });
    return id;
  };
  cast.actors.forEach((names, at) => actors.push(make('actor', names, at < 3 || at === 5)));
  cast.places.forEach((names) => places.push(make('place', names, false)));
  for (const [part, whole] of insides)
    updateEntity(db, { id: places[part] ?? '', parentId: places[whole] ?? null });
  tagNames.forEach((name, at) =>
    tags.push(createTag(db, { name, parentId: at === 1 ? (tags[0] ?? null) : null }).id),
  );
  for (const name of typeNames) types.push(createEventType(db, { name }).id);
  run(db, 'UPDATE event_type SET parent_id = ? WHERE id = ?', [types[0] ?? null, types[1] ?? null]);
}

/** Merged after things were linked to both. */
function mergeSome({ db, actors, tags }: Making): void {
  mergeEntities(db, { keepId: actors[6] ?? '', mergeId: actors[7] ?? '' });
  mergeTags(db, { keepId: tags[3] ?? '', mergeId: tags[4] ?? '' });
}

const languages = Object.keys(wordsOfLanguage) as Language[];
const allNames = [...cast.actors, ...cast.places].flat();

function makeSentence({ random, pick }: Making, language: Language): string {
  const words = Array.from({ length: 3 + Math.floor(random() * 3) }, () =>
    random() < 0.15 ? pick(allNames) : pick(wordsOfLanguage[language]),
  );
  const sentence = words.join(language === 'zh' ? '' : ' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${language === 'zh' ? '。' : '.'}`;
}

function makeText(making: Making, language: Language): string {
  const { random } = making;
  const sentences = Array.from({ length: 2 + Math.floor(random() * 2) }, () =>
    makeSentence(making, language),
  );
  return sentences.reduce((text, sentence) => text + (random() < 0.3 ? '\n' : ' ') + sentence);
}

function makePassage(making: Making, articleId: string, revisionId: string, length: number): void {
  const { db, random, pick, actors, places, tags, events, passages } = making;
  const part = () => {
    const start = Math.floor(random() * Math.max(1, length - 6));
    return { start, end: Math.min(length, start + 3 + Math.floor(random() * 30)) };
  };
  const first = part();
  const second = part();
  const parts = random() < 0.1 && second.start > first.end ? [first, second] : [first];
  const entities = [actors, places].flatMap((ids) => (random() < 0.55 ? [{ id: pick(ids) }] : []));
  const { annotationId } = annotate(db, {
    on: { articleId, revisionId, parts },
    entities,
    events: random() < 0.2 ? [{ id: pick(events) }] : [],
    tags: random() < 0.25 ? [{ id: pick(tags) }] : [],
    colour: random() < 0.2 ? pick(colours) : null,
    comment: random() < 0.15 ? makeSentence(making, 'en') : '',
  });
  passages.push(annotationId);
}

function makeArticle(making: Making, index: number): void {
  const { db, random, pick } = making;
  const language = random() < 0.4 ? 'en' : pick(languages);
  const text = makeText(making, language);
  const edtf = pick(dates);
  const { id, revisionId } = insertArticle(db, {
    kind: 'captured',
    metadata: {
      title: makeSentence(making, language),
      authors: random() < 0.5 ? [pick(authors)] : [],
      publisher: pick(publishers),
      url: '',
      language: random() < 0.1 ? '' : language === 'en' ? pick(['en', 'en-US']) : language,
      published: edtf === null ? null : { edtf, words: '' },
      fields: {},
    },
    content: serialiseContent(textToBlocks(text)),
    reason: 'Imported',
    capturedAt: '2026-01-01T00:00:00.000Z',
  });
  const length = [...text].length;
  if (index % 25 === 0)
    setExclusion(db, { articleId: id, range: { start: 0, end: Math.min(9, length - 1) }, state: 'excluded' });
  if (random() < 0.1) tagArticles(db, { articleIds: [id], tag: { id: pick(making.tags) } });
  if (random() < 0.3) run(db, 'UPDATE article SET read_at = ? WHERE id = ?', ['2026-01-02', id]);
  for (let passage = 0; passage < 3 && random() < 0.55; passage++)
    makePassage(making, id, revisionId, length);
}

function makeAccount(making: Making): void {
  const { db, random, pick, actors, places, passages } = making;
  const said = pick(['narrator', 'unnamed', 'actors', 'none'] as const);
  const claimant =
    said === 'actors'
      ? { kind: said, actorIds: [pick(actors)] }
      : said === 'unnamed'
        ? { kind: said, words: 'officials said' }
        : { kind: said };
  const isRole = random() < 0.6;
  addAccount(db, {
    eventId: pick(making.events),
    fact: isRole ? 'participant' : 'place',
    key: isRole ? pick(roles) : '',
    value: isRole
      ? { kind: 'entity', entityId: pick(actors) }
      : { kind: 'place', placeId: pick(places), precision: '' },
    claimant,
    mode: pick(modes),
    certainty: pick(certainties),
    comment: random() < 0.2 ? 'reported twice' : '',
    evidence: random() < 0.8 ? [pick(passages)] : [],
  });
}

function makeEvents(making: Making): void {
  const { db, random, pick, events, types, places } = making;
  for (let count = 0; count < 40; count++) {
    const edtf = pick(dates.slice(0, 8));
    events.push(
      createEvent(db, {
        title: `${makeSentence(making, 'en')} ${count % 7}`,
        typeId: random() < 0.7 ? pick(types) : null,
        date: edtf === null || random() < 0.2 ? null : { edtf, words: 'at night' },
        placeId: random() < 0.4 ? pick(places) : null,
      }).id,
    );
  }
}

function makeNote(making: Making): void {
  const { db, random, pick, actors, events, passages } = making;
  const cited =
    random() < 0.5
      ? (['entity', pick(actors)] as const)
      : random() < 0.5
        ? (['event', pick(events)] as const)
        : (['annotation', pick(passages)] as const);
  const content = `<p>${makeSentence(making, 'en')} <cite data-kind="${cited[0]}" data-id="${cited[1]}">it</cite></p>`;
  createNote(db, { title: makeSentence(making, 'en'), content });
}

/** Some passages whose words are gone or have changed. */
function loseSome({ db }: Making): void {
  const some = all<{ id: string; at: number }>(
    db,
    'SELECT annotation_id AS id, row_number() OVER (ORDER BY annotation_id) AS at FROM anchor WHERE part = 0',
  ).filter(({ at }) => at % 40 < 2);
  for (const { id, at } of some)
    run(db, 'UPDATE anchor SET state = ? WHERE annotation_id = ? AND part = 0', [
      at % 40 === 0 ? 'orphan' : 'changed',
      id,
    ]);
}

/** Fills an empty notebook; the same from the same seed. */
export function makeRows(db: WritableDB, articles: number, seed: number): void {
  const random = seeded(seed);
  const pick = <Thing>(things: readonly Thing[]): Thing =>
    things[Math.floor(random() * things.length)] as Thing;
  const making: Making = {
    db,
    random,
    pick,
    actors: [],
    places: [],
    tags: [],
    types: [],
    events: [],
    passages: [],
  };
  const step = (work: () => void) => void runCommand(db, work);
  step(() => makeCast(making));
  step(() => makeEvents(making));
  for (let from = 0; from < articles; from += 250)
    step(() => {
      for (let at = from; at < Math.min(articles, from + 250); at++) makeArticle(making, at);
    });
  step(() => {
    for (let count = 0; count < 160; count++) makeAccount(making);
    for (let count = 0; count < 30; count++) makeNote(making);
  });
  step(() => mergeSome(making));
  step(() => loseSome(making));
}
