/** Makes what a dossier says of an export's data: sources, passages, entities, events, with ids of its own and redacted as asked. */
import { factWords, valueWords } from '../../../shared/accounts/account-words';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import {
  codePointLength,
  createOffsetMap,
  type OffsetMap,
  sliceByCodePoints,
} from '../../../shared/text/offsets';
import { subjectName } from '../data/about-export';
import type {
  ExportAccount,
  ExportArticle,
  ExportData,
  ExportEvent,
  ExportPart,
  ExportPassage,
} from '../gather/export-data';
import type {
  DossierAccount,
  DossierEntity,
  DossierEvent,
  DossierPart,
  DossierPassage,
  DossierRelation,
  Shown,
} from './dossier-types';
import { type Hidden, placeCommitmentOf, type Redaction, type Sweep, saltOf, sweepOf } from './redaction';

/** A source with what is asked to be hidden of it, and the stretches of its text that are quoted. */
export interface SourceInHand {
  readonly id: string;
  readonly article: ExportArticle;
  readonly shown: Shown;
  readonly redaction: Redaction | null;
  readonly quoted: readonly ExportPart[];
  /** Of its commitments. */
  readonly salt: string;
}

/** What a dossier says, but for its texts and files. */
export interface Contents {
  readonly title: string;
  readonly sources: readonly SourceInHand[];
  readonly passages: readonly DossierPassage[];
  readonly entities: readonly DossierEntity[];
  readonly events: readonly DossierEvent[];
  readonly relations: readonly DossierRelation[];
  /** Takes out of further words what is hidden. */
  readonly sweep: Sweep;
  /** SHA-256 of the files that redacted sources came in. */
  readonly hiddenFiles: ReadonlySet<string>;
}

/** Numbers things as they are first asked for. */
function numbering(letter: string): {
  readonly idOf: (id: string) => string;
  readonly ids: () => readonly string[];
} {
  const ids = new Map<string, string>();
  return {
    idOf: (id) => ids.get(id) ?? (ids.set(id, `${letter}${ids.size + 1}`).get(id) as string),
    ids: () => [...ids.keys()],
  };
}

const byId = <Thing extends { readonly id: string }>(
  ...lists: readonly (readonly Thing[])[]
): Map<string, Thing> => new Map(lists.flat().map((thing) => [thing.id, thing]));

const isPlaced = ({ state }: ExportPart): boolean => state !== 'orphan';

/** The sources of the passages, those asked to be redacted among them. */
export function sourcesOf(
  data: ExportData,
  passages: readonly ExportPassage[],
  asked: readonly Redaction[],
): SourceInHand[] {
  const articles = byId(data.around.articles, data.articles);
  const { idOf, ids } = numbering('s');
  for (const { articleId } of passages) idOf(articleId);
  const redactions = new Map(asked.map((redaction) => [redaction.articleId, redaction]));
  return ids().flatMap((articleId) => {
    const article = articles.get(articleId);
    const redaction = redactions.get(articleId) ?? null;
    const quoted = passages
      .filter((each) => each.articleId === articleId)
      .flatMap(({ parts }) => parts.filter(isPlaced));
    if (!article) return [];
    const salt = saltOf({
      notebookId: data.notebook.id,
      articleId,
      revisionId: article.revisionId,
      madeAt: data.madeAt,
    });
    return [{ id: idOf(articleId), article, shown: redaction?.keep ?? 'open', redaction, quoted, salt }];
  });
}

interface Making {
  readonly data: ExportData;
  readonly sweep: Sweep;
  readonly passage: (id: string) => string;
  readonly entity: (id: string) => string;
  readonly event: (id: string) => string;
  readonly sources: ReadonlyMap<string, SourceInHand>;
  readonly passages: ReadonlyMap<string, ExportPassage>;
  readonly withCoder: boolean;
}

function makePart(part: ExportPart, source: SourceInHand, text: string, map: OffsetMap): DossierPart {
  const { start, end, state, words, quote } = part;
  const isOpen = source.shown === 'open';
  const context = (from: number, to: number) =>
    isOpen && state !== 'orphan'
      ? sliceByCodePoints(text, Math.max(0, from), Math.min(to, map.codePointLength), map)
      : '';
  const isWithheld = source.shown === 'nothing';
  return {
    start: isWithheld ? null : start,
    end: isWithheld ? null : end,
    place: isWithheld ? placeCommitmentOf(source.salt, start, end) : null,
    state,
    exact: isWithheld ? null : words,
    // As long as the rest of the sentence, but letter for letter what stands there.
    before: context(start - codePointLength(part.before), start),
    after: context(end, end + codePointLength(part.after)),
    first: isWithheld || quote.exact === words ? null : quote.exact,
    page: source.redaction?.hideName ? '' : part.locator,
  };
}

