/**
 * Memory while large files are read: a PDF of 500 pages, a mailbox of 200 MB, a REFI-QDA project with 10,000 passages. What is
 * measured is the most that the process has in use, beside that with a tenth of the file and the bytes that it is longer.
 */
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { unwatched } from '../../main/export/export-files';
import { writeExport } from '../../main/export/write-export';
import { sampleLines, samplePdf } from '../../main/import/pdf/pdf-samples';
import { pluck } from '../../main/store/core/sql';
import { openMadeNotebook } from '../made-notebook';
import { makeText, seeded } from '../prose';
import type { Measured, Workload } from '../workload';

/** Writes a file of so many parts of a hundred. */
type Write = (path: string, share: number) => Promise<void> | void;

const linesOf = (text: string): readonly string[] => text.match(/\S.{0,89}(?=\s|$)/g) ?? [];

const writePdf: Write = (path, share) => {
  const lines = linesOf(makeText(seeded(1), 2500 * share));
  const pages = Array.from({ length: 5 * share }, (_, page) => ({
    texts: sampleLines(lines.slice(page * 50, page * 50 + 50), { y: 660 }),
  }));
  writeFileSync(path, samplePdf(pages));
};

const mailsInPart = 20;
const attachment = 'QUJDREVG'.repeat(11_000);

/** A mail of some 100 KB, as they are with something attached. */
function mailOf(number: number): string {
  const head = `From a@b.example Fri Jul  4 10:00:00 2025\nFrom: a@b.example\nSubject: Letter ${number}\nDate: Fri, 04 Jul 2025 10:00:00 +0000`;
  const words = makeText(seeded(number), 800);
  return `${head}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n${words}\n\n--x\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="a.bin"\nContent-Transfer-Encoding: base64\n\n${attachment}\n--x--\n\n`;
}

const writeMailbox: Write = async (path, share) => {
  const stream = createWriteStream(path);
  for (let mail = 0; mail < mailsInPart * share; mail++) stream.write(mailOf(mail));
  stream.end();
  await finished(stream);
};

const writeProject: Write = async (path, share) => {
  const session = openMadeNotebook({ articles: 500, wordsPerArticle: 870, passagesPerArticle: 20 });
  const select = 'SELECT id FROM annotation ORDER BY article_id LIMIT ?';
  const ids = pluck<string>(session.reader, select, [100 * share]);
  await writeExport(session.reader, { format: 'qdpx', scope: { kind: 'passages', ids }, path }, unwatched);
  session.close();
};

const megabyte = 1024 * 1024;

interface Peak {
  readonly items: number;
  readonly mb: number;
  readonly fileMb: number;
}

function peakOf(path: string): Peak {
  const told = execFileSync(process.execPath, ['scripts/run-module.mjs', 'bench/import/read-once.ts', path], {
    encoding: 'utf8',
  });
  const [items = 0, kilobytes = 0] = (told.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { items, mb: kilobytes / 1024, fileMb: statSync(path).size / megabyte };
}

async function measureLarge(extension: string, write: Write): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  try {
    const peaks: Peak[] = [];
    for (const share of [10, 100]) {
      const path = join(folder, `${share}.${extension}`);
      await write(path, share);
      peaks.push(peakOf(path));
    }
    const [small, large] = peaks;
    if (!small || !large) throw new Error('nothing was read');
    const line = ({ items, mb, fileMb }: Peak) =>
      `${fileMb.toFixed(1)} MB with ${items} items: ${mb.toFixed(0)} MB in use at most`;
    return {
      value: large.mb,
      limit: small.mb + large.fileMb - small.fileMb,
      details: peaks.map(line),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const row = (name: string, extension: string, write: Write): Workload => ({
  name: `import/memory-${name}`,
  unit: 'MB',
  goal: 1.5,
  run: () => measureLarge(extension, write),
});

export const largeWorkloads: readonly Workload[] = [
  row('pdf', 'pdf', writePdf),
  row('mailbox', 'mbox', writeMailbox),
  row('project', 'qdpx', writeProject),
];
