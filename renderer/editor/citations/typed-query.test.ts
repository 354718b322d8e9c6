import { createHeadlessEditor } from '@lexical/headless';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $typedQuery } from './typed-query';

/** The words after the `@` before the caret, which is at the end. */
function queryAfter(typed: string): string | undefined {
  const editor = createHeadlessEditor({
    onError: (error) => {
      throw error;
    },
  });
  let text: string | undefined;
  editor.update(
    () => {
      const node = $createTextNode(typed);
      $getRoot().append($createParagraphNode().append(node));
      node.select();
      text = $typedQuery()?.text;
    },
    { discrete: true },
  );
  return text;
}

describe('$typedQuery', () => {
  it('is what follows an @ that begins a word', () => {
    expect(queryAfter('says @')).toBe('');
    expect(queryAfter('@Mira Tol')).toBe('Mira Tol');
    expect(queryAfter('(“@Галк')).toBe('Галк');
  });

  it('is none in an address, after a space, or far behind', () => {
    expect(queryAfter('a@b.cz')).toBeUndefined();
    expect(queryAfter('now @ noon')).toBeUndefined();
    expect(queryAfter(`@${'word '.repeat(20)}`)).toBeUndefined();
    expect(queryAfter('no sign')).toBeUndefined();
  });
});