function makePassages(making: Making, ids: readonly string[]): DossierPassage[] {
  return [...making.sources.values()].flatMap((source) => {
    const text = making.data.textOf(source.article.revisionId);
    const map = createOffsetMap(text);
    return ids.flatMap((id) => {
      const passage = making.passages.get(id);
      if (passage?.articleId !== source.article.id) return [];
      const parts = passage.parts.map((part) => makePart(part, source, text, map));
      const isTold = source.shown !== 'nothing';
      return [
        {
          id: making.passage(id),
          source: source.id,
          coder: making.withCoder ? making.sweep(passage.coder) : '',
          markedAt: passage.createdAt,
          comment: isTold ? making.sweep(passage.comment) : '',
          tags: isTold ? passage.tags.map(making.sweep) : [],
          names: isTold ? passage.entities.map((entity) => making.entity(entity.id)) : [],
          parts,
        },
      ];
    });
  });
}

const idsInValue = ({ value, claimant }: ExportAccount): string[] => {
  const claimants = claimant.kind === 'actors' ? claimant.actors.map(({ id }) => id) : [];
  if (value.kind === 'place') return [value.placeId, ...claimants];
  return value.kind === 'entity' ? [value.entityId, ...claimants] : claimants;
};

function claimantOf(account: ExportAccount, narrators: readonly SourceInHand[]): string {
  const { claimant } = account;
  switch (claimant.kind) {
    case 'none':
      return 'the researcher';
    case 'narrator':
      return narrators.map(titleOf).join(', ');
    case 'actors':
      return claimant.actors.map(({ name }) => name).join(', ');
    case 'unnamed':
      return claimant.words;
  }
}

/** What a source is called. */
export const titleOf = ({ id, article, redaction }: SourceInHand): string =>
  redaction?.hideName ? `Source ${id}` : article.title;

/** The sources that an account rests on. */
function sourcesIn({ passages, sources }: Making, { evidence, cues }: ExportAccount): SourceInHand[] {
  const rests = [...evidence, ...cues].flatMap((each) => passages.get(each)?.articleId ?? []);
  return [...new Set(rests)].flatMap((articleId) => sources.get(articleId) ?? []);
}

/** Words of a source that is withheld are not told in an account either. */
const isTold = (said: readonly SourceInHand[]): boolean => said.every(({ shown }) => shown !== 'nothing');

function makeAccount(making: Making, account: ExportAccount, id: string): DossierAccount {
  const { sweep } = making;
  const said = sourcesIn(making, account);
  const told = isTold(said);
  const narrators = account.claimant.kind === 'narrator' ? said : [];
  const { value } = account;
  return {
    id,
    fact: account.fact,
    key: sweep(account.key),
    value: sweep(valueWords(value)),
    valueKind: value.kind,
    edtf: value.kind === 'date' ? value.date.edtf : '',
    dateWords: value.kind === 'date' && told ? sweep(value.date.words) : '',
    claimant: account.claimant.kind === 'unnamed' && !told ? '' : sweep(claimantOf(account, narrators)),
    claimantKind: account.claimant.kind,
    narrators: narrators.map((source) => source.id),
    entities: idsInValue(account).map(making.entity),
    mode: account.mode,
    certainty: account.certainty,
    instead: account.instead,
    inferredReason: sweep(account.inferredReason),
    preferredReason: account.preferredReason === null ? null : sweep(account.preferredReason),
    comment: sweep(account.comment),
    evidence: account.evidence.map(making.passage),
    cues: account.cues.map(making.passage),
  };
}

