/**
 * A dossier that a stranger can check: events, accounts and quotations with their sources, every text with its hash, a page
 * to read, the same as data, and the verifier. What is asked to be redacted is in none of its files.
 */
import { createHash } from 'node:crypto';
import { codePointLength } from '../../../shared/text/offsets';
import { extensionOf } from '../deposit/payload';
import type { ExportFile, MakeContext, MakeExport } from '../formats/format';
import type { ExportArticle, ExportData } from '../gather/export-data';
import { dossierPage } from './dossier-page';
import { dossierSchema } from './dossier-schema';
import type { Dossier, DossierCapture, DossierFile, DossierSource, DossierText } from './dossier-types';
import { makeContents, type SourceInHand, titleOf } from './make-contents';
import { blacken, commitmentOf, type Sweep } from './redaction';
import { verifierFiles } from './verifier-files';

type Data = string | Uint8Array;

/** Notes the size and hash of what goes into the dossier. */
function listing(): {
  readonly pass: (name: string, data: Data) => ExportFile;
  readonly files: DossierFile[];
} {
  const files: DossierFile[] = [];
  const pass = (name: string, data: Data): ExportFile => {
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : data.length;
    files.push({ name, bytes, sha256: createHash('sha256').update(data).digest('hex') });
    return { name, data };
  };
  return { pass, files };
}

/** The text that is shown of a source, or null. */
function shownText({ shown, quoted }: SourceInHand, text: string, withTexts: boolean): string | null {
  if (shown === 'quotations') return blacken(text, quoted);
  return shown === 'open' && withTexts ? text : null;
}

function textRecord(source: SourceInHand, text: string, file: string | null): DossierText {
  const { article, shown, salt } = source;
  const codePoints = codePointLength(text);
  if (shown === 'open') return { file, sha256: article.sha256, codePoints, commitment: null };
  const told = shown === 'nothing' ? null : codePoints;
  return { file, sha256: null, codePoints: told, commitment: commitmentOf(salt, text) };
}

/** What of a source's files is shown. */
interface Showing {
  readonly withFiles: boolean;
  /** Hashes of files that a redacted source came in: an archive or a mail may hold others, too. */
  readonly hiddenFiles: ReadonlySet<string>;
  readonly sweep: Sweep;
}

function capturesOf(
  { originals }: ExportArticle,
  { withFiles, hiddenFiles, sweep }: Showing,
): DossierCapture[] {
  const shown = originals.filter(({ sha256 }) => !hiddenFiles.has(sha256));
  return shown.map(({ source, mediaType, sha256, byteLength, capturedAt }) => ({
    from: sweep(source),
    mediaType,
    sha256,
    bytes: byteLength,
    capturedAt,
    file: withFiles ? `captures/${sha256}.${extensionOf(mediaType)}` : null,
  }));
}

const nameless = { authors: [], publisher: '', url: '', language: '', published: '', capturedAt: '' };

function sourceRecord(source: SourceInHand, text: DossierText, showing: Showing): DossierSource {
  const { id, article, shown, redaction } = source;
  const { authors, publisher, url, language, capturedAt } = article;
  const named = { authors, publisher, url, language, published: article.published ?? '', capturedAt };
  const hideName = redaction?.hideName ?? false;
  const captures = redaction ? [] : capturesOf(article, showing);
  return {
    id,
    shown,
    unnamed: hideName,
    title: titleOf(source),
    ...(hideName ? nameless : named),
    text,
    captures,
  };
}

type Listing = ReturnType<typeof listing>;

/** The files of the sources, one after another: their records are known when all were made. */
function* sourceFiles(
  data: ExportData,
  sources: Iterable<SourceInHand>,
  { list, records, showing }: { list: Listing; records: DossierSource[]; showing: Showing },
): Iterable<ExportFile> {
  const written = new Set<string>();
  for (const source of sources) {
    const text = data.textOf(source.article.revisionId);
    const shown = shownText(source, text, showing.withFiles);
    const name = shown === null ? null : `texts/${source.id}.txt`;
    if (shown !== null && name !== null) yield list.pass(name, shown);
    const record = sourceRecord(source, textRecord(source, text, name), showing);
    records.push(record);
    for (const { file, sha256 } of record.captures) {
      if (file === null || written.has(file)) continue;
      written.add(file);
      yield list.pass(file, data.bytesOf(sha256));
    }
  }
}

const readMe = (title: string): string => `${title}

index.html      to be read
dossier.json    the same as data; dossier.schema.json says what stands where
texts           the texts of the sources, in which the offsets of the quotations count (Unicode code points, from 0)
captures        the files that the sources were captured as
verify          checks all of it: open verify/verify.html in a browser and drop this folder on it,
                or run: node verify/verify.mjs

To trust the check and not only the dossier, take the verifier from elsewhere, and compare the seal that it tells
with the one that you were told another way.
`;

/** Without the names of what is concerned: a redacted source may be among them. */
const lossesIn = ({ losses }: MakeContext): Dossier['losses'] =>
  losses.map(({ feature, handling, count, words }) => ({ feature, handling, count, words }));

export const makeDossier: MakeExport = function* (data, context) {
  const { options, each } = context;
  const { sources, sweep, hiddenFiles, ...contents } = makeContents(data, {
    redact: options.redact ?? [],
    withCoder: options.coder !== false,
  });
  const list = listing();
  const records: DossierSource[] = [];
  const showing = { withFiles: options.texts !== false, hiddenFiles, sweep };
  yield* sourceFiles(data, each(sources, 'sources'), { list, records, showing });
  const losses = lossesIn(context);
  const said = { ...contents, sources: records, losses, madeAt: data.madeAt };
  yield list.pass('index.html', dossierPage(said));
  yield list.pass('README.txt', readMe(contents.title));
  yield list.pass('dossier.schema.json', `${JSON.stringify(dossierSchema, null, 2)}\n`);
  for (const { name, data: words } of verifierFiles) yield list.pass(name, words);
  const dossier: Dossier = { format: 'casebook-dossier', version: 1, ...said, files: list.files };
  yield { name: 'dossier.json', data: `${JSON.stringify(dossier, null, 1)}\n` };
};
