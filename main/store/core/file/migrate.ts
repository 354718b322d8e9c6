/** Brings a notebook's file to the newest shape, a numbered step at a time, all in one transaction; never back. */
import type Database from 'better-sqlite3';
import { CasebookError } from '../../../../shared/model/result';
import { first } from '../../migrations/001-first';
import { history } from '../../migrations/002-history';
import { accountsFormat } from '../../migrations/003-accounts';
import { searchFormat } from '../../migrations/004-search';
import { locatorsFormat } from '../../migrations/005-locators';
import { type ReadableDB, rawDatabase, type WritableDB } from '../sql';

/** SQLite `application_id` of a notebook: "CsBk". */
export const applicationId = 0x4373426b;

/** The steps in order; step n brings `user_version` n - 1 to n. */
export const migrations: readonly string[] = [first, history, accountsFormat, searchFormat, locatorsFormat];

export const newestVersion = migrations.length;

/** The version a file has; 0: empty. */
export function versionOf(db: ReadableDB): number {
  return Number(rawDatabase(db).pragma('user_version', { simple: true }));
}

/** True when opening this file would change its shape: it is to be copied first. */
export function needsMigration(db: WritableDB, steps: readonly string[] = migrations): boolean {
  const version = versionOf(db);
  return version > 0 && version < steps.length;
}

function applyStep(raw: Database.Database, sql: string, version: number, derive: () => void): void {
  raw.exec(sql);
  derive();
  const broken = raw.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0)
    throw new Error(`format ${version} would leave ${broken.length} rows that refer to nothing`);
  raw.pragma(`application_id = ${applicationId}`);
  raw.pragma(`user_version = ${version}`);
}

/**
 * Applies the missing steps. References are checked at the end of each step instead of at every row, so that a step may
 * build a table anew. Throws `notebook-newer` for a file from a later program; a step that fails leaves the file as it
 * was: between two steps what is derived may be missing. `derive` fills what is made from the rows by the program; it runs
 * with the last step, when all tables have their newest shape, and is told the version the file had.
 */
export function migrate(
  db: WritableDB,
  steps: readonly string[] = migrations,
  derive: (db: WritableDB, from: number) => void = () => {},
): void {
  const raw = rawDatabase(db);
  const version = versionOf(db);
  if (version > steps.length) {
    throw new CasebookError(
      'notebook-newer',
      `This notebook has format ${version}; this program knows formats up to ${steps.length}.`,
    );
  }
  const enforced = Number(raw.pragma('foreign_keys', { simple: true }));
  raw.pragma('foreign_keys = OFF');
  try {
    const missing = steps.slice(version);
    const applyAll = () =>
      missing.forEach((sql, index) => {
        const number = version + index + 1;
        const fill = () => (number === steps.length ? derive(db, version) : undefined);
        applyStep(raw, sql, number, fill);
      });
    if (missing.length > 0) raw.transaction(applyAll).immediate();
  } finally {
    raw.pragma(`foreign_keys = ${enforced}`);
  }
}
