/** The program's own settings and list of recent notebooks: JSON files in the data folder, checked when read, written whole. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import * as z from 'zod/mini';
import { type RecentNotebook, type Settings, settingsSchema } from '../../../shared/contract/app';
import { log } from './log';

export const defaultSettings: Settings = {
  theme: 'system',
  readingSizePx: 18,
  lineLengthCh: 70,
  shortcuts: {},
  stemming: true,
  coder: '',
};

const recentSchema = z.array(z.strictObject({ path: z.string(), title: z.string(), openedAt: z.string() }));
const maxRecent = 12;

const filePath = (name: string) => join(app.getPath('userData'), name);

/** What a file holds, or the given value where it is absent or not as it should be. */
export function readChecked<Value>(name: string, schema: z.ZodMiniType<Value>, otherwise: Value): Value {
  try {
    const found: unknown = JSON.parse(readFileSync(filePath(name), 'utf8'));
    // A file of an earlier version lacks the fields that came since.
    return schema.parse(Array.isArray(found) ? found : Object.assign({}, otherwise, found));
  } catch (error) {
    if (existsSync(filePath(name))) log.warn(`${name} is not readable and is taken as empty`, String(error));
    return otherwise;
  }
}

/** Whole or not at all. */
export function writeWhole(name: string, value: unknown): void {
  const partial = `${filePath(name)}.partial`;
  writeFileSync(partial, JSON.stringify(value, null, 2));
  renameSync(partial, filePath(name));
}

/** Asked with every command: read once, as nobody else writes them. */
let known: Settings | null = null;

export function readSettings(): Settings {
  return (known ??= readChecked('settings.json', settingsSchema, defaultSettings));
}

export function writeSettings(set: Partial<Settings>): Settings {
  const settings = { ...readSettings(), ...set };
  writeWhole('settings.json', settings);
  known = settings;
  return settings;
}

export function listRecent(): RecentNotebook[] {
  return readChecked('recent.json', recentSchema, []).map((item) => ({
    ...item,
    missing: !existsSync(item.path),
  }));
}

export function rememberRecent(path: string, title: string): void {
  const others = readChecked('recent.json', recentSchema, []).filter((item) => item.path !== path);
  writeWhole(
    'recent.json',
    [{ path, title, openedAt: new Date().toISOString() }, ...others].slice(0, maxRecent),
  );
  app.addRecentDocument(path);
}

export function forgetRecent(path: string): void {
  writeWhole(
    'recent.json',
    readChecked('recent.json', recentSchema, []).filter((item) => item.path !== path),
  );
}
