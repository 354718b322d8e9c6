import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = resolve(__dirname, '..');
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
/** The notices of what is bundled, as their licences ask; they go into the package. */
const license = { fileName: 'third-party-licences.md' };
const minify = process.env['CASEBOOK_MINIFY'] !== 'off';

/**
 * What pdf.js reads when a PDF asks for it: tables of character codes, the fourteen fonts that need not be in a file, and
 * decoders of pictures without WebAssembly. They lie beside the window's files; imports read them there too.
 */
function pdfData(): Plugin {
  const wanted: readonly (readonly [folder: string, name: RegExp])[] = [
    ['cmaps', /\.bcmap$|^LICENSE/],
    ['standard_fonts', /\.(?:pfb|ttf)$|^LICENSE/],
    ['wasm', /_nowasm_fallback\.js$|^LICENSE_(?:PDFJS_)?(?:OPENJPEG|JBIG2)$/],
  ];
  return {
    name: 'pdf-data',
    generateBundle() {
      for (const [folder, name] of wanted) {
        const from = resolve(root, 'node_modules/pdfjs-dist', folder);
        for (const file of readdirSync(from).filter((one) => name.test(one)))
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${file}`,
            source: readFileSync(resolve(from, file)),
          });
      }
    },
  };
}

/**
 * One build for Electron 25 and for the current one: the targets are explicit (Node 18, Chromium 114), and everything is
 * bundled but better-sqlite3, because packages that are ESM only do not load on Node 18.
 */
export default defineConfig({
  main: {
    root,
    build: {
      target: 'node18',
      outDir: resolve(root, 'out/main'),
      minify: false,
      license,
      sourcemap: true,
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron', 'better-sqlite3'],
        input: {
          main: resolve(root, 'main/app/main.ts'),
          'store-worker': resolve(root, 'main/store/worker/store-worker.ts'),
          'merge-worker': resolve(root, 'main/store/intake/merge/thread/merge-worker.ts'),
          'import-worker': resolve(root, 'main/import/pool/import-worker.ts'),
          'export-worker': resolve(root, 'main/export/thread/export-worker.ts'),
          cli: resolve(root, 'main/cli/cli.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs' },
      },
    },
  },
  preload: {
    root,
    build: {
      target: 'node18',
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { preload: resolve(root, 'main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), tailwindcss(), pdfData()],
    worker: { format: 'es' },
    define: { casebookVersion: JSON.stringify(version) },
    build: {
      target: 'chrome114',
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify,
      license,
      sourcemap: false,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
