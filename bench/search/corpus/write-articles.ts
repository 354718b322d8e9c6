/** Writes the articles of the search corpus with their passages, mentions and tags. */
import { createHash } from 'node:crypto';
import { metadataColumns, metadataJson } from '../../../main/store/articles/article-row';
import { contextLength } from '../../../shared/anchoring/describe';
import { colours } from '../../../shared/model/tag';
import { type Random, seeded } from '../../prose';
import { type MadeArticle, type MadePassage, pickZipf } from './made-article';
import { idOf, idsPerArticle, type RowWriter } from './row-writer';
import { rareName } from './sentence-pool';

export const tagCount = 150;
/** These have the others as children. */
const rootTags = 25;
const now = '2026-01-01T00:00:00.000Z';
const tagNumbers = Array.from({ length: tagCount }, (_, index) => (index * 37) % tagCount);
const publishers = Array.from({ length: 60 }, (_, index) =>
  `The ${['Daily', 'Evening', 'Harbour', 'National'][index % 4]} ${['Courier', 'Herald', 'Observer', 'Gazette', 'Mirror'][index % 5]} ${index < 20 ? '' : `of Section ${index}`}`.trim(),
);
const languages = ['en', 'en', 'en', 'en', 'en', 'en-GB', 'en-GB', 'en-US', 'en-US', 'en-AU'];

const topics =
  'Water Trade Border Election Court Harvest Prison Media Health Energy Rail Port Tax School Army Fleet Mine Forest Asylum Aid Sanction Drone Treaty Strike Ballot'.split(
    ' ',
  );
const aspects = ['Cost', 'Blame', 'Denial', 'Promise', 'Warning'];

export function writeTags(write: RowWriter): void {
  for (let index = 0; index < tagCount; index++) {
    const topic = topics[index % rootTags] ?? '';
    const name =
      index < rootTags
        ? topic
        : `${topic} ${(aspects[Math.floor(index / rootTags) - 1] ?? '').toLowerCase()}`;
    const parent = index < rootTags ? null : idOf('tag', index % rootTags);
    write('tag', {
      id: idOf('tag', index),
      parent_id: parent,
      name,
      folded: name.toLowerCase(),
      description: '',
    });
  }
}

/** Those who write for the papers: a few of them much. */
const authorCount = 1500;
const authors = authorNames(seeded(7));

function authorNames(random: Random): string[] {
  return Array.from({ length: authorCount }, () => `${rareName(random)} ${rareName(random)}`);
}

/** A day of the eight years from 2018; the archive grows as time goes on. */
export function publishedDay(random: Random): string {
  const days = Math.floor(8 * 365 * random() ** 0.7);
  return new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The id of a passage by its number in its article. */
export const passageId = (article: number, index: number): string =>
  idOf('passage', article * idsPerArticle + 1 + index);

interface Placed {
  readonly number: number;
  readonly day: string;
  readonly random: Random;
}

function metadataOf({ number, day, random }: Placed) {
  return {
    title: `${topics[Math.floor(random() * topics.length)]} and ${rareName(random)}: report ${number}`,
    authors: [pickZipf(random, authors)],
    publisher: pickZipf(random, publishers),
    url: `https://press.example/${number}`,
    language: languages[Math.floor(random() * languages.length)] ?? 'en',
    published: { edtf: day, words: '' },
    fields: {},
  };
}

function writePassage(
  write: RowWriter,
  { start, end, entities, isSentence }: MadePassage,
  at: { readonly text: string; readonly id: string; readonly article: number; readonly random: Random },
): void {
  const { text, id, article, random } = at;
  const colour = random() < 0.4 ? (colours[Math.floor(random() * colours.length)] ?? null) : null;
  const comment = isSentence && random() < 0.15 ? `Ask ${rareName(random)} whether this was confirmed.` : '';
  write('annotation', {
    id,
    article_id: idOf('article', article * idsPerArticle),
    colour,
    comment,
    created_at: now,
    modified_at: now,
  });
  const exact = text.slice(start, end);
  const prefix = text.slice(Math.max(0, start - contextLength), start);
  const suffix = text.slice(end, end + contextLength);
  write('selector', { annotation_id: id, part: 0, exact, prefix, suffix });
  write('anchor', {
    annotation_id: id,
    part: 0,
    revision_id: idOf('revision', article * idsPerArticle),
    start,
    end,
    state: 'exact',
    former: null,
  });
  for (const entity of entities)
    write('stored_mention', { annotation_id: id, entity_id: idOf('entity', entity) });
  if (random() < (isSentence ? 0.5 : 0.1))
    write('stored_annotation_tag', { annotation_id: id, tag_id: idOf('tag', pickZipf(random, tagNumbers)) });
}

/** Writes an article with one revision. */
export function writeArticle(write: RowWriter, made: MadeArticle, placed: Placed): void {
  const { number, random } = placed;
  const metadata = metadataOf(placed);
  const text = made.paragraphs.join('\n');
  const id = idOf('article', number * idsPerArticle);
  const revisionId = idOf('revision', number * idsPerArticle);
  const times = { created_at: now, modified_at: now };
  const columns = metadataColumns(metadata) as Record<string, string | null>;
  const read = random() < 0.7 ? now : null;
  write(
    'article',
    Object.assign(
      { id, kind: 'captured' },
      columns,
      { captured_at: now, read_at: read, revision_id: revisionId },
      times,
    ),
  );
  write('revision', {
    id: revisionId,
    article_id: id,
    number: 1,
    kind: 'captured',
    original_id: null,
    sha256: createHash('sha256').update(text).digest('hex'),
    word_count: made.wordCount,
    reason: 'Imported',
    created_at: now,
    metadata: metadataJson(metadata),
    content: made.paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join(''),
    text,
  });
  if (random() < 0.5)
    write('stored_article_tag', { article_id: id, tag_id: idOf('tag', pickZipf(random, tagNumbers)) });
  made.passages.forEach((passage, index) => {
    writePassage(write, passage, {
      text,
      id: passageId(number, index),
      article: number,
      random,
    });
  });
}
