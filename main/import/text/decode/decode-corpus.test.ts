import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';
import { canonicalLabel, decodeBytes } from './encodings';

const shared = process.env['CASEBOOK_SHARED'] ?? resolve(__dirname, '../../../../../shared');
const folder = join(shared, 'corpora/encodings');

interface Sample {
  readonly name: string;
  readonly label: string;
  readonly bytes: Uint8Array;
}

function samples(): Sample[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.txt') || /\.(le|be)$/.test(path))
    .filter((path) => !path.includes('.expected.'))
    .map((path) => ({ name: path, label: labelOf(path), bytes: readFileSync(join(folder, path)) }));
}

/** `uchardet/ru/koi8-r.txt`, `recoded/zh/original.utf-8.txt`, `uchardet/ko/utf-16.le` */
function labelOf(path: string): string {
  const name = basename(path)
    .replace(/\.txt$/, '')
    .replace('original.', '')
    .replace(/^(utf-\d+)\.?([lb]e)$/, '$1$2');
  const odd: Record<string, string> = { 'mac-centraleurope': 'maccenteuro', ascii: 'utf-8' };
  const label = canonicalLabel(odd[name] ?? name.replace(/^ibm(85\d)$/, 'cp$1'));
  if (label === null) throw new Error(`The corpus has an encoding this test cannot name: ${path}`);
  return label;
}

describe.skipIf(!existsSync(folder))(
  'encodings of the shared corpus (skipped without CASEBOOK_SHARED)',
  () => {
    it('recognises nearly all of them', () => {
      const all = samples();
      const wrong = all.filter(({ bytes, label }) => {
        const truth = decodeText(bytes, { chosen: label }).text;
        return decodeText(bytes).text !== truth;
      });
      const rate = 1 - wrong.length / all.length;
      const list = wrong.map(({ name, bytes }) => `${name} read as ${decodeText(bytes).encoding}`);
      console.log(
        `encodings: ${all.length - wrong.length} of ${all.length} right (${(rate * 100).toFixed(1)} %)`,
      );
      if (list.length > 0) console.log(list.join('\n'));
      expect(rate).toBeGreaterThan(0.9);
      expect(decodeBytes(new Uint8Array(), 'utf-8')).toBe('');
    });
  },
);
