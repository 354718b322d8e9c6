/**
 * Every command a person can give by menu or key, a row each: the menus of the main process, the keys of the window and
 * the list of shortcuts in the help are all made from it. What a command does is said by the screen that has it
 * (`useCommand`), so the same key can mean the same thing in several screens.
 */

export const menus = ['File', 'Edit', 'View', 'Passage', 'Go', 'Help'] as const;
export type MenuName = (typeof menus)[number];

export interface CommandRow {
  readonly id: string;
  readonly label: string;
  readonly menu: MenuName;
  /** In the notation of tinykeys; `$mod` is Command on macOS, Control elsewhere. '' has no key. */
  readonly keys: string;
  /** A separator stands above it in the menu. */
  readonly group?: true;
  /** Single letters work only where no text is being typed. */
  readonly whileTyping?: true;
}

const commandList = [
  { id: 'new-notebook', label: 'New notebook…', menu: 'File', keys: '$mod+Shift+N', whileTyping: true },
  { id: 'open-notebook', label: 'Open notebook…', menu: 'File', keys: '$mod+O', whileTyping: true },
  { id: 'close-notebook', label: 'Close notebook', menu: 'File', keys: '$mod+Shift+W', whileTyping: true },
  {
    id: 'import-files',
    label: 'Import files…',
    menu: 'File',
    keys: '$mod+I',
    whileTyping: true,
    group: true,
  },
  { id: 'import-folder', label: 'Import folder…', menu: 'File', keys: '' },
  { id: 'watched-folder', label: 'Watched folder…', menu: 'File', keys: '' },
  { id: 'import-paste', label: 'Import from clipboard', menu: 'File', keys: '$mod+Shift+V' },
  { id: 'newer-capture', label: 'Bring in a newer capture…', menu: 'File', keys: '' },
  {
    id: 'newer-capture-paste',
    label: 'Bring in a newer capture from the clipboard',
    menu: 'File',
    keys: '',
  },
  { id: 'new-article', label: 'New article of my own', menu: 'File', keys: '' },
  { id: 'export', label: 'Export…', menu: 'File', keys: '$mod+E', whileTyping: true, group: true },
  { id: 'print', label: 'Print…', menu: 'File', keys: '$mod+P', whileTyping: true },
  { id: 'copy-notebook', label: 'Copy notebook to…', menu: 'File', keys: '' },
  { id: 'open-backup', label: 'Open a backup…', menu: 'File', keys: '' },
  { id: 'settings', label: 'Settings…', menu: 'File', keys: '$mod+,', whileTyping: true, group: true },
  { id: 'undo', label: 'Undo', menu: 'Edit', keys: '$mod+Z' },
  { id: 'redo', label: 'Redo', menu: 'Edit', keys: '$mod+Shift+Z' },
  { id: 'find', label: 'Search the notebook', menu: 'Edit', keys: '$mod+K', whileTyping: true, group: true },
  { id: 'search-form', label: 'Search by a form', menu: 'Edit', keys: '$mod+Shift+L', whileTyping: true },
  { id: 'save-search', label: 'Save this search…', menu: 'Edit', keys: '' },
  { id: 'find-in-text', label: 'Find in the text', menu: 'Edit', keys: '$mod+F', whileTyping: true },
  { id: 'find-next', label: 'Next match', menu: 'Edit', keys: 'F3', whileTyping: true },
  { id: 'find-previous', label: 'Previous match', menu: 'Edit', keys: 'Shift+F3', whileTyping: true },
  { id: 'replace', label: 'Find and replace', menu: 'Edit', keys: '$mod+Shift+H', whileTyping: true },
  { id: 'edit-link', label: 'Put a link on words', menu: 'Edit', keys: '$mod+Shift+K', whileTyping: true },
  { id: 'search', label: 'Search', menu: 'Go', keys: '$mod+Shift+F', whileTyping: true },
  { id: 'saved-searches', label: 'Saved searches', menu: 'Go', keys: '$mod+Shift+S', whileTyping: true },
  { id: 'library', label: 'Library', menu: 'Go', keys: '$mod+1', whileTyping: true },
  { id: 'actors', label: 'Actors', menu: 'Go', keys: '$mod+2', whileTyping: true },
  { id: 'places', label: 'Places', menu: 'Go', keys: '$mod+3', whileTyping: true },
  { id: 'events', label: 'Events', menu: 'Go', keys: '$mod+4', whileTyping: true },
  { id: 'timeline', label: 'Timeline', menu: 'Go', keys: '$mod+5', whileTyping: true },
  { id: 'map', label: 'Map', menu: 'Go', keys: '$mod+Shift+G', whileTyping: true },
  { id: 'notes', label: 'Notes', menu: 'Go', keys: '$mod+6', whileTyping: true },
  { id: 'tags', label: 'Codebook', menu: 'Go', keys: '$mod+7', whileTyping: true },
  { id: 'review', label: 'To review', menu: 'Go', keys: '$mod+8', whileTyping: true },
  { id: 'network', label: 'Network', menu: 'Go', keys: '$mod+9', whileTyping: true },
  { id: 'passages', label: 'Quotations', menu: 'Go', keys: '$mod+Shift+Q', whileTyping: true },
  { id: 'matrix', label: 'Matrix', menu: 'Go', keys: '$mod+Shift+M', whileTyping: true },
  { id: 'to-do', label: 'To do', menu: 'Go', keys: '$mod+0', whileTyping: true },
  { id: 'trash', label: 'Trash', menu: 'Go', keys: '' },
  { id: 'back', label: 'Back', menu: 'Go', keys: 'Alt+ArrowLeft', whileTyping: true, group: true },
  { id: 'forward', label: 'Forward', menu: 'Go', keys: 'Alt+ArrowRight', whileTyping: true },
  { id: 'new-note', label: 'New note', menu: 'File', keys: '$mod+N', whileTyping: true },
  { id: 'link-actor', label: 'Link to an actor', menu: 'Passage', keys: 'a' },
  { id: 'link-place', label: 'Link to a place', menu: 'Passage', keys: 'p' },
  { id: 'link-event', label: 'Link to an event', menu: 'Passage', keys: 'e' },
  { id: 'tag-passage', label: 'Tag', menu: 'Passage', keys: 't' },
  { id: 'colour-passage', label: 'Colour', menu: 'Passage', keys: 'h' },
  { id: 'comment-passage', label: 'Comment', menu: 'Passage', keys: 'c' },
  { id: 'cite-passage', label: 'Copy a citation of the passage', menu: 'Passage', keys: 'y' },
  { id: 'more-like', label: 'More like this passage', menu: 'Passage', keys: 'l' },
  { id: 'next-passage', label: 'Next passage', menu: 'Passage', keys: 'j', group: true },
  { id: 'previous-passage', label: 'Previous passage', menu: 'Passage', keys: 'k' },
  { id: 'add-part', label: 'Keep as a part, then select more', menu: 'Passage', keys: '+', group: true },
  { id: 'add-to-passage', label: 'Add the words to the passage', menu: 'Passage', keys: 'u' },
  { id: 'next-part', label: 'Next part of the passage', menu: 'Passage', keys: '.' },
  { id: 'change-ends', label: 'Change the ends', menu: 'Passage', keys: 'm' },
  { id: 'confirm-passage', label: 'Confirm changed words', menu: 'Passage', keys: 'v' },
  { id: 'detach-passage', label: 'Detach from changed words', menu: 'Passage', keys: 'd' },
  { id: 'delete-passage', label: 'Delete passage', menu: 'Passage', keys: 'Delete' },
  {
    id: 'correct-text',
    label: 'Correct the text',
    menu: 'Edit',
    keys: '$mod+Shift+E',
    whileTyping: true,
    group: true,
  },
  {
    id: 'compare-revisions',
    label: 'Compare revisions',
    menu: 'Edit',
    keys: '$mod+Shift+D',
    whileTyping: true,
  },
  { id: 'next-difference', label: 'Next difference', menu: 'Edit', keys: 'n' },
  { id: 'previous-difference', label: 'Previous difference', menu: 'Edit', keys: 'Shift+N' },
  { id: 'exclude', label: 'Grey out, or bring back', menu: 'Passage', keys: 'x', group: true },
  { id: 'outline', label: 'Outline of the text', menu: 'View', keys: '$mod+Shift+O', whileTyping: true },
  {
    id: 'show-pages',
    label: 'Pages of the PDF beside the text',
    menu: 'View',
    keys: '$mod+Shift+P',
    whileTyping: true,
  },
  { id: 'next-page', label: 'Next page', menu: 'Go', keys: 'Alt+PageDown', whileTyping: true },
  { id: 'previous-page', label: 'Previous page', menu: 'Go', keys: 'Alt+PageUp', whileTyping: true },
  { id: 'bigger', label: 'Larger text', menu: 'View', keys: '$mod+=', whileTyping: true },
  { id: 'smaller', label: 'Smaller text', menu: 'View', keys: '$mod+-', whileTyping: true },
  { id: 'theme-light', label: 'Light', menu: 'View', keys: '', group: true },
  { id: 'theme-dark', label: 'Dark', menu: 'View', keys: '' },
  { id: 'theme-system', label: 'Like the system', menu: 'View', keys: '' },
  { id: 'shortcuts', label: 'Keyboard shortcuts', menu: 'Help', keys: '?' },
  { id: 'check', label: 'Check the notebook', menu: 'Help', keys: '' },
  { id: 'show-log', label: 'Show log', menu: 'Help', keys: '' },
  { id: 'about', label: 'About Casebook', menu: 'Help', keys: '' },
] as const satisfies readonly CommandRow[];

export type CommandId = (typeof commandList)[number]['id'];

/** The same rows, all fields present. */
export const commandRows: readonly (CommandRow & { readonly id: CommandId })[] = commandList;