function makeEvent(making: Making, event: ExportEvent): DossierEvent {
  const { sweep } = making;
  const id = making.event(event.id);
  const numbers = numbering(`${id}.`);
  return {
    id,
    title: sweep(event.title),
    type: sweep(event.type),
    date: event.date === null ? '' : `${describeEdtf(event.date)} (${event.date})`,
    dateWords: event.accounts.every((account) => isTold(sourcesIn(making, account)))
      ? sweep(event.dateWords)
      : '',
    place: sweep(event.place?.name ?? ''),
    happened: event.happened,
    conflicts: event.conflictCount,
    description: sweep(event.description),
    evidence: event.evidence.map(making.passage),
    accounts: event.accounts.map((account) => makeAccount(making, account, numbers.idOf(account.id))),
  };
}

/** Everything that passages and events of the export rest on is a passage of the dossier. */
function passagesOf(data: ExportData): ExportPassage[] {
  const used = new Set([
    ...data.passages.map(({ id }) => id),
    ...data.events.flatMap(({ evidence, accounts }) => [
      ...evidence,
      ...accounts.flatMap((account) => [...account.evidence, ...account.cues]),
    ]),
    ...data.eventRelations.flatMap(({ evidence }) => evidence),
  ]);
  return [...byId(data.around.passages, data.passages).values()].filter(({ id }) => used.has(id));
}

/** What is to be hidden, of sources without a passage, too: the researcher may speak of them. */
function hiddenOf(
  data: ExportData,
  sources: readonly SourceInHand[],
  redact: readonly Redaction[],
): Hidden[] {
  const articles = byId(data.around.articles, data.articles);
  return redact.flatMap((redaction) => {
    const article = articles.get(redaction.articleId);
    const quoted = sources.find((source) => source.article === article)?.quoted ?? [];
    return article ? [{ article, redaction, kept: redaction.keep === 'quotations' ? quoted : [] }] : [];
  });
}

/** What the dossier says. `redact`: what is hidden; sources that no passage is in are left out. */
export function makeContents(
  data: ExportData,
  { redact, withCoder }: { readonly redact: readonly Redaction[]; readonly withCoder: boolean },
): Contents {
  const passages = passagesOf(data);
  const sources = sourcesOf(data, passages, redact);
  const hidden = hiddenOf(data, sources, redact);
  const sweep = sweepOf(data, hidden);
  const [p, n, e] = [numbering('p'), numbering('n'), numbering('e')];
  const making: Making = {
    data,
    sweep,
    passage: p.idOf,
    entity: n.idOf,
    event: e.idOf,
    sources: new Map(sources.map((source) => [source.article.id, source])),
    passages: byId(passages),
    withCoder,
  };
  const made = makePassages(
    making,
    passages.map(({ id }) => id),
  );
  const events = data.events.map((event) => makeEvent(making, event));
  const relations = data.eventRelations.map(({ from, to, type, comment, evidence }) => ({
    from: e.idOf(from.id),
    to: e.idOf(to.id),
    type,
    comment: sweep(comment),
    evidence: evidence.map(p.idOf),
  }));
  return {
    title: sweep(`${data.notebook.title}: ${subjectName(data.subject)}`),
    sources,
    sweep,
    hiddenFiles: new Set(hidden.flatMap(({ article }) => article.originals.map(({ sha256 }) => sha256))),
    passages: made,
    events,
    relations,
    entities: entitiesOf(making, n.ids()),
  };
}

function entitiesOf({ data, sweep, entity }: Making, ids: readonly string[]): DossierEntity[] {
  const known = byId(data.around.entities, data.entities);
  const linked = new Map(
    [...data.passages, ...data.around.passages].flatMap(({ entities }) =>
      entities.map((each) => [each.id, each] as const),
    ),
  );
  const named = new Map(data.events.flatMap(namesInEvent));
  return ids.map((id) => {
    const { kind, name } = known.get(id) ?? linked.get(id) ?? { kind: 'actor', name: named.get(id) ?? '' };
    return { id: entity(id), kind, name: sweep(name) };
  });
}

function namesInEvent({ accounts }: ExportEvent): (readonly [string, string])[] {
  return accounts.flatMap(({ value, claimant }) => {
    const actors =
      claimant.kind === 'actors' ? claimant.actors.map(({ id, name }) => [id, name] as const) : [];
    if (value.kind === 'place') return [[value.placeId, value.name] as const, ...actors];
    return value.kind === 'entity' ? [[value.entityId, value.name] as const, ...actors] : actors;
  });
}

/** A fact's name, for people. */
export const factName = ({ fact, key }: DossierAccount): string => factWords({ fact, key });
