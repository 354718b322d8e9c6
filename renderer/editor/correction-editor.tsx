/**
 * "Correct the text": an article's words open for editing, with the passages in place. Saving makes a new revision;
 * leaving keeps a draft; the earlier revision stays readable.
 */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { EditorState, LexicalEditor } from 'lexical';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Draft } from '../../shared/contract/articles';
import type { Annotation } from '../../shared/model/annotation';
import type { RevisionText } from '../../shared/model/article';
import { commands, queries } from '../client/client';
import { notify, reportError } from '../shell/notices';
import { Button } from '../ui/actions/button';
import { TextField } from '../ui/fields/text-field';
import { ConfirmDialog } from '../ui/overlays/confirm-dialog';
import { anchorsNow, beginCorrection, contentOf, countLost } from './correction';
import { EditorSurface } from './editor-surface';
import { $readContent } from './editor-to-content';
import { readPassageKey } from './nodes/passages-state';
import { useDraft } from './use-draft';

export interface CorrectionEditorProps {
  readonly articleId: string;
  /** The current revision. */
  readonly revision: RevisionText;
  readonly annotations: readonly Annotation[];
  /** The researcher's own article: no reason is asked for. */
  readonly isOwn?: boolean;
  /** Saved or given up. */
  readonly onDone: () => void;
}

/** Asks for the draft once, before the editor is made. */
export function CorrectionEditor(props: CorrectionEditorProps) {
  const [draft, setDraft] = useState<Draft | null | undefined>(undefined);
  useEffect(() => {
    queries.getDraft({ ownerId: props.articleId }).then(setDraft, (error: unknown) => {
      reportError(error);
      setDraft(null);
    });
  }, [props.articleId]);
  return draft === undefined ? null : <OpenCorrection {...props} draft={draft} />;
}

function KeepEditor({ into }: { readonly into: RefObject<LexicalEditor | null> }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    into.current = editor;
    editor.focus(undefined, { defaultSelection: 'rootStart' });
  }, [editor, into]);
  return null;
}

const read = (state: EditorState | undefined) => state?.read($readContent) ?? null;

function OpenCorrection({
  articleId,
  revision,
  annotations,
  isOwn = false,
  draft,
  onDone,
}: CorrectionEditorProps & { readonly draft: Draft | null }) {
  const [start] = useState(() => beginCorrection(revision, annotations, draft));
  const resumed = draft !== null && draft.baseRevisionId === revision.id;
  const editor = useRef<LexicalEditor | null>(null);
  const [isChanged, setChanged] = useState(resumed);
  const [lost, setLost] = useState(0);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const colours = useMemo(() => new Map(annotations.map(({ id, colour }) => [id, colour])), [annotations]);
  const colourOf = useCallback(
    (key: string) => colours.get(readPassageKey(key).annotationId) ?? null,
    [colours],
  );

  const edited = useCallback(() => {
    const content = read(editor.current?.getEditorState());
    if (!content) return null;
    return { content: contentOf(content), anchors: anchorsNow(start.passages, content) };
  }, [start]);
  const keeper = useDraft(() => {
    const now = edited();
    if (!now) return null;
    setLost(countLost(now.anchors));
    const differs = now.content !== revision.content;
    setChanged(differs);
    if (!differs && !resumed) return null;
    return { ownerId: articleId, baseRevisionId: revision.id, ...now };
  });
  const onChange = useCallback(() => {
    setChanged(true);
    keeper.changed();
  }, [keeper]);

  async function save(): Promise<void> {
    const now = edited();
    if (!now) return;
    keeper.drop();
    const why = reason.trim() || (isOwn ? 'Edited' : 'Corrected the text');
    const saved = await commands.saveRevision({
      articleId,
      baseRevisionId: revision.id,
      reason: why,
      ...now,
    });
    if (saved.orphaned > 0)
      notify({ text: `${saved.orphaned} passages lost their words: they are listed above the others.` });
    onDone();
  }
  async function giveUp(): Promise<void> {
    keeper.drop();
    await commands.discardDraft({ ownerId: articleId });
    onDone();
  }

  const actions = (
    <>
      {lost > 0 && (
        <span className="text-warning" role="status">
          {lost === 1 ? '1 passage has lost its words' : `${lost} passages have lost their words`}
        </span>
      )}
      {!isOwn && (
        <TextField
          label="Reason"
          labelHidden
          placeholder="Reason for the correction"
          value={reason}
          onChange={setReason}
        />
      )}
      <Button onPress={() => (isChanged ? setAsking(true) : void giveUp().catch(reportError))}>
        {isChanged ? 'Discard…' : 'Close'}
      </Button>
      <Button look="primary" isDisabled={!isChanged} onPress={() => void save().catch(reportError)}>
        {isOwn ? 'Save' : 'Save as new revision'}
      </Button>
    </>
  );
  return (
    <section aria-label="Correct the text" className="flex flex-col flex-1 min-h-0">
      {!isOwn && (
        <p className="px-4 py-1.5 border-b border-rule bg-sunken text-muted">
          You are correcting the text. The original and the earlier revisions stay; passages keep to their
          words.
          {resumed && ' Your unsaved changes are back.'}
        </p>
      )}
      <EditorSurface
        label="Text of the article"
        blocks={start.blocks}
        passages={start.passages}
        colourOf={colourOf}
        onChange={onChange}
        actions={actions}
      >
        <KeepEditor into={editor} />
      </EditorSurface>
      <ConfirmDialog
        title="Discard your changes?"
        isOpen={asking}
        action="Discard"
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => void giveUp().catch(reportError)}
      >
        The text goes back to revision {revision.number}. What you have typed since then is lost.
      </ConfirmDialog>
    </section>
  );
}
