/**
 * The parts of a passage: given new ends, added, taken off, put on their words again. Each is described anew only where
 * its own words are chosen; the others keep quote and state, so that nothing is confirmed that nobody has looked at.
 * Numbers of parts follow the order of the text.
 */
import type { Selector } from '../../../shared/anchoring/describe';
import type { CommandArgs } from '../../../shared/contract';
import { CasebookError } from '../../../shared/model/result';
import { mustBeCurrent } from '../articles/revisions';
import { pluck, run, update, type WritableDB } from '../core/sql';
import { anchorsOfAnnotation, describeParts, type GivenRange, type StoredAnchor } from './anchors';
import { placeOfAnnotation } from './annotations';
import { replacePart } from './former-quotes';

function touch(db: WritableDB, annotationId: string): void {
  update(db, 'annotation', annotationId, { modified_at: new Date().toISOString() });
}

const isFound = ({ state }: StoredAnchor): boolean => state !== 'orphan';
const isSame = (a: GivenRange, b: GivenRange): boolean => a.start === b.start && a.end === b.end;
const overlap = (a: GivenRange, b: GivenRange): boolean => a.start < b.end && b.start < a.end;

const partTables = ['selector', 'anchor', 'former_quote'] as const;

/** Every number that a part of the annotation has or had, in order. */
function numbersOf(db: WritableDB, annotationId: string): number[] {
  const sql = partTables
    .map((table) => `SELECT part FROM ${table} WHERE annotation_id = @id`)
    .join(' UNION ');
  return pluck<number>(db, `${sql} ORDER BY part`, { id: annotationId });
}

/**
 * The numbers of the parts as they follow each other in the text. A part without words there stays behind the one it
 * came after: where it stood last says nothing of the present text.
 */
function numbersInOrder(anchors: readonly StoredAnchor[]): number[] {
  let place = -1;
  const placed = anchors.map((anchor) => {
    if (isFound(anchor)) place = anchor.start;
    return { part: anchor.part, place };
  });
  return placed.sort((a, b) => a.place - b.place || a.part - b.part).map(({ part }) => part);
}

/** Numbers the parts from 0 as they follow each other; those that are part no longer, with their former quotes, come after. */
function numberAnew(db: WritableDB, annotationId: string, revisionId: string): void {
  const current = numbersInOrder(anchorsOfAnnotation(db, annotationId, revisionId));
  const past = numbersOf(db, annotationId).filter((part) => !current.includes(part));
  const renumbered = [...current, ...past]
    .map((from, to) => ({ from, to }))
    .filter(({ from, to }) => from !== to);
  for (const table of partTables) {
    // By way of negative numbers, because two parts cannot have the same one in between.
    const sql = `UPDATE ${table} SET part = ? WHERE annotation_id = ? AND part = ?`;
    for (const { from, to } of renumbered) run(db, sql, [-1 - to, annotationId, from]);
    for (const { to } of renumbered) run(db, sql, [to, annotationId, -1 - to]);
  }
}

/** Which part each of the new ranges is: one that it overlaps, else the next that is left, else none. */
function pairUp(
  selectors: readonly Selector[],
  anchors: readonly StoredAnchor[],
): { readonly changed: ReadonlyMap<number, Selector>; readonly added: readonly Selector[] } {
  const changed = new Map<number, Selector>();
  const left = (selector: Selector) => ![...changed.values()].includes(selector);
  const take = (fits: (anchor: StoredAnchor, selector: Selector) => boolean) => {
    for (const anchor of anchors.filter(({ part }) => !changed.has(part))) {
      const selector = selectors.find((one) => left(one) && fits(anchor, one));
      if (selector) changed.set(anchor.part, selector);
    }
  };
  take(overlap);
  take(() => true);
  return { changed, added: selectors.filter(left) };
}

/**
 * Gives a passage the parts that it has on words of the current text (code points): new ends, more of them, fewer. A part
 * that stays where it was keeps its quote and state, also when that is `changed`; parts whose words are gone stay. A quote
 * that is replaced is kept as a former one, and earlier revisions keep the places they had. Throws `not-found`,
 * `bad-arguments`, or `conflict` when the words were changed since the revision.
 */
export function setParts(db: WritableDB, args: CommandArgs<'setParts'>): null {
  const { annotationId } = args;
  const { articleId } = placeOfAnnotation(db, annotationId);
  const revisionId = mustBeCurrent(db, articleId, args.revisionId);
  const selectors = describeParts(db, revisionId, args.parts);
  const before = anchorsOfAnnotation(db, annotationId, revisionId).filter(isFound);
  const others = before.filter((anchor) => !selectors.some((selector) => isSame(anchor, selector)));
  const chosen = selectors.filter((selector) => !before.some((anchor) => isSame(anchor, selector)));
  const { changed, added } = pairUp(chosen, others);
  for (const { part } of others) replacePart(db, { annotationId, part }, revisionId, changed.get(part));
  let next = Math.max(-1, ...numbersOf(db, annotationId));
  for (const selector of added) replacePart(db, { annotationId, part: ++next }, revisionId, selector);
  numberAnew(db, annotationId, revisionId);
  touch(db, annotationId);
  return null;
}

/**
 * Takes one part off a passage that has others, whether its words are in the text or not. Throws `not-found`, `conflict`
 * when the words were changed since the revision, `bad-arguments` for the last part.
 */
export function removePart(db: WritableDB, args: CommandArgs<'removePart'>): null {
  const { annotationId, part } = args;
  const { articleId } = placeOfAnnotation(db, annotationId);
  const revisionId = mustBeCurrent(db, articleId, args.revisionId);
  const anchors = anchorsOfAnnotation(db, annotationId, revisionId);
  mustHave(anchors, part);
  if (anchors.length === 1) throw new CasebookError('bad-arguments', 'A passage has at least one part.');
  replacePart(db, { annotationId, part }, revisionId, undefined);
  numberAnew(db, annotationId, revisionId);
  touch(db, annotationId);
  return null;
}

/**
 * Puts one part of a passage on words of the current text (code points): a lost one on those that are its own, or a found
 * one on better ones. The other parts stay. Throws `not-found`, `conflict` when the words were changed since the revision,
 * `bad-arguments` for words that another part has.
 */
export function attachPart(db: WritableDB, args: CommandArgs<'attachPart'>): null {
  const { annotationId, part, range } = args;
  const { articleId } = placeOfAnnotation(db, annotationId);
  const revisionId = mustBeCurrent(db, articleId, args.revisionId);
  const [selector] = describeParts(db, revisionId, [range]);
  const anchors = anchorsOfAnnotation(db, annotationId, revisionId);
  mustHave(anchors, part);
  const others = anchors.filter((anchor) => anchor.part !== part && isFound(anchor));
  if (!selector || others.some((anchor) => overlap(anchor, selector))) {
    throw new CasebookError('bad-arguments', 'Another part of the passage stands on these words.');
  }
  replacePart(db, { annotationId, part }, revisionId, selector);
  numberAnew(db, annotationId, revisionId);
  touch(db, annotationId);
  return null;
}

function mustHave(anchors: readonly StoredAnchor[], part: number): void {
  if (anchors.some((anchor) => anchor.part === part)) return;
  throw new CasebookError('not-found', 'The passage has no such part any more.');
}
