/** The popover beside the words that something is being said about: one form for each sort of saying. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { colours } from '../../../../shared/model/tag';
import { commands } from '../../../client/client';
import { EntityPicker } from '../../../parts/entity-picker';
import { TagPicker } from '../../../parts/tag-picker';
import { notifyUndoable, run } from '../../../shell/notices';
import { Popover } from '../../../ui/overlays/popover';
import { LinkingPanel } from '../linking/linking-panel';
import { CommentForm } from '../passages/comment-form';
import { meantAnnotation, meantRange, meantWords, say } from '../passages/passage-actions';
import { type Reader, useOpenText, useReader, useReaderState } from '../reader-context';
import type { PickerKind } from '../reader-state';
import { ColourPicker } from './colour-picker';
import type { BesideTextProps } from './selection-bar';
import { useRangeBox } from './use-range-box';

/** Names are short: of a long passage no name is made. */
const longestName = 120;

const labels: Readonly<Record<PickerKind, string>> = {
  actor: 'Link to an actor',
  place: 'Link to a place',
  object: 'Link to an object',
  event: 'Evidence for',
  tag: 'Tag',
  colour: 'Colour',
  comment: 'Comment',
  alias: 'Add as another name of',
};

interface SayingProps {
  readonly reader: Reader;
  readonly words: string;
  readonly onDone: () => void;
}

function LinkEntity({
  kind,
  reader,
  words,
  onDone,
}: SayingProps & { readonly kind: 'actor' | 'place' | 'object' }) {
  return (
    <EntityPicker
      label={labels[kind]}
      kinds={[kind]}
      newKind={kind}
      initialText={words.length <= longestName ? words : ''}
      onPick={(choice) => {
        onDone();
        void say(reader, { entities: [choice] });
      }}
    />
  );
}

function GiveTags({ reader }: SayingProps) {
  const annotation = meantAnnotation(reader);
  const takeOff = (id: string) => {
    if (annotation) void run(commands.unlink({ annotationId: annotation.id, tagIds: [id] }));
  };
  return (
    <TagPicker
      label={labels.tag}
      given={annotation?.tags.map(({ id }) => id) ?? []}
      onTake={takeOff}
      onPick={(tag) => void say(reader, { tags: [tag] })}
    />
  );
}

function GiveColour({ reader, onDone }: SayingProps) {
  return (
    <ColourPicker
      current={meantAnnotation(reader)?.colour ?? null}
      colours={colours}
      onPick={(colour) => {
        onDone();
        void say(reader, { colour });
      }}
    />
  );
}

function GiveComment({ reader, onDone }: SayingProps) {
  return (
    <div className="w-80 max-w-full">
      <CommentForm
        initial={meantAnnotation(reader)?.comment ?? ''}
        onSave={(comment) => {
          onDone();
          void say(reader, { comment });
        }}
        onCancel={onDone}
      />
    </div>
  );
}

function AddAlias({ words, onDone }: SayingProps) {
  const add = async (entityId: string, name: string) => {
    const done = await run(commands.addAlias({ entityId, name: words.trim() }));
    if (done) notifyUndoable(`“${words.trim()}” is now another name of ${name}`, 'addAlias');
  };
  return (
    <EntityPicker
      label={`“${words}” is another name of`}
      kinds={['actor', 'place', 'object']}
      newKind={null}
      initialText=""
      onPick={(choice, name) => {
        onDone();
        if ('id' in choice) void add(choice.id, name);
      }}
    />
  );
}

function contentOf(picker: PickerKind, props: SayingProps): ReactNode {
  switch (picker) {
    case 'actor':
    case 'place':
    case 'object':
      return <LinkEntity kind={picker} {...props} />;
    case 'event':
      return <LinkingPanel reader={props.reader} onDone={props.onDone} />;
    case 'tag':
      return <GiveTags {...props} />;
    case 'colour':
      return <GiveColour {...props} />;
    case 'comment':
      return <GiveComment {...props} />;
    case 'alias':
      return <AddAlias {...props} />;
  }
}

/**
 * When the popover is gone, the keyboard is on the text again at once, so that no key is lost; and a frame later too, where
 * what went with the popover took the focus along.
 */
function useReturnToText(isOpen: boolean): void {
  const { surface } = useOpenText();
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    const isLeft = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!isLeft) return;
    surface.current?.focus();
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) surface.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen, surface]);
}

export function SayingPopover({ host, scroller }: BesideTextProps) {
  const reader = useReader();
  const anchor = useRef<HTMLSpanElement>(null);
  const picker = useReaderState((state) => state.picker);
  useReaderState((state) => state.selection);
  useReaderState((state) => state.kept);
  const range = picker ? meantRange(reader) : null;
  const box = useRangeBox(range, host, scroller);
  const close = () => reader.store.setState({ picker: null });
  useReturnToText(picker !== null);
  if (!picker || !range) return null;
  const { left = 0, top = 0, width = 0, height = 0 } = box ?? {};
  const words = meantWords(reader, ' ').replace(/\s+/g, ' ');
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="absolute pointer-events-none"
        style={{ left, top, width, height }}
      />
      {box && (
        <Popover label={labels[picker]} isOpen onClose={close} anchorRef={anchor}>
          {contentOf(picker, { reader, words, onDone: close })}
        </Popover>
      )}
    </>
  );
}
