/** What the program takes for a command line, and what for a notebook to open in its window. */
import { expect, it } from 'vitest';
import { verbs } from '../cli/verbs';
import { commandLineOf, notebookOf } from './arguments';

it('runs every verb of the command line without a window', () => {
  for (const { name } of verbs)
    expect(commandLineOf([name, 'a.casebook']), name).toEqual([name, 'a.casebook']);
  expect(commandLineOf([])).toBeNull();
});

it('opens a notebook in the window, whatever it is called', () => {
  expect(commandLineOf(['export.casebook'])).toBeNull();
  expect(notebookOf(['export.casebook'], '/home')).toBe('/home/export.casebook');
});
