import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

// Who may import whom: runs the rules of config/dependency-cruiser.cjs, and makes sure that every source file was seen
// (without its parser dependency-cruiser sees none and is content).

const LAYERS = ['shared', 'main', 'renderer'];
const CONFIG = createRequire(import.meta.url).resolve('../../config/dependency-cruiser.cjs');

/**
 * @param {string} root a folder laid out as the repository
 * @returns {Promise<{ violations: readonly { rule: string, from: string, to: string, comment: string }[],
 *   unseen: readonly string[], modules: number }>}
 */
export async function checkLayers(root) {
  const options = await extractOptions(CONFIG);
  const { output } = await cruise(LAYERS, { ...options, baseDir: root });
  const seen = new Set(output.modules.map((module) => module.source));
  const sources = LAYERS.flatMap((layer) => sourcesIn(root, layer));
  return {
    violations: output.summary.violations.map(describe),
    unseen: sources.filter((source) => !seen.has(source)),
    modules: sources.length,
  };
}

function describe({ rule, from, to, comment }) {
  return { rule: rule.name, from, to, comment: comment ?? '' };
}

function sourcesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(root, path);
    return /\.tsx?$/.test(path) && !path.endsWith('.d.ts') ? [path] : [];
  });
}
