#!/usr/bin/env node
// Checks a dossier of Casebook: node verify.mjs [FOLDER or FILE.zip] [--proof PROOF.json] [--json]
// Plain Node from 18 on; nothing to install, nothing fetched. Exit codes: 0 as it should be, 1 differences, 2 asked wrongly.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import './core.js';

const { verify, inWords, readZip } = globalThis.casebookVerifier;
const here = dirname(fileURLToPath(import.meta.url));

function filesBelow(folder, from = folder, files = new Map()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) filesBelow(path, from, files);
    else if (entry.isFile())
      files.set(relative(from, path).split('\\').join('/'), new Uint8Array(readFileSync(path)));
  }
  return files;
}

const unpack = async (data, size) =>
  new Uint8Array(inflateRawSync(data, { maxOutputLength: Math.max(size, 1) }));

async function filesOf(path) {
  return statSync(path).isDirectory()
    ? filesBelow(path)
    : readZip(new Uint8Array(readFileSync(path)), unpack);
}

async function main(given) {
  const words = [];
  const proofs = [];
  let json = false;
  for (let i = 0; i < given.length; i++) {
    if (given[i] === '--json') json = true;
    else if (given[i] === '--proof') proofs.push(JSON.parse(readFileSync(given[++i] ?? '', 'utf8')));
    else if (given[i].startsWith('-') || words.length > 0)
      throw new Error('Write: node verify.mjs [FOLDER or FILE.zip] [--proof PROOF.json] [--json]');
    else words.push(given[i]);
  }
  // Beside the dossier's own copy of this script lies the dossier.
  const report = verify(await filesOf(resolve(words[0] ?? join(here, '..'))), proofs);
  console.log(json ? JSON.stringify(report, null, 2) : inWords(report).join('\n'));
  return report.ok ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
