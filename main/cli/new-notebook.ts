import { basename } from 'node:path';
import { answer, createSession } from '../store/worker/session';
import type { Outcome, VerbContext } from './verb';

/** `new FILE`: an empty notebook. */
export function newNotebook({ words, path, option, say }: VerbContext): Outcome {
  const file = path(words[0] ?? '');
  const session = createSession(file, option('title') ?? basename(file).replace(/\.casebook$/, ''));
  try {
    const { id, title } = answer(session, 'getNotebook', {});
    say(`Made an empty notebook at ${file}.`);
    return { json: { path: file, id, title }, lines: [] };
  } finally {
    session.close();
  }
}
