/** A note being written: title and rich text, citations by `@`. How it is saved is `use-note-saving.ts`. */
import { EditorRefPlugin } from '@lexical/react/LexicalEditorRefPlugin';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Draft } from '../../../shared/contract/articles';
import { parseContent } from '../../../shared/document/content-html';
import type { NoteDetail } from '../../../shared/model/note';
import { queries } from '../../client/client';
import { reportError } from '../../shell/notices';
import { CitationMenu } from '../citations/citation-menu';
import { CitationOpening } from '../citations/citation-opening';
import { GoneCitations } from '../citations/gone-citations';
import { EditorSurface } from '../editor-surface';
import { useNoteSaving } from './use-note-saving';

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

interface TitleProps {
  readonly value: string;
  readonly onChange: (title: string) => void;
  readonly onLeave: () => void;
  /** Enter and the arrow down go on to the text. */
  readonly onDown: () => void;
}

function Title({ value, onChange, onLeave, onDown }: TitleProps) {
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onDown();
  };
  return (
    <div className="editor-column">
      <input
        aria-label="Title of the note"
        dir="auto"
        value={value}
        placeholder="Untitled note"
        autoFocus={value === ''}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={keys}
        onBlur={onLeave}
        className="block w-full pt-8 text-[1.75rem] leading-tight font-semibold bg-transparent outline-none select-text placeholder:text-faint"
      />
    </div>
  );
}

function OpenNote({ note, draft }: { readonly note: NoteDetail; readonly draft: Draft | null }) {
  const [blocks] = useState(() => parseContent(draft?.content ?? note.content));
  const { editor, title, changeTitle, changed, save } = useNoteSaving(note, draft);
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void save();
  };
  return (
    <div
      className="flex flex-col flex-1 min-h-0"
      onKeyDown={saveByKey}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || void save()}
    >
      <EditorSurface
        label="Text of the note"
        placeholder="Write. Type @ to cite a passage, an actor, a place or an event."
        blocks={blocks}
        onChange={changed}
        mayCite
        heading={
          <Title
            value={title}
            onChange={changeTitle}
            onLeave={() => void save()}
            onDown={() => editor.current?.focus(undefined, { defaultSelection: 'rootStart' })}
          />
        }
      >
        <EditorRefPlugin editorRef={editor} />
        <CitationMenu />
        <CitationOpening />
        <GoneCitations />
      </EditorSurface>
    </div>
  );
}
