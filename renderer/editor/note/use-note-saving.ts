/**
 * Saving a note as it is written: each change is kept as a draft at once; a pause or leaving saves the note, as one step
 * of the undo history. What changes the note elsewhere (undo, a merge of entities) comes into the open text.
 */
import { $nodesOfType, type LexicalEditor } from 'lexical';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../../shared/contract/articles';
import { parseContent } from '../../../shared/document/content-html';
import type { NoteDetail } from '../../../shared/model/note';
import { commands } from '../../client/client';
import { run } from '../../shell/notices';
import { movedCitations } from '../citations/moved-citations';
import { $loadContent } from '../content/content-to-editor';
import { $readContent } from '../content/editor-to-content';
import { contentOf } from '../correction/correction';
import { $citeInstead, CitationNode } from '../nodes/citation-node';
import { useDraft } from '../use-draft';

const textPauseMs = 3_000;
/** A title is in no draft: it is saved sooner. */
const titlePauseMs = 400;

export interface NoteSaving {
  readonly editor: RefObject<LexicalEditor | null>;
  readonly title: string;
  readonly changeTitle: (title: string) => void;
  readonly changed: () => void;
  readonly save: () => Promise<void>;
}

type Words = Pick<NoteDetail, 'title' | 'content'>;

const isSame = (a: Words, b: Words) => a.title === b.title && a.content === b.content;

/** Shows in the open text what became of the note elsewhere; words not saved yet stay, only their citations move. */
function takeOver(editor: LexicalEditor, before: string, now: string, isUnsaved: boolean): void {
  const moved = movedCitations(parseContent(before), parseContent(now));
  editor.update(
    () => {
      if (!isUnsaved) return $loadContent(parseContent(now));
      for (const node of $nodesOfType(CitationNode)) {
        const { target, targetId } = node.getCited();
        const instead = moved.get(`${target} ${targetId}`);
        if (instead) $citeInstead(node, { target, targetId: instead });
      }
    },
    { tag: 'skip-dom-selection' },
  );
}

export function useNoteSaving(note: NoteDetail, draft: Draft | null): NoteSaving {
  const editor = useRef<LexicalEditor | null>(null);
  const [title, setTitle] = useState(note.title);
  const words = useRef({ title: note.title });
  /** What the notebook holds, as far as is known here. */
  const held = useRef<Words>({ title: note.title, content: note.content });
  const underway = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const contentNow = useCallback(() => {
    const state = editor.current?.getEditorState();
    return state ? contentOf(state.read($readContent)) : held.current.content;
  }, []);
  const keeper = useDraft(() => {
    const content = contentNow();
    if (content === held.current.content) return null;
    return { ownerId: note.id, baseRevisionId: '', content, anchors: [] };
  });
  const save = useCallback(async () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    const now = { title: words.current.title.trim(), content: contentNow() };
    if (isSame(now, held.current)) return;
    keeper.drop();
    const before = held.current;
    held.current = now;
    underway.current += 1;
    const saved = await run(commands.saveNote({ id: note.id, ...now }));
    underway.current -= 1;
    // The words stay in the open text and are tried again with the next change.
    if (saved === undefined) held.current = before;
  }, [note.id, contentNow, keeper]);
  const saveSoon = useCallback(
    (pauseMs: number) => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    [save],
  );
  const changed = useCallback(() => {
    keeper.changed();
    saveSoon(textPauseMs);
  }, [keeper, saveSoon]);
  const changeTitle = useCallback(
    (next: string) => {
      words.current.title = next;
      setTitle(next);
      saveSoon(titlePauseMs);
    },
    [saveSoon],
  );
  useEffect(() => () => void save(), [save]);
  useEffect(() => {
    if (draft) changed();
  }, [draft, changed]);
  useEffect(() => {
    const before = held.current;
    if (underway.current > 0 || isSame(note, before)) return;
    const isUnsaved = contentNow() !== before.content;
    held.current = { title: note.title, content: note.content };
    if (words.current.title.trim() === before.title) {
      words.current.title = note.title;
      setTitle(note.title);
    }
    if (editor.current) takeOver(editor.current, before.content, note.content, isUnsaved);
  }, [note, contentNow]);
  return { editor, title, changeTitle, changed, save };
}
