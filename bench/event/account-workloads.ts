/** The page of an event with 500 accounts: what the store answers beside the SQL alone, and the page painted beside its bare HTML. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { listAccounts } from '../../main/store/accounts/accounts';
import { runCommand } from '../../main/store/core/run-command';
import { all, pluck } from '../../main/store/core/sql';
import { createSession, type Session, writerOf } from '../../main/store/worker/session';
import { percentile, timesOf } from '../measure';
import { withWindow } from '../window/running-app';
import { hideStatic, showStatic } from '../window/static-text';
import type { Measured, Workload } from '../workload';
import { accountsPerEvent, eventTitles, fillWithAccounts } from './account-notebook';

const rounds = 50;

/** The rows that the answer is made of, as they are. */
const bare = [
  `SELECT a.*, e.name, t.name FROM account a LEFT JOIN entity e ON e.id = a.entity_id
     LEFT JOIN event_type t ON t.id = a.type_id WHERE a.event_id = ?`,
  `SELECT x.* FROM account a JOIN account_evidence x ON x.account_id = a.id WHERE a.event_id = ?`,
  `SELECT x.account_id, n.id, n.name FROM account a JOIN account_claimant x ON x.account_id = a.id
     JOIN entity n ON n.id = x.actor_id WHERE a.event_id = ?`,
  `SELECT s.*, c.start, c."end", c.state, r.title, r.publisher, r.published_edtf, n.comment
     FROM (SELECT DISTINCT x.annotation_id AS id FROM account a JOIN account_evidence x ON x.account_id = a.id
       WHERE a.event_id = ?) w JOIN annotation n ON n.id = w.id JOIN article r ON r.id = n.article_id
     JOIN selector s ON s.annotation_id = n.id
     LEFT JOIN anchor c ON c.annotation_id = n.id AND c.part = s.part AND c.revision_id = r.revision_id`,
];

/** The session is the work's to close. */
async function withNotebook<Value>(work: (path: string, session: Session) => Value): Promise<Awaited<Value>> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const path = join(folder, 'accounts.casebook');
  const session = createSession(path, 'Bench');
  runCommand(writerOf(session), fillWithAccounts);
  try {
    return await work(path, session);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureList(): Promise<Measured> {
  return withNotebook((_, session) => {
    const db = session.reader;
    const eventId = pluck<string>(db, 'SELECT id FROM event ORDER BY id LIMIT 1')[0] ?? '';
    const count = listAccounts(db, { eventId }).length;
    if (count !== accountsPerEvent) throw new Error(`${count} accounts`);
    const values = timesOf(rounds, () => listAccounts(db, { eventId }));
    const limits = timesOf(rounds, () => bare.map((sql) => all(db, sql, [eventId])));
    session.close();
    return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
  });
}

/** Milliseconds from the second click on an event's row to its first facts painted. */
async function openEvent(page: Page, title: string): Promise<number> {
  const navigation = page.getByRole('navigation', { name: 'Notebook' });
  await navigation.getByRole('button', { name: /^Events/ }).click();
  const row = page.getByRole('row').filter({ has: page.getByText(title, { exact: true }) });
  await row.waitFor();
  await page.evaluate(() => {
    const isThere = () => document.querySelector('[data-account]') !== null;
    window.benchClock.watched = new Promise((done) => {
      const opened = ({ timeStamp }: MouseEvent) =>
        done(window.benchClock.paintedWhen(isThere).then((time) => time - timeStamp));
      addEventListener('dblclick', opened, { capture: true, once: true });
    });
  });
  await row.dblclick();
  return page.evaluate(() => window.benchClock.watched);
}

/** All that stands on the page, as it is drawn. */
const pageHtml = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('main')?.innerHTML ?? '');

async function measurePage(): Promise<Measured> {
  return withNotebook((path, session) => {
    session.close();
    return withWindow(path, async (page) => {
      const values: number[] = [];
      const limits: number[] = [];
      for (const title of eventTitles) {
        values.push(await openEvent(page, title));
        await page.getByRole('region', { name: 'Evidence' }).waitFor();
        limits.push(await showStatic(page, await pageHtml(page)));
        await hideStatic(page);
      }
      return { value: percentile(values.slice(1), 0.5), limit: percentile(limits.slice(1), 0.5) };
    });
  });
}

export const accountWorkloads: readonly Workload[] = [
  { name: 'event/accounts-500', unit: 'ms', goal: 5, run: measureList },
  { name: 'event/page-500', unit: 'ms', goal: 1.5, run: measurePage },
];
