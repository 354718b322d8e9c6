/** Serves the window's own files as `casebook://app/…`, and nothing else, with a strict Content-Security-Policy. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { type ProtocolResponse, protocol } from 'electron';

export const scheme = 'casebook';
export const appOrigin = `${scheme}://app/`;

/**
 * Nothing from anywhere but the app itself; pictures also as data, because articles embed them. `style-src
 * 'unsafe-inline'` is for React Aria, which sets styles on elements; no inline script runs.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  // What pdf.js asks for: tables of character codes, and fonts.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/** Before `ready`: makes the scheme a standard, secure origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

function headers(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}

/** The file a request means, inside `root`, or null. */
export function fileOf(root: string, address: string): string | null {
  const { host, pathname } = new URL(address);
  if (host !== 'app') return null;
  const path = normalize(join(root, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
  return path.startsWith(root + sep) && mediaTypes[extname(path)] ? path : null;
}

const notFound = { statusCode: 404, headers: headers('text/plain'), data: Buffer.from('not found') };

async function serve(root: string, address: string): Promise<ProtocolResponse> {
  try {
    const path = fileOf(root, address); // throws for what is no address
    if (!path) return notFound;
    const type = mediaTypes[extname(path)] ?? '';
    return { data: await readFile(path), headers: headers(type), mimeType: type.split(';')[0] ?? '' };
  } catch {
    return notFound;
  }
}

/**
 * After `ready`: serves the files under `root`. Not by `protocol.handle`, for which Electron loads all of `fetch` into the main
 * process before it serves the first page, an eighth of the time of a start.
 */
export function serveApp(root: string): void {
  protocol.registerBufferProtocol(scheme, ({ url }, answer) => void serve(root, url).then(answer));
}

/** Where the window's page comes from: the dev server in development, the app's own files otherwise. */
export function pageUrl(): string {
  return process.env['ELECTRON_RENDERER_URL'] ?? `${appOrigin}index.html`;
}

/** True for an address of the app's own page. */
export function isAppUrl(address: string): boolean {
  return (
    address.startsWith(appOrigin) || address.startsWith(process.env['ELECTRON_RENDERER_URL'] ?? appOrigin)
  );
}
