/** The application menu, made from the list of commands; a chosen item is sent to the window by its name. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandRow, type MenuName, menus } from '../../../shared/commands/command-list';
import { type ChosenKeys, rowsWithKeys } from '../../../shared/commands/shortcuts';
import { tell } from './bridge';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** What Electron can show as a key: letters, digits and signs, and keys with a name. */
const showable =
  /^(?:(?:CmdOrCtrl|Control|Alt|Shift)\+)*(?:[\x21-\x7e]|Plus|F\d{1,2}|Left|Right|Up|Down|Delete|Home|End|PageUp|PageDown|Space|Enter|Insert)$/;

/** tinykeys' notation as Electron spells it; undefined for what it has no word for (a letter of another script). */
export function acceleratorOf(keys: string): string | undefined {
  const spelt = keys
    .replace('$mod', 'CmdOrCtrl')
    .replace('Arrow', '')
    .replace(/(^|\+)\+$/, '$1Plus');
  return showable.test(spelt) ? spelt : undefined;
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

function submenu(menu: MenuName, chosen: ChosenKeys): MenuItemConstructorOptions[] {
  const own = rowsWithKeys(chosen).filter((row) => row.menu === menu);
  const items = own.flatMap((row) => (row.group ? [separator, item(row)] : [item(row)]));
  const developer: MenuItemConstructorOptions[] =
    menu === 'View' && !app.isPackaged ? [separator, { role: 'toggleDevTools' }] : [];
  return [...items, ...(standardItems[menu] ?? []), ...developer];
}

/** Before `ready`: keeps Electron from making a menu of its own, which nobody would see. */
export function setNoMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Makes the menu, with the keys as the researcher has chosen them. */
export function setMenu(chosen: ChosenKeys): void {
  const template: MenuItemConstructorOptions[] = menus.map((menu) => ({
    label: menu,
    submenu: submenu(menu, chosen),
  }));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(process.platform === 'darwin' ? [{ role: 'appMenu' }, ...template] : template),
  );
}
