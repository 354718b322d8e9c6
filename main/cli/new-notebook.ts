import { basename } from 'node:path';
import { restoreNotebook } from '../store/notebook/records/incoming/open-incoming';
import { answer, createSession, openSession } from '../store/worker/session';
import type { Outcome, VerbContext } from './verb';

/** `new FILE`: an empty notebook; with `--from` the notebook that a JSON file was written from. */
export function newNotebook({ words, path, option, say }: VerbContext): Outcome {
  const file = path(words[0] ?? '');
  const from = option('from');
  if (from !== undefined) {
    const { withoutFiles } = restoreNotebook(path(from), file);
    if (withoutFiles > 0) say(`${withoutFiles} captured files are not in ${from}: they are left out.`);
  }
  const title = option('title') ?? basename(file).replace(/\.casebook$/, '');
  const session = from === undefined ? createSession(file, title) : openSession(file, true);
  try {
    const info = answer(session, 'getNotebook', {});
    say(from === undefined ? `Made an empty notebook at ${file}.` : `Made the notebook again at ${file}.`);
    return { json: { path: file, id: info.id, title: info.title }, lines: [] };
  } finally {
    session.close();
  }
}
