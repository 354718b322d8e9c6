/**
 * Repairs what the check has found, where the repair can be proved: each looks at the rows again and does nothing where
 * nothing is wrong (any more), so that it may be run twice. Nothing of the researcher's is dropped; a passage whose
 * words cannot be found for certain is marked as changed or as an orphan, for the researcher to see.
 */
import type { CommandArgs } from '../../../../shared/contract';
import type { RepairDone, RepairName } from '../../../../shared/contract/notebook';
import { anchorsOfRevision, textOfRevision } from '../../annotations/anchors';
import { forgetRevisionWords } from '../../articles/revision-words';
import { hashOfText } from '../../articles/revisions';
import { all, get, insert, pluck, run, type SqlValue, update, type WritableDB } from '../../core/sql';
import { writeCitations } from '../../notes/change-note';
import { readContent } from '../../notes/citations';
import { rebuildIndex } from '../../search/index/rebuild-index';
import { faultOf, mapped, onlyPlace, type Place, provenPlace } from './anchor-place';
import { citedIn } from './check-derived';
import { partsWithoutPlace } from './check-references';
import { formerPlaces, textOrNull } from './check-revisions';
import { derivedTables, differing, inWords, revisionTable } from './derived-columns';

type Repair = (db: WritableDB, id: string) => string[];
type Row = Readonly<Record<string, SqlValue>>;

function repairColumns(db: WritableDB, id: string): string[] {
  return [...derivedTables, revisionTable].flatMap((table) => {
    const row = get<Row>(db, `SELECT ${table.columns} FROM ${table.table} WHERE id = ?`, [id]);
    const wrong = row && differing(table, row, db);
    if (!wrong || typeof wrong === 'string' || Object.keys(wrong).length === 0) return [];
    update(db, table.table, id, wrong);
    return [`Computed ${inWords(wrong).replace(/^T/, 't')} of ${table.noun} again.`];
  });
}

function repairCitations(db: WritableDB, id: string): string[] {
  const content = pluck<string>(db, 'SELECT content FROM note WHERE id = ?', [id])[0];
  if (content === undefined || !citedIn(content)) return [];
  return writeCitations(db, id, readContent(content)) ? ['Read the citations of a note again.'] : [];
}

/** The content has the words that the hash was made of: the text is made from it again. */
function repairText(db: WritableDB, id: string): string[] {
  const row = get<{ content: string; text: string; sha256: string; number: number }>(
    db,
    'SELECT content, text, sha256, number FROM revision WHERE id = ?',
    [id],
  );
  const text = row && textOrNull(row.content);
  if (!row || text == null || hashOfText(row.text) === row.sha256 || hashOfText(text) !== row.sha256)
    return [];
  update(db, 'revision', id, { text });
  forgetRevisionWords(db);
  return [`Made the text of revision ${row.number} again from its content, as its hash proves.`];
}

const stateWords: Readonly<Record<Place['state'], string>> = {
  exact: 'Put a passage back on its words, which stand in one place only',
  moved: 'Put a passage back on its words, which stand in one place only',
  changed: 'Marked a passage as changed: only similar words could be found',
  orphan: 'Marked a passage as an orphan: its words could not be found for certain',
};

function repairAnchors(db: WritableDB, annotationId: string, revisionId: string, number: number): string[] {
  const text = mapped(textOfRevision(db, revisionId));
  return anchorsOfRevision(db, revisionId)
    .filter((anchor) => anchor.annotationId === annotationId && faultOf(text, anchor) !== null)
    .map((anchor) => {
      const { start, end, state } = provenPlace(text, anchor);
      run(
        db,
        'UPDATE anchor SET start = ?, "end" = ?, state = ? WHERE annotation_id = ? AND part = ? AND revision_id = ?',
        [start, end, state, annotationId, anchor.part, revisionId],
      );
      return `${stateWords[state]} (revision ${number}).`;
    });
}

