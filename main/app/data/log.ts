/** The log file: what the program did and what went wrong, never what an article says. Rotated at a megabyte. */
import { join } from 'node:path';
import { app } from 'electron';
import electronLog from 'electron-log/node';

export const log = electronLog;

export function logPath(): string {
  return join(app.getPath('userData'), 'logs', 'casebook.log');
}

/** Starts writing to the file; called once the data folder is known. */
export function startLog(): void {
  log.transports.file.resolvePathFn = logPath;
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.file.level = 'info';
  log.transports.console.level = app.isPackaged ? false : 'warn';
  log.info(`started ${app.getVersion()} on Electron ${process.versions['electron']}, ${process.platform}`);
  process.on('uncaughtException', (error) => log.error('uncaught', error.stack));
  process.on('unhandledRejection', (reason) =>
    log.error('unhandled', reason instanceof Error ? reason.stack : String(reason)),
  );
}
