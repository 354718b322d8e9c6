import { describe, expect, it } from 'vitest';
import { type CommandId, commandRows } from './command-list';
import { chooseKeys, commandWithKeys, rowsWithKeys, whyNotKeys } from './shortcuts';

function rowOf(id: CommandId) {
  const row = commandRows.find((one) => one.id === id);
  if (!row) throw new Error(`no command ${id}`);
  return row;
}
const keysIn = (chosen: Record<string, string>, id: CommandId) =>
  rowsWithKeys(chosen).find((row) => row.id === id)?.keys;

describe('the table', () => {
  it('gives no two commands the same keys', () => {
    for (const { id, keys } of commandRows) {
      if (keys !== '') expect(commandWithKeys(keys, {}, id)?.id, `${keys} of ${id}`).toBeUndefined();
    }
  });

  it('gives no command keys that it may not have', () => {
    const held = commandRows.filter(({ keys }) => keys !== '');
    expect(held.map((row) => whyNotKeys(row.keys, row)).filter(Boolean)).toEqual([]);
  });
});

describe('chosen keys', () => {
  it('stand in place of the table’s, and none takes them off', () => {
    expect(keysIn({ library: '$mod+Alt+l' }, 'library')).toBe('$mod+Alt+l');
    expect(keysIn({ library: '' }, 'library')).toBe('');
    expect(keysIn({ library: '' }, 'actors')).toBe(rowOf('actors').keys);
  });

  it('are taken from the command that had them', () => {
    const chosen = chooseKeys({}, 'library', rowOf('actors').keys);
    expect(keysIn(chosen, 'library')).toBe(rowOf('actors').keys);
    expect(keysIn(chosen, 'actors')).toBe('');
  });

  it('are forgotten when they are the table’s own again', () => {
    const chosen = chooseKeys({}, 'library', 'F6');
    expect(chooseKeys(chosen, 'library', rowOf('library').keys)).toEqual({});
  });

  it('are the same in either case and order', () => {
    expect(commandWithKeys('Shift+$mod+n', {}, 'library')?.id).toBe('new-notebook');
  });
});

describe('whyNotKeys', () => {
  it('keeps letters alone from commands that work while typing', () => {
    expect(whyNotKeys('g', rowOf('library'))).toContain('while you type');
    expect(whyNotKeys('g', rowOf('link-actor'))).toBeNull();
    expect(whyNotKeys('F6', rowOf('library'))).toBeNull();
  });

  it('keeps the keys of fields, lists and texts', () => {
    for (const keys of ['Enter', 'Shift+ArrowDown', '$mod+c', '$mod+V', 'Tab']) {
      expect(whyNotKeys(keys, rowOf('link-actor')), keys).not.toBeNull();
    }
    expect(whyNotKeys('Alt+ArrowLeft', rowOf('back'))).toBeNull();
  });
});
