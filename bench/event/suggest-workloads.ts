/**
 * What selected words most likely say of an event: proposals for selections all over real prose, in a notebook with 400 actors
 * and places, beside what it cannot do without: the dates of the paragraph found, its sentences told apart, the names read.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertArticle } from '../../main/store/articles/change-article';
import { runCommand } from '../../main/store/core/run-command';
import { all, type WritableDB } from '../../main/store/core/sql';
import { createEntity } from '../../main/store/entities/change-entity';
import { suggestAccount } from '../../main/store/overview/suggest/suggest-account';
import { createSession, writerOf } from '../../main/store/worker/session';
import { findDates } from '../../shared/dates/words/find-dates';
import { serialiseContent } from '../../shared/document/serialise-content';
import { textToBlocks } from '../../shared/document/text-to-blocks';
import { codePoints } from '../../shared/text/offsets';
import { cpuMsOfEach, percentile, timesOf } from '../measure';
import { makeName, seeded } from '../prose';
import { makeRealText } from '../text/real-prose';
import type { Measured, Workload } from '../workload';

const rounds = 300;
const selected = 40;

function addArticle(db: WritableDB, text: string) {
  const published = { edtf: '2026-01-05', words: '' };
  const metadata = {
    title: 'Speeches',
    authors: [],
    publisher: '',
    url: '',
    language: 'en',
    published,
    fields: {},
  };
  const captured = { kind: 'captured', reason: 'Imported', capturedAt: '2026-01-06T00:00:00.000Z' } as const;
  return insertArticle(db, { ...captured, metadata, content: serialiseContent(textToBlocks(text)) });
}

function fill(db: WritableDB, text: string) {
  const random = seeded(7);
  for (let count = 0; count < 400; count++)
    createEntity(db, { kind: count % 4 ? 'actor' : 'place', actorKind: '', name: makeName(random) });
  return addArticle(db, text);
}

function measure(): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const session = createSession(join(folder, 'suggest.casebook'), 'Bench');
  const text = makeRealText(seeded(8), 8000);
  const { id: articleId, revisionId } = runCommand(writerOf(session), (db) => fill(db, text)).value;
  const db = session.reader;
  const startOf = (round: number): number => (round * 1931) % (text.length / 2);
  const ask = (round: number) => {
    const start = Math.floor(startOf(round));
    const range = { start: codePoints(start), end: codePoints(start + selected) };
    return suggestAccount(db, { articleId, revisionId, range });
  };
  // The first make the patterns of the language; the window asks for some when an article has been opened.
  const first = timesOf(4, ask, 0);
  timesOf(20, ask, 0);
  const values = cpuMsOfEach(rounds, ask);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const limits = cpuMsOfEach(rounds, (round) => {
    const start = startOf(round);
    const paragraph = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', start + selected));
    const dates = findDates(paragraph, '2026-01-05', { language: 'en' });
    return [dates, [...segmenter.segment(paragraph)], all(db, 'SELECT id, folded FROM entity')];
  });
  session.close();
  rmSync(folder, { recursive: true, force: true });
  const told = first.map((time) => time.toFixed(0)).join(', ');
  const details = [`the first calls: ${told} ms; then p95 ${percentile(values, 0.95).toFixed(1)} ms`];
  return { value: percentile(values, 0.5), limit: percentile(limits, 0.5), details };
}

export const suggestWorkloads: readonly Workload[] = [
  { name: 'event/suggest', unit: 'ms', goal: 4, run: measure },
];
