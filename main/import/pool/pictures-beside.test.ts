import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importDocument } from '../import-document';
import { picturesBeside } from './pictures-beside';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let folder: string;
let page: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-pictures-'));
  mkdirSync(join(folder, 'saved', 'page_files'), { recursive: true });
  page = join(folder, 'saved', 'page.html');
  writeFileSync(join(folder, 'saved', 'page_files', 'a photo.png'), png);
  writeFileSync(join(folder, 'saved', 'page_files', 'script.png'), '<script>alert(1)</script>');
  writeFileSync(join(folder, 'secret.png'), png);
  symlinkSync(join(folder, 'secret.png'), join(folder, 'saved', 'page_files', 'link.png'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes pictures from the page’s own folder, and nothing else', () => {
  const picture = picturesBeside(page);
  expect(picture('./page_files/a%20photo.png')).toBe(`data:image/png;base64,${png.toString('base64')}`);
  for (const address of [
    'page_files/script.png',
    'page_files/link.png',
    'page_files/none.png',
    'page_files',
    '../secret.png',
    join(folder, 'secret.png'),
    'https://a.example/x.png',
    'file:///etc/passwd',
    '%E0%A4%A',
    '',
  ]) {
    expect(picture(address), address).toBeNull();
  }
});

it('puts them into the article', async () => {
  const html =
    '<p>The ferry at the crossing on Monday, from the far bank.</p><p><img src="page_files/a%20photo.png" alt="The ferry"><img src="https://a.example/x.png" alt="Map"></p>';
  const { content, warnings } = await importDocument({
    bytes: Buffer.from(html),
    source: page,
    capturedAt: '2026-01-01T00:00:00.000Z',
    pictureBeside: picturesBeside(page),
  });
  expect(content).toContain(`<img src="data:image/png;base64,${png.toString('base64')}" alt="The ferry">`);
  expect(warnings.join(' ')).toContain('“Map”');
});
