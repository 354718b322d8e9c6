/** Finds the article of the notebook that a file means: by our own id, by its address, its DOI, or its title. */
import type { ArticleMetadata } from '../../../shared/model/article';
import { foldForMatch } from '../../../shared/text/fold';
import { pageAddress } from '../articles/capture/page-address';
import { all, pluck, type ReadableDB } from '../core/sql';
import { idOfIri } from './passages/find-or-make';

function byId(db: ReadableDB, iri: string): string | undefined {
  const id = idOfIri(iri);
  if (id === '') return undefined;
  return pluck<string>(
    db,
    'SELECT id FROM article WHERE id = @id UNION ALL SELECT article_id FROM revision WHERE id = @id',
    { id },
  )[0];
}

/** The newest article of a page. */
function byAddress(db: ReadableDB, url: string): string | undefined {
  const address = pageAddress(url);
  if (address === '') return undefined;
  const host = new URL(url).hostname.replace(/^www\./, '');
  const rows = all<{ id: string; url: string }>(
    db,
    'SELECT id, url FROM article WHERE instr(lower(url), ?) > 0 ORDER BY id DESC',
    [host],
  );
  return rows.find((row) => pageAddress(row.url) === address)?.id;
}

function byDoi(db: ReadableDB, doi: string): string | undefined {
  if (doi === '') return undefined;
  return pluck<string>(
    db,
    `SELECT a.id FROM article a, json_each(a.fields) f WHERE lower(f.key) = 'doi' AND lower(f.value) = lower(?)
     ORDER BY a.id`,
    [doi],
  )[0];
}

/** Only where one article alone has the title: two of one name may be two things. */
function byTitle(db: ReadableDB, title: string): string | undefined {
  const wanted = foldForMatch(title);
  if (wanted === '') return undefined;
  const rows = all<{ id: string; title: string }>(
    db,
    'SELECT id, title FROM article WHERE length(title) > 0',
  );
  const same = rows.filter((row) => foldForMatch(row.title) === wanted);
  return same.length === 1 ? same[0]?.id : undefined;
}

/** A bare DOI of what may be an address or `doi:…`; ''. */
export function doiOf({ fields, url }: Pick<ArticleMetadata, 'fields' | 'url'>): string {
  const said = Object.entries(fields).find(([name]) => name.toLowerCase() === 'doi')?.[1] ?? url;
  return /\b10\.\d{4,9}\/\S+/.exec(said)?.[0] ?? '';
}

/** The article that a target's source names: an IRI of our own or an address. */
export function findArticleOfSource(db: ReadableDB, source: string): string | undefined {
  return byId(db, source) ?? byAddress(db, source);
}

/** The article that has this address, DOI or title. */
export function findArticle(db: ReadableDB, metadata: ArticleMetadata): string | undefined {
  return byAddress(db, metadata.url) ?? byDoi(db, doiOf(metadata)) ?? byTitle(db, metadata.title);
}

/** The article that was made from a file at one of these paths. */
export function findArticleOfPath(db: ReadableDB, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = pluck<string>(db, 'SELECT article_id FROM original WHERE source = ? ORDER BY id DESC', [
      path,
    ]);
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}
