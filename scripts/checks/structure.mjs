import { existsSync, readFileSync } from 'node:fs';
import { crowdedFolders } from './folders.mjs';
import { checkLayers } from './layers.mjs';
import { lexicalProblems } from './lexical.mjs';
import { missingOptional } from './lock-file.mjs';

// The command behind `npm run check:layers`: layers, one copy of Lexical, folders of a readable size. Run from the
// repository's folder; says what is wrong and ends with 1.

const root = process.cwd();
const folders = ['main', 'renderer', 'shared', 'scripts', 'e2e', 'bench', 'docs', 'config'].filter((name) =>
  existsSync(name),
);
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const layers = await checkLayers(root);
const problems = [
  ...layers.violations.map(
    ({ rule, from, to, comment }) => `${rule}: ${from} → ${to}${comment && `  (${comment})`}`,
  ),
  ...layers.unseen.map((source) => `not seen by dependency-cruiser: ${source}`),
  ...lexicalProblems(packages),
  ...missingOptional(packages).map(
    ({ name }) => `not in the lock file: ${name} (node scripts/complete-lock.mjs)`,
  ),
  ...crowdedFolders(root, folders),
];
for (const problem of problems) console.error(`  ✗ ${problem}`);
console.error(
  problems.length > 0 ? `${problems.length} problems` : `${layers.modules} modules, no violation`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
