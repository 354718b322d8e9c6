/** The application menu, made from the list of commands; a chosen item is sent to the window by its name. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandRow, commandRows, type MenuName, menus } from '../../../shared/commands/command-list';
import { tell } from './bridge';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** tinykeys' notation as Electron spells it. */
export function acceleratorOf(keys: string): string | undefined {
  if (!keys) return undefined;
  return keys.replace('$mod', 'CmdOrCtrl').replace('ArrowLeft', 'Left').replace('ArrowRight', 'Right');
}

/** The key is shown only: the window listens for it itself, so that a screen can say when it applies. */
function item({ id, label, keys }: CommandRow): MenuItemConstructorOptions {
  return {
    id,
    label,
    accelerator: acceleratorOf(keys),
    registerAccelerator: false,
    click: () => tell({ kind: 'menu', command: id }),
  };
}

/** What every program has and Electron does itself. */
const standardItems: Readonly<Partial<Record<MenuName, readonly MenuItemConstructorOptions[]>>> = {
  File: [separator, { role: 'quit' }],
  Edit: [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  View: [separator, { role: 'togglefullscreen' }],
};

function submenu(menu: MenuName): MenuItemConstructorOptions[] {
  const own = commandRows.filter((row) => row.menu === menu);
  const items = own.flatMap((row) => (row.group ? [separator, item(row)] : [item(row)]));
  const developer: MenuItemConstructorOptions[] =
    menu === 'View' && !app.isPackaged ? [separator, { role: 'toggleDevTools' }] : [];
  return [...items, ...(standardItems[menu] ?? []), ...developer];
}

export function setMenu(): void {
  const template: MenuItemConstructorOptions[] = menus.map((menu) => ({
    label: menu,
    submenu: submenu(menu),
  }));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(process.platform === 'darwin' ? [{ role: 'appMenu' }, ...template] : template),
  );
}
