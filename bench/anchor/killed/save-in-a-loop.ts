/**
 * The process that is killed: corrects an article, confirms and moves its passages, keeps drafts and changes details, one
 * command after the other without a pause, until it ends by force. Every command is announced before it begins, and told
 * with the state it left when the store has acknowledged it, each in a line on standard output, written at once.
 */
import { writeSync } from 'node:fs';
import { answer, execute, openSession, type Session } from '../../../main/store/worker/session';
import type { CommandArgs } from '../../../shared/contract';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { type Random, seeded } from '../../prose';
import { type SavedState, stateOf } from './saved-state';

/** A line of the process: it is about to run a command, or has run it. */
export type Line =
  | { readonly kind: 'begins'; readonly step: number }
  | { readonly kind: 'done'; readonly step: number; readonly state: SavedState };

function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

interface Work {
  readonly session: Session;
  readonly random: Random;
  readonly articleId: string;
  readonly step: number;
}

const below = (random: Random, end: number): number => Math.floor(random() * end);

function current({ session, articleId }: Work) {
  const revisionId = answer(session, 'getArticle', { id: articleId }).currentRevisionId;
  return { revisionId, text: answer(session, 'getRevision', { id: revisionId }).text };
}

/** A few words gone, changed or moved, and one that was never there. */
function edited({ random, step }: Work, text: string): string {
  const words = text.split(' ');
  const at = below(random, words.length);
  const gone = words.splice(at, below(random, 5));
  if (random() < 0.5) words.splice(below(random, words.length), 0, ...gone);
  words.splice(below(random, words.length), 0, `word${step}`);
  return words.join(' ');
}

const contentOf = (text: string): string => serialiseContent(textToBlocks(text.replaceAll('\n', '\n\n')));

/** Some words of the text, as code points; the text has none beyond the first plane. */
function someWords({ random }: Work, text: string): { start: number; end: number } {
  const start = below(random, Math.max(1, text.length - 60));
  return { start, end: start + 8 + below(random, 40) };
}

function correct(work: Work): void {
  const { session, articleId, step } = work;
  const { revisionId, text } = current(work);
  const content = contentOf(edited(work, text));
  const args = { articleId, baseRevisionId: revisionId, content, reason: `Step ${step}`, anchors: [] };
  execute(session, 'saveRevision', args);
}

function keepDraft(work: Work): void {
  const { session, articleId } = work;
  const { revisionId, text } = current(work);
  const content = contentOf(edited(work, text));
  const args: CommandArgs<'saveDraft'> = {
    ownerId: articleId,
    content,
    baseRevisionId: revisionId,
    anchors: [],
  };
  execute(session, 'saveDraft', args);
}

function passagesOf(work: Work) {
  const { revisionId, text } = current(work);
  const { session, articleId } = work;
  return { revisionId, text, annotations: answer(session, 'listAnnotations', { articleId, revisionId }) };
}

function confirm(work: Work): void {
  const { annotations } = passagesOf(work);
  const changed = annotations.find(({ parts }) => parts.some(({ state }) => state === 'changed'));
  if (changed) execute(work.session, 'confirmAnchor', { annotationId: changed.id });
  else move(work);
}

function move(work: Work): void {
  const { revisionId, text, annotations } = passagesOf(work);
  const annotation = annotations[below(work.random, annotations.length)];
  if (!annotation) return annotate(work);
  const first = someWords(work, text);
  const more = { start: first.end + 1, end: Math.min(text.length, first.end + 9) };
  const parts = work.random() < 0.4 && more.end > more.start ? [first, more] : [first];
  execute(work.session, 'setParts', { annotationId: annotation.id, revisionId, parts });
}

function annotate(work: Work): void {
  const { revisionId, text } = current(work);
  const parts = [someWords(work, text)];
  execute(work.session, 'annotate', { on: { articleId: work.articleId, revisionId, parts } });
}

function describe({ session, articleId, step }: Work): void {
  execute(session, 'updateArticle', { id: articleId, set: { title: `Title ${step}` } });
}

/** As often as they stand here. */
const commands = [correct, correct, correct, move, move, confirm, confirm, keepDraft, annotate, describe];

/** `PATH SEED`: goes on until it is killed. */
function main([path = '', seed = '1']: readonly string[]): void {
  const session = openSession(path);
  const random = seeded(Number(seed));
  const state = stateOf(session);
  say({ kind: 'done', step: 0, state });
  for (let step = 1; ; step++) {
    say({ kind: 'begins', step });
    const command = commands[below(random, commands.length)] ?? correct;
    command({ session, random, articleId: state.articleId, step });
    say({ kind: 'done', step, state: stateOf(session) });
  }
}

main(process.argv.slice(2));
