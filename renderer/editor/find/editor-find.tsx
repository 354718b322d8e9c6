/** Finding and replacing in an editor: opened by its commands, closed by Escape with the match selected. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { type LexicalEditor, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import { useEffect, useState } from 'react';
import { useCommand } from '../../shell/use-command';
import { $readEditorText } from './editor-text';
import { FindBar } from './find-bar';
import { FindSession, type FindTarget } from './find-session';
import { MatchHighlights, rangeOfMatch } from './match-highlights';
import { ReplaceRow } from './replace-row';
import { $selectMatch } from './select-match';
import { caretOffset, selectedQuery } from './selected-stretch';

/** After the last key: a long text is not looked through for every letter that is typed in it. */
const restMs = 200;
/** Matches this near to an edge of the view (CSS pixels) are brought further in. */
const edgePx = 40;

function revealRange(range: Range, scroller: HTMLElement): void {
  const rect = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const isSeen = rect.top >= view.top + edgePx && rect.bottom <= view.bottom - edgePx;
  if (!isSeen) scroller.scrollTop += rect.top - view.top - view.height * 0.36;
}

interface Finding {
  readonly session: FindSession;
  readonly end: () => void;
}

/** Begins a finding in an editor, with its matches painted and kept true while one types. */
function beginFinding(editor: LexicalEditor, scroller: HTMLElement): Finding {
  const read = () => editor.getEditorState().read($readEditorText);
  const highlights = new MatchHighlights(editor, scroller);
  const target: FindTarget = {
    readText: read,
    beginAt: () => caretOffset(editor),
    show: (_, matches, current) => highlights.show({ text: read(), matches, current }),
    reveal: (match) => {
      const range = rangeOfMatch(editor, read(), match);
      if (range) revealRange(range, scroller);
    },
  };
  const session = new FindSession(target);
  let timer = 0;
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void session.again(), restMs);
  });
  const end = () => {
    clearTimeout(timer);
    stop();
    session.destroy();
    highlights.destroy();
  };
  return { session, end };
}

interface Asked {
  readonly replaces: boolean;
  /** What was selected; '' leaves what is looked for. */
  readonly words: string;
  readonly times: number;
}

function OpenFind({
  scroller,
  asked,
  onClose,
}: {
  readonly scroller: HTMLElement;
  readonly asked: Asked;
  readonly onClose: () => void;
}) {
  const [editor] = useLexicalComposerContext();
  const [finding, setFinding] = useState<Finding | null>(null);
  useEffect(() => {
    const begun = beginFinding(editor, scroller);
    setFinding(begun);
    return begun.end;
  }, [editor, scroller]);
  const { times, words } = asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the same words are looked for again
  useEffect(() => {
    finding?.session.change(words === '' ? {} : { words });
  }, [finding, words, times]);
  if (!finding) return null;
  const { session } = finding;
  const close = () => {
    const match = session.currentMatch;
    onClose();
    editor.update(
      () => {
        if (match) $selectMatch(match);
      },
      { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
    );
    editor.getRootElement()?.focus({ preventScroll: true });
  };
  return (
    <FindBar session={session} asked={times} onClose={close}>
      {asked.replaces && <ReplaceRow session={session} />}
    </FindBar>
  );
}

/** What is selected counts while the text has the focus: in the bar's fields one goes on. */
function wordsMeant(editor: LexicalEditor): string {
  return editor.getRootElement()?.contains(document.activeElement) ? selectedQuery(editor) : '';
}

export function EditorFind({ scroller }: { readonly scroller: HTMLElement | null }) {
  const [editor] = useLexicalComposerContext();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (replaces: boolean) => {
    const words = wordsMeant(editor);
    setAsked((before) => ({
      words,
      replaces: replaces || (before?.replaces ?? false),
      times: (before?.times ?? 0) + 1,
    }));
  };
  useCommand('find-in-text', () => ask(false));
  useCommand('replace', () => ask(true));
  if (!asked || !scroller) return null;
  return <OpenFind scroller={scroller} asked={asked} onClose={() => setAsked(null)} />;
}
