/** The state of "Correct the text": what was changed, which passages lost their words, saving and giving up. */
import type { LexicalEditor } from 'lexical';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation';
import type { RevisionText } from '../../../shared/model/article';
import { commands } from '../../client/client';
import { go } from '../../shell/navigation';
import { notify, notifyUndoable, reportError, run } from '../../shell/notices';
import { ContentReader } from '../content/content-reader';
import { $readContent } from '../content/editor-to-content';
import type { ColourOf } from '../passages/passage-painting';
import { readPassageKey } from '../passages/passages-state';
import { useDraft } from '../use-draft';
import { anchorsNow, beginCorrection, type Correction, contentOf, countLost } from './correction';
import type { KeptDraft } from './use-kept-draft';

export interface CorrectionProps {
  readonly articleId: string;
  /** The current revision. */
  readonly revision: RevisionText;
  readonly annotations: readonly Annotation[];
  /** The researcher's own article: no reason is asked for. */
  readonly isOwn?: boolean;
  /** The words to begin at, in code points of the revision's text. */
  readonly startAt?: number;
  /** The annotation that is meant, to be in view when it changes. */
  readonly shownAnnotation?: string | undefined;
  /** Saved or given up. */
  readonly onDone: () => void;
}

export interface OpenedCorrection {
  readonly start: Correction;
  readonly base: RevisionText;
  readonly editor: RefObject<LexicalEditor | null>;
  readonly colourOf: ColourOf;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  /** Annotations that have lost their words so far. */
  readonly lost: number;
  readonly onChange: () => void;
  readonly save: (reason: string) => void;
  readonly giveUp: () => void;
}

/** By the annotation's own colour, else its first tag's, as on the reading surface. */
function useColours(annotations: readonly Annotation[]): ColourOf {
  const colours = useMemo(
    () =>
      new Map(
        annotations.map(({ id, colour, tags }) => [
          id,
          colour ?? tags.find((tag) => tag.colour)?.colour ?? null,
        ]),
      ),
    [annotations],
  );
  return useCallback((key) => colours.get(readPassageKey(key).annotationId) ?? null, [colours]);
}

function sayWhatWasSaved(articleId: string, orphaned: number): void {
  const compare = { label: 'Compare', run: () => go({ kind: 'compare', articleId }) };
  if (orphaned === 0) return notifyUndoable('Saved as a new revision', 'saveRevision', compare);
  const lost = orphaned === 1 ? '1 passage has lost its words' : `${orphaned} passages have lost their words`;
  notify({ text: `Saved. ${lost}: listed above the others, with the old quote.`, action: compare });
}

export function useCorrection(
  { articleId, revision, annotations, isOwn = false, onDone }: CorrectionProps,
  { draft, taken }: KeptDraft,
): OpenedCorrection {
  // What the edit began from: an undo elsewhere may give the article another current revision meanwhile.
  const [base] = useState(revision);
  const [start] = useState(() => beginCorrection(base, annotations, draft, taken));
  const editor = useRef<LexicalEditor | null>(null);
  const [isChanged, setChanged] = useState(draft !== null);
  const [isSaving, setSaving] = useState(false);
  const [lost, setLost] = useState(0);
  const hasDraft = useRef(draft !== null);

  const reader = useRef<ContentReader | null>(null);
  /** For the draft: only what was edited since the last time is read. */
  const editedSoFar = () => {
    if (!editor.current) return null;
    reader.current ??= new ContentReader(editor.current);
    const content = reader.current.read();
    return { content: content.html, anchors: anchorsNow(start.followed, content) };
  };
  /** For good: everything is read. */
  const edited = () => {
    const content = editor.current?.getEditorState().read($readContent);
    return content && { content: contentOf(content), anchors: anchorsNow(start.followed, content) };
  };
  const keeper = useDraft(() => {
    const now = editedSoFar();
    if (!now) return null;
    setLost(countLost(now.anchors));
    const differs = now.content !== base.content;
    setChanged(differs);
    if (differs) hasDraft.current = true;
    else if (hasDraft.current) void commands.discardDraft({ ownerId: articleId }).catch(reportError);
    return differs ? { ownerId: articleId, baseRevisionId: base.id, ...now } : null;
  });
  const onChange = useCallback(() => {
    setChanged(true);
    keeper.changed();
  }, [keeper]);

  useEffect(() => {
    if (!editor.current) return;
    reader.current ??= new ContentReader(editor.current);
    reader.current.prepare();
  }, []);

  async function save(reason: string): Promise<void> {
    const now = edited();
    if (!now || isSaving) return;
    setSaving(true);
    keeper.drop();
    const why = reason.trim() || (isOwn ? 'Edited' : 'Corrected the text');
    const saved = await run(
      commands.saveRevision({ articleId, baseRevisionId: base.id, reason: why, ...now }),
    );
    setSaving(false);
    if (!saved) return keeper.changed();
    sayWhatWasSaved(articleId, saved.orphaned);
    onDone();
  }
  async function giveUp(): Promise<void> {
    keeper.drop();
    const done = await run(commands.discardDraft({ ownerId: articleId }));
    if (done !== undefined) onDone();
  }
  return {
    start,
    base,
    editor,
    colourOf: useColours(annotations),
    isChanged,
    isSaving,
    lost,
    onChange,
    save: (reason) => void save(reason),
    giveUp: () => void giveUp(),
  };
}
