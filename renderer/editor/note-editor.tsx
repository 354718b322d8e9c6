/**
 * A note being written: title and rich text, citations by `@`. Each change is kept as a draft at once; a pause or leaving
 * saves the note, as one step of the undo history.
 */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor } from 'lexical';
import { type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../shared/contract/articles';
import type { CitationTarget } from '../../shared/document/blocks';
import { parseContent } from '../../shared/document/content-html';
import type { NoteDetail } from '../../shared/model/note';
import { commands, queries } from '../client/client';
import { reportError } from '../shell/notices';
import { CitationMenu } from './citations/citation-menu';
import { openCitation } from './citations/open-citation';
import { $loadContent } from './content-to-editor';
import { contentOf } from './correction';
import { EditorSurface } from './editor-surface';
import { $readContent } from './editor-to-content';
import { useDraft } from './use-draft';

const saveAfterMs = 3_000;

export function NoteEditor({ note }: { readonly note: NoteDetail }) {
  const [draft, setDraft] = useState<Draft | null | undefined>(undefined);
  useEffect(() => {
    queries.getDraft({ ownerId: note.id }).then(setDraft, (error: unknown) => {
      reportError(error);
      setDraft(null);
    });
  }, [note.id]);
  return draft === undefined ? null : <OpenNote note={note} draft={draft} />;
}

function KeepEditor({ into }: { readonly into: RefObject<LexicalEditor | null> }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    into.current = editor;
  }, [editor, into]);
  return null;
}

function citationAt(target: EventTarget): { target: CitationTarget; id: string } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-citation]') : null;
  const kind = element?.dataset['citation'];
  const id = element?.dataset['targetId'];
  return kind && id ? { target: kind as CitationTarget, id } : null;
}

function OpenNote({ note, draft }: { readonly note: NoteDetail; readonly draft: Draft | null }) {
  const [blocks] = useState(() => parseContent(draft?.content ?? note.content));
  const editor = useRef<LexicalEditor | null>(null);
  const title = useRef(note.title);
  const [shownTitle, setShownTitle] = useState(note.title);
  const saved = useRef({ title: note.title, content: note.content });
  const saving = useRef<ReturnType<typeof setTimeout> | null>(null);

  const contentNow = useCallback(() => {
    const state = editor.current?.getEditorState();
    return state ? contentOf(state.read($readContent)) : saved.current.content;
  }, []);
  const keeper = useDraft(() => {
    const content = contentNow();
    return content === saved.current.content
      ? null
      : { ownerId: note.id, baseRevisionId: '', content, anchors: [] };
  });
  const save = useCallback(async () => {
    if (saving.current) clearTimeout(saving.current);
    saving.current = null;
    const now = { title: title.current.trim() || 'Untitled note', content: contentNow() };
    if (now.title === saved.current.title && now.content === saved.current.content) return;
    keeper.drop();
    saved.current = now;
    await commands.saveNote({ id: note.id, ...now }).catch(reportError);
  }, [note.id, contentNow, keeper]);
  const changed = useCallback(() => {
    keeper.changed();
    if (saving.current) clearTimeout(saving.current);
    saving.current = setTimeout(() => void save(), saveAfterMs);
  }, [keeper, save]);
  useEffect(() => () => void save(), [save]);
  useEffect(() => {
    if (draft) changed();
  }, [draft, changed]);

  // Undo, elsewhere, may take a save back: the editor then shows what the notebook holds.
  useEffect(() => {
    if (note.content === saved.current.content && note.title === saved.current.title) return;
    if (saving.current) return;
    saved.current = { title: note.title, content: note.content };
    title.current = note.title;
    setShownTitle(note.title);
    editor.current?.update(() => $loadContent(parseContent(note.content)));
  }, [note]);

  const openCited = (event: MouseEvent) => {
    const cited = citationAt(event.target);
    if (cited) openCitation(cited.target, cited.id);
  };
  const heading = (
    <input
      aria-label="Title of the note"
      dir="auto"
      value={shownTitle}
      placeholder="Untitled note"
      onChange={(event) => {
        title.current = event.target.value;
        setShownTitle(event.target.value);
        changed();
      }}
      onBlur={() => void save()}
      className="block w-full max-w-(--line-length) mx-auto px-6 pt-8 font-serif text-2xl font-semibold bg-transparent outline-none select-text placeholder:text-faint"
    />
  );
  return (
    <div
      className="flex flex-col flex-1 min-h-0"
      onClick={openCited}
      onKeyDown={undefined}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || void save()}
    >
      <EditorSurface
        label="Text of the note"
        placeholder="Write. Type @ to cite a passage, an actor, a place or an event."
        blocks={blocks}
        onChange={changed}
        heading={heading}
      >
        <KeepEditor into={editor} />
        <CitationMenu />
      </EditorSurface>
    </div>
  );
}
