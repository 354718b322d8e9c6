/** `prove FILE --dossier PATH --article ID --out PATH`: reveals the text of a redacted source with the salt of its commitment. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CasebookError } from '../../../shared/model/result';
import type { Dossier } from '../../export/dossier/dossier-types';
import { proofOf } from '../../export/dossier/prove';
import { writeWhole } from '../../export/write-files';
import { type Outcome, UsageError, type VerbContext } from '../verb';

function readDossier(path: string): Dossier {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'dossier.json') : path;
  if (!existsSync(file)) throw new CasebookError('file-missing', `There is no file ${file}.`);
  const dossier = JSON.parse(readFileSync(file, 'utf8')) as Dossier;
  if (dossier.format !== 'casebook-dossier' || !Array.isArray(dossier.sources))
    throw new CasebookError('bad-arguments', `${file} is no dossier of Casebook.`);
  return dossier;
}

export async function proveSource({ option, path, open, say }: VerbContext): Promise<Outcome> {
  const [dossier, article, out] = ['dossier', 'article', 'out'].map(option);
  if (dossier === undefined || article === undefined || out === undefined)
    throw new UsageError('--dossier, --article and --out are needed.');
  const proof = proofOf(open('read').reader, readDossier(path(dossier)), article);
  if (!proof) throw new CasebookError('not-found', 'This article is no redacted source of that dossier.');
  await writeWhole(path(out), `${JSON.stringify(proof, null, 2)}\n`);
  say(`Wrote the proof of source ${proof.source}. It holds the whole text of the article.`);
  return { json: { path: path(out), source: proof.source }, lines: [path(out)] };
}
