/** `list FILE KIND`: every article, passage, entity, event or note, a row each. */
import type { Page } from '../../../shared/contract/articles';
import type { ExportPassage } from '../../export/gather/export-data';
import { readArticles } from '../../export/gather/read-articles';
import { readPassages } from '../../export/gather/read-passages';
import { pluck } from '../../store/core/sql';
import { answer, type Session } from '../../store/worker/session';
import { type Outcome, UsageError, type VerbContext } from '../verb';

interface Listing {
  readonly rows: readonly unknown[];
  readonly lines: readonly string[];
}

const pageSize = 500;

/** Every row of a paged query. */
function everyPage<Row>(page: (offset: number) => Page<Row>): Row[] {
  const rows: Row[] = [];
  for (;;) {
    const next = page(rows.length);
    rows.push(...next.rows);
    if (next.rows.length === 0 || rows.length >= next.total) return rows;
  }
}

const columns = (...cells: readonly (string | number | null)[]): string =>
  cells
    .map((cell) => cell ?? '')
    .join('\t')
    .replace(/\n/g, ' ');

function listArticles(session: Session): Listing {
  const rows = everyPage((offset) =>
    answer(session, 'listArticles', {
      filter: '',
      tagId: null,
      show: 'all',
      sort: 'title',
      descending: false,
      offset,
      limit: pageSize,
    }),
  );
  return {
    rows,
    lines: rows.map((row) => columns(row.id, row.published?.edtf ?? null, row.publisher, row.title)),
  };
}

function passageRow(passage: ExportPassage, titles: ReadonlyMap<string, string>): object {
  const { id, articleId, parts, ...rest } = passage;
  const [first] = parts;
  return {
    id,
    article: { id: articleId, title: titles.get(articleId) ?? '' },
    passage: first ? { start: first.start, end: first.end, quote: first.words, state: first.state } : null,
    parts: parts.map(({ start, end, state, words, quote }) => ({
      start,
      end,
      state,
      quote: words,
      prefix: quote.prefix,
      suffix: quote.suffix,
    })),
    ...rest,
  };
}

function listPassages({ reader }: Session): Listing {
  const passages = readPassages(reader, pluck<string>(reader, 'SELECT id FROM annotation'));
  const ids = [...new Set(passages.map(({ articleId }) => articleId))];
  const titles = new Map(readArticles(reader, ids).map(({ id, title }) => [id, title]));
  return {
    rows: passages.map((passage) => passageRow(passage, titles)),
    lines: passages.map(({ id, articleId, parts }) =>
      columns(id, titles.get(articleId) ?? '', parts.map(({ words }) => words).join(' … ')),
    ),
  };
}

function listEntities(session: Session): Listing {
  const rows = everyPage((offset) =>
    answer(session, 'listEntities', {
      kind: null,
      filter: '',
      sort: 'name',
      descending: false,
      offset,
      limit: pageSize,
    }),
  );
  return { rows, lines: rows.map((row) => columns(row.id, row.kind, row.name, row.mentionCount)) };
}

function listEvents(session: Session): Listing {
  const rows = everyPage((offset) =>
    answer(session, 'listEvents', {
      filter: '',
      actorId: null,
      placeId: null,
      typeId: null,
      offset,
      limit: pageSize,
    }),
  );
  return { rows, lines: rows.map((row) => columns(row.id, row.date?.edtf ?? null, row.typeName, row.title)) };
}

function listNotes(session: Session): Listing {
  const rows = everyPage((offset) => answer(session, 'listNotes', { filter: '', offset, limit: pageSize }));
  return { rows, lines: rows.map((row) => columns(row.id, row.title, row.opening)) };
}

const listings: Readonly<Record<string, (session: Session) => Listing>> = {
  articles: listArticles,
  passages: listPassages,
  entities: listEntities,
  events: listEvents,
  notes: listNotes,
};

/** What `list` can list. */
export const listedKinds = Object.keys(listings);

export function listRows({ words, open, say }: VerbContext): Outcome {
  const kind = words[1] ?? '';
  const list = listings[kind];
  if (!list) throw new UsageError(`list knows ${listedKinds.join(', ')}; not “${kind}”.`);
  const { rows, lines } = list(open('read'));
  say(`${rows.length} ${kind}`);
  return { json: rows, lines };
}
