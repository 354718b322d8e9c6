/** Brings a notebook's file to the newest shape, a numbered step at a time, each in one transaction; never back. */
import { CasebookError } from '../../../shared/model/result';
import { first } from '../migrations/001-first';
import { rawDatabase, type WritableDB } from './sql';

/** SQLite `application_id` of a notebook: "CsBk". */
export const applicationId = 0x4373426b;

/** The steps in order; step n brings `user_version` n - 1 to n. */
export const migrations: readonly string[] = [first];

export const newestVersion = migrations.length;

/** The version a file has; 0: empty. */
export function versionOf(db: WritableDB): number {
  return Number(rawDatabase(db).pragma('user_version', { simple: true }));
}

/** True when opening this file would change its shape: it is to be copied first. */
export function needsMigration(db: WritableDB): boolean {
  const version = versionOf(db);
  return version > 0 && version < newestVersion;
}

/** Applies the missing steps. Throws `notebook-newer` for a file from a later program. */
export function migrate(db: WritableDB, steps: readonly string[] = migrations): void {
  const raw = rawDatabase(db);
  const version = versionOf(db);
  if (version > steps.length) {
    throw new CasebookError(
      'notebook-newer',
      `This notebook has format ${version}; this program knows formats up to ${steps.length}.`,
    );
  }
  steps.slice(version).forEach((sql, index) => {
    raw
      .transaction(() => {
        raw.exec(sql);
        raw.pragma(`application_id = ${applicationId}`);
        raw.pragma(`user_version = ${version + index + 1}`);
      })
      .immediate();
  });
}
