/** Makes the project's sample notebook, out/sample.casebook or at a path given, from the files in samples/. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { importDocument } from '../../main/import/import-document';
import { importArticle } from '../../main/store/articles/capture/import-article';
import { runCommand } from '../../main/store/core/run-command';
import { createSession, type Session, writerOf } from '../../main/store/worker/session';
import { fillNotebook } from './fill-notebook';
import { readSampleSource, sampleFolder } from './sample-source';

async function bringIn(session: Session, file: string): Promise<string> {
  const bytes = readFileSync(join(sampleFolder, 'articles', file));
  const source = `samples/articles/${file}`;
  const document = await importDocument({ bytes, source, capturedAt: new Date().toISOString() });
  return runCommand(writerOf(session), (db) => importArticle(db, { ...document, bytes })).value.articleId;
}

/** Makes the sample notebook at a path, in place of what is there. */
export async function makeSample(path: string): Promise<void> {
  const source = readSampleSource();
  mkdirSync(dirname(path), { recursive: true });
  for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(path + suffix, { force: true });
  const session = createSession(path, source.title);
  try {
    const articles = new Map<string, string>();
    for (const { file } of source.articles) articles.set(file, await bringIn(session, file));
    fillNotebook(session, source, articles);
  } finally {
    session.close();
  }
}

export async function main([path = 'out/sample.casebook']: readonly string[]): Promise<number> {
  await makeSample(resolve(path));
  process.stdout.write(`${path}\n`);
  return 0;
}
