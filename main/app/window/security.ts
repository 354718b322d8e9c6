/**
 * What the window may not do, whatever runs in it: leave its page, open another, ask for a permission, or reach the
 * network. Every refusal is logged, without the address's query.
 */
import { app, type Session, session, type WebContents } from 'electron';
import { log } from '../data/log';
import { isAppUrl, scheme } from './protocol';

/** Schemes the window itself needs: its own pages, embedded pictures, and the developer tools. */
const allowedSchemes = new Set([`${scheme}:`, 'data:', 'blob:', 'devtools:', 'chrome-extension:']);

function isAllowed(url: string, devServer: string | undefined): boolean {
  const { protocol, host } = new URL(url);
  if (devServer && host === new URL(devServer).host) return true;
  return allowedSchemes.has(protocol);
}

function refuseNetwork(target: Session): void {
  const devServer = process.env['ELECTRON_RENDERER_URL'];
  target.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowed(details.url, devServer);
    if (!allowed) log.warn(`refused a request for ${new URL(details.url).origin} (${details.resourceType})`);
    answer({ cancel: !allowed });
  });
  // A second wall below the first: name look-ups and connections that are no page request.
  void target.setProxy({
    mode: 'fixed_servers',
    proxyRules: devServer ? '' : 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

function refusePermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn(`refused the permission ${permission}`);
    answer(false);
  });
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
}

function refuseNavigation(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void }, url: string) => {
    if (isAppUrl(url)) return;
    log.warn('refused to leave the page');
    event.preventDefault();
  };
  contents.on('will-navigate', (event, url) => refuse(event, url));
  contents.on('will-redirect', (event, url) => refuse(event, url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => {
    log.warn('refused to open a window');
    return { action: 'deny' };
  });
}

/** Puts all walls up; called once, before the first window. */
export function secureApp(): void {
  app.on('web-contents-created', (_event, contents) => refuseNavigation(contents));
  refuseNetwork(session.defaultSession);
  refusePermissions(session.defaultSession);
  // The spell checker would download dictionaries.
  session.defaultSession.setSpellCheckerEnabled(false);
}
