/**
 * "Correct the text": an article's words open for editing, with the passages in place. Saving makes a new revision;
 * leaving keeps a draft; the earlier revision stays readable.
 */
import { EditorRefPlugin } from '@lexical/react/LexicalEditorRefPlugin';
import { type KeyboardEvent, useState } from 'react';
import type { Draft } from '../../../shared/contract/articles';
import { Button } from '../../ui/actions/button';
import { TextField } from '../../ui/fields/text-field';
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog';
import { BeginAt } from '../behaviour/begin-at';
import { EditorSurface } from '../editor-surface';
import { RevealPassage } from '../passages/reveal-passage';
import { type CorrectionProps, type OpenedCorrection, useCorrection } from './use-correction';
import { type KeptDraft, useKeptDraft } from './use-kept-draft';

/** Waits for the draft, before the editor is made. */
export function CorrectionEditor(props: CorrectionProps) {
  const kept = useKeptDraft(props.articleId, props.annotations);
  return kept && <OpenCorrection {...props} kept={kept} />;
}

function Situation({
  correction,
  draft,
}: {
  readonly correction: OpenedCorrection;
  readonly draft: Draft | null;
}) {
  const isOfThis = draft?.baseRevisionId === correction.base.id;
  return (
    <p className="flex-1 basis-72 text-muted">
      The original and the earlier revisions stay; passages keep to their words.
      {draft && isOfThis && ' Your unsaved changes are back.'}
      {draft &&
        !isOfThis &&
        ` Your unsaved changes are back. They began from an earlier revision: saving puts them in place of revision ${correction.base.number}, which stays readable.`}
    </p>
  );
}

function LostPassages({ count }: { readonly count: number }) {
  return (
    <span role="status" className="text-warning empty:hidden">
      {count === 1 && '1 passage has lost its words'}
      {count > 1 && `${count} passages have lost their words`}
    </span>
  );
}

function OpenCorrection({ kept, ...props }: CorrectionProps & { readonly kept: KeptDraft }) {
  const { draft } = kept;
  const { isOwn = false, startAt = 0, shownAnnotation } = props;
  const correction = useCorrection(props, kept);
  const { isChanged, isSaving, save, giveUp } = correction;
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    if (isChanged) save(reason);
  };
  return (
    <section
      aria-label={isOwn ? 'Write' : 'Correct the text'}
      className="flex flex-col flex-1 min-h-0"
      onKeyDown={saveByKey}
    >
      <div className="flex flex-wrap items-center justify-end gap-2 px-3 py-1.5 border-b border-rule bg-sunken shrink-0">
        {isOwn ? <span className="flex-1" /> : <Situation correction={correction} draft={draft} />}
        <LostPassages count={correction.lost} />
        <div className="flex items-center gap-2 ms-auto min-w-0">
          {!isOwn && (
            <div className="min-w-32 w-52 shrink">
              <TextField
                label="Reason for the correction"
                labelHidden
                placeholder="Reason for the correction"
                value={reason}
                onChange={setReason}
              />
            </div>
          )}
          <Button onPress={() => (isChanged ? setAsking(true) : giveUp())}>
            {isChanged ? 'Discard…' : 'Close'}
          </Button>
          <Button look="primary" isDisabled={!isChanged || isSaving} onPress={() => save(reason)}>
            {isOwn ? 'Save' : 'Save as new revision'}
          </Button>
        </div>
      </div>
      <EditorSurface
        label="Text of the article"
        blocks={correction.start.blocks}
        passages={correction.start.passages}
        colourOf={correction.colourOf}
        onChange={correction.onChange}
        placeholder="Write."
      >
        <EditorRefPlugin editorRef={correction.editor} />
        <RevealPassage annotationId={shownAnnotation} />
        <BeginAt blocks={correction.start.blocks} offset={startAt} />
      </EditorSurface>
      <ConfirmDialog
        title="Discard your changes?"
        isOpen={asking}
        action="Discard"
        danger
        onClose={() => setAsking(false)}
        onConfirm={giveUp}
      >
        The text goes back to revision {correction.base.number}. What you have typed since then is lost.
      </ConfirmDialog>
    </section>
  );
}