function repairFormer(db: WritableDB, annotationId: string, revisionId: string, number: number): string[] {
  const text = mapped(textOfRevision(db, revisionId));
  return formerPlaces(db, revisionId).flatMap((former) => {
    if (former.annotationId !== annotationId || faultOf(text, { ...former, state: 'exact' }) === null)
      return [];
    const place = onlyPlace(text, former.exact);
    if (!place) return [];
    run(
      db,
      'UPDATE former_quote SET start = ?, "end" = ? WHERE annotation_id = ? AND part = ? AND number = ?',
      [place.start, place.end, annotationId, former.part, former.number],
    );
    return [`Put a former quote back on its words (revision ${number}).`];
  });
}

interface PartWithoutPlace {
  readonly part: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly revisionId: string;
}

/** Parts that have no place in the current text get the one where their words stand, or are orphans. */
function placeMissing(db: WritableDB, annotationId: string): string[] {
  const missing = all<PartWithoutPlace>(db, `${partsWithoutPlace} AND s.annotation_id = ?`, [annotationId]);
  return missing.map(({ part, revisionId, exact, prefix, suffix }) => {
    const text = mapped(textOfRevision(db, revisionId));
    const { start, end, state } = provenPlace(text, {
      start: 0,
      end: 0,
      state: 'moved',
      exact,
      prefix,
      suffix,
    });
    insert(db, 'anchor', { annotation_id: annotationId, part, revision_id: revisionId, start, end, state });
    return `${stateWords[state]}.`;
  });
}

function repairPlaces(db: WritableDB, annotationId: string): string[] {
  const revisions = all<{ id: string; number: number }>(
    db,
    `SELECT r.id, r.number FROM revision r JOIN annotation n ON n.article_id = r.article_id WHERE n.id = ? ORDER BY r.number`,
    [annotationId],
  );
  const placed = revisions.flatMap(({ id, number }) => [
    ...repairAnchors(db, annotationId, id, number),
    ...repairFormer(db, annotationId, id, number),
  ]);
  return [...placed, ...placeMissing(db, annotationId)];
}

/** Numbers an article's revisions from 1 in the order they have; the newest is the current one where that is another article's. */
function repairNumbers(db: WritableDB, articleId: string): string[] {
  const revisions = all<{ id: string; number: number }>(
    db,
    'SELECT id, number FROM revision WHERE article_id = ? ORDER BY number',
    [articleId],
  );
  const done: string[] = [];
  if (revisions.some(({ number }, index) => number !== index + 1)) {
    // In two rounds, so that no number is ever taken twice.
    revisions.forEach(({ id }, index) => update(db, 'revision', id, { number: -1_000_000 - index }));
    revisions.forEach(({ id }, index) => update(db, 'revision', id, { number: index + 1 }));
    done.push('Numbered the revisions of an article one after the other.');
  }
  const newest = revisions.at(-1)?.id;
  const current = pluck<string>(db, 'SELECT revision_id FROM article WHERE id = ?', [articleId])[0];
  if (newest !== undefined && !revisions.some(({ id }) => id === current)) {
    update(db, 'article', articleId, { revision_id: newest });
    done.push('Made the newest revision of an article its current one.');
  }
  return done;
}

const repairs: Readonly<Record<RepairName, Repair>> = {
  numbers: repairNumbers,
  text: repairText,
  place: repairPlaces,
  derived: (db, id) => [...repairColumns(db, id), ...repairCitations(db, id)],
  index: (db) => {
    rebuildIndex(db);
    return ['Made the search index anew.'];
  },
};

/** In this order: places are looked for in mended texts, and the index is made from mended rows. */
const order = Object.keys(repairs) as RepairName[];

/**
 * Does the given repairs, each once for each thing; answers what was done, in order. What is derived of a thing whose
 * text was mended is computed again with it. The search index needs no recording: it is made anew as a whole.
 */
export function repairRows(db: WritableDB, asked: CommandArgs<'repairNotebook'>['repairs']): RepairDone[] {
  return order.flatMap((repair) => {
    const ids = asked.filter((each) => each.repair === repair).map(({ id }) => id);
    const distinct = repair === 'index' ? ids.slice(0, 1) : [...new Set(ids)];
    return distinct.flatMap((id) => repairs[repair](db, id).map((message) => ({ repair, id, message })));
  });
}
