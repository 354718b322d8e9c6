/** The commands that mean the same on every screen. */
import type { ExportScope } from '../../shared/contract/exports';
import { app, commands } from '../client/client';
import { goToSideTab } from './frame/search/side-tab';
import { go, type Place, useNavigation } from './navigation';
import { newNotebook, openNotebook } from './notebook-state';
import { notify, run } from './notices';
import { openDialog } from './open-dialog';
import { changeReadingSize, changeSettings } from './settings';
import { commandWords } from './undo-words';
import { runCommand, useCommand } from './use-command';

const sayStep = (text: string, label: string, back: () => Promise<void>): void =>
  notify({ text, isStep: true, action: { label, run: () => void back() } });

export async function undo(): Promise<void> {
  const name = await run(commands.undo({}));
  if (name === null) notify({ text: 'Nothing to undo' });
  else if (name) sayStep(`Undid: ${commandWords(name)}`, 'Redo', redo);
}

export async function redo(): Promise<void> {
  const name = await run(commands.redo({}));
  if (name === null) notify({ text: 'Nothing to redo' });
  else if (name) sayStep(`Did again: ${commandWords(name)}`, 'Undo', undo);
}

/** What an export from this screen is about. */
export function scopeOf(place: Place): ExportScope {
  switch (place.kind) {
    case 'article':
    case 'entity':
    case 'event':
    case 'note':
      return { kind: place.kind, id: place.id };
    case 'search':
      return place.query.trim() === '' ? { kind: 'everything' } : { kind: 'search', query: place.query };
    default:
      return { kind: 'everything' };
  }
}

async function copyNotebook(): Promise<void> {
  const copied = await run(app.copyNotebook({}));
  if (copied) notify({ text: `The notebook was copied to ${copied.path}` });
}

async function createNote(): Promise<void> {
  const created = await run(commands.createNote({ title: '' }));
  if (created) go({ kind: 'note', id: created.id });
}

async function createArticle(): Promise<void> {
  const created = await run(commands.createArticle({ title: 'Untitled' }));
  if (created) go({ kind: 'article', id: created.id });
}

/** With or without a notebook. */
export function useProgramCommands(): void {
  useCommand('new-notebook', () => void newNotebook());
  useCommand('open-notebook', () => void openNotebook());
  useCommand('open-backup', () => openDialog({ kind: 'backups' }));
  useCommand('settings', () => openDialog({ kind: 'settings' }));
  useCommand('shortcuts', () => openDialog({ kind: 'shortcuts' }));
  useCommand('about', () => openDialog({ kind: 'about' }));
  useCommand('show-log', () => void run(app.showLog({})));
  useCommand('bigger', () => changeReadingSize(1));
  useCommand('smaller', () => changeReadingSize(-1));
  useCommand('theme-light', () => changeSettings({ theme: 'light' }));
  useCommand('theme-dark', () => changeSettings({ theme: 'dark' }));
  useCommand('theme-system', () => changeSettings({ theme: 'system' }));
}

function useGoCommands(): void {
  useCommand('search', () => {
    const { place } = useNavigation.getState();
    if (place.kind !== 'search' || place.query !== '') go({ kind: 'search', query: '' });
    runCommand('find');
  });
  useCommand('search-form', () => goToSideTab('form'));
  useCommand('saved-searches', () => goToSideTab('saved'));
  useCommand('library', () => go({ kind: 'library' }));
  useCommand('actors', () => go({ kind: 'actors' }));
  useCommand('places', () => go({ kind: 'places' }));
  useCommand('events', () => go({ kind: 'events' }));
  useCommand('timeline', () => go({ kind: 'timeline' }));
  useCommand('network', () => go({ kind: 'network' }));
  useCommand('map', () => go({ kind: 'map' }));
  useCommand('notes', () => go({ kind: 'notes' }));
  useCommand('tags', () => go({ kind: 'tags' }));
  useCommand('review', () => go({ kind: 'review' }));
  useCommand('passages', () => go({ kind: 'passages' }));
  useCommand('matrix', () => go({ kind: 'matrix' }));
  useCommand('to-do', () => go({ kind: 'to-do' }));
  useCommand('trash', () => go({ kind: 'trash' }));
  useCommand('back', () => useNavigation.getState().back());
  useCommand('forward', () => useNavigation.getState().forward());
}

/** With an open notebook. */
export function useNotebookCommands(): void {
  useGoCommands();
  useCommand('undo', () => void undo());
  useCommand('redo', () => void redo());
  useCommand('close-notebook', () => void run(app.closeNotebook({})));
  useCommand('copy-notebook', () => void copyNotebook());
  useCommand('export', () => openDialog({ kind: 'export', scope: scopeOf(useNavigation.getState().place) }));
  useCommand('print', () => void run(app.printView({ scope: scopeOf(useNavigation.getState().place) })));
  useCommand('check', () => openDialog({ kind: 'check' }));
  useCommand('new-note', () => void createNote());
  useCommand('new-article', () => void createArticle());
}
