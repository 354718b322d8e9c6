/** One passage beside the text: its words, what is said about it, and, when it is the one that is meant, what can be done. */
import {
  CalendarDays,
  Highlighter,
  MapPin,
  MessageSquare,
  MoreHorizontal,
  MoveHorizontal,
  Quote,
  Tag,
  Trash2,
  UserRound,
  WandSparkles,
} from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import type { CommandId } from '../../../../shared/commands/command-list';
import type { Annotation } from '../../../../shared/model/annotation';
import { CitedIn } from '../../../parts/cited-in';
import { commandRow } from '../../../shell/keys/shortcuts';
import { useSettings } from '../../../shell/settings';
import { runCommand } from '../../../shell/use-command';
import { IconButton } from '../../../ui/actions/button';
import { MenuButton } from '../../../ui/actions/menu-button';
import { Toolbar } from '../../../ui/actions/toolbar';
import { classNames } from '../../../ui/class-names';
import { PassageAccounts } from '../accounts/passage-accounts';
import { useOpenText } from '../reader-context';
import { placeIn } from './describe-passage';
import { focusPassage } from './passage-actions';
import { PassageComment } from './passage-comment';
import { PassageLinks } from './passage-links';
import { foundParts } from './passage-order';
import { PassageParts } from './passage-parts';

const actions: readonly (readonly [CommandId, ReactNode])[] = [
  ['link-actor', <UserRound key="icon" size={14} />],
  ['link-place', <MapPin key="icon" size={14} />],
  ['link-event', <CalendarDays key="icon" size={14} />],
  ['tag-passage', <Tag key="icon" size={14} />],
  ['colour-passage', <Highlighter key="icon" size={14} />],
  ['comment-passage', <MessageSquare key="icon" size={14} />],
];

const furtherActions: readonly (readonly [CommandId, ReactNode])[] = [
  ['cite-passage', <Quote key="icon" size={14} />],
  ['more-like', <WandSparkles key="icon" size={14} />],
  ['change-ends', <MoveHorizontal key="icon" size={14} />],
  ['delete-passage', <Trash2 key="icon" size={14} />],
];

/** What changes nothing. */
const forReading: ReadonlySet<CommandId> = new Set(['cite-passage', 'more-like']);

interface ActionsProps {
  /** Makes this passage the one that is meant. */
  readonly onAct: () => void;
  readonly canChange: boolean;
}

function FurtherActions({ onAct, canChange }: ActionsProps) {
  const shown = canChange ? furtherActions : furtherActions.filter(([command]) => forReading.has(command));
  const rows = shown.map(([command, icon]) => {
    const { label = command, keys = '' } = commandRow(command) ?? {};
    return { id: command, label, keys, icon, danger: command === 'delete-passage' };
  });
  const act = (command: string) => {
    onAct();
    runCommand(command);
  };
  return (
    <MenuButton label="More" rows={rows} onAction={act}>
      <IconButton label="More" icon={<MoreHorizontal size={14} />} />
    </MenuButton>
  );
}

function Actions({ onAct, canChange }: ActionsProps) {
  return (
    <Toolbar label="This passage" mayWrap>
      {canChange &&
        actions.map(([command, icon]) => {
          const row = commandRow(command);
          const act = () => {
            onAct();
            runCommand(command);
          };
          return (
            <IconButton
              key={command}
              label={row?.label ?? command}
              keys={row?.keys}
              icon={icon}
              onPress={act}
            />
          );
        })}
      <FurtherActions onAct={onAct} canChange={canChange} />
    </Toolbar>
  );
}

/** The words of each part; several are parted by an ellipsis. */
export function quoteOf({ parts }: Annotation): string {
  return parts.map(({ quote }) => quote.exact).join(' … ');
}

/** Where the words stand in the source, and whose passage it is, where it is somebody else's. */
function Origin({ annotation }: { readonly annotation: Annotation }) {
  const { revision } = useOpenText();
  const mine = useSettings(({ coder }) => coder);
  const [first] = foundParts(annotation);
  const place = first ? placeIn(revision, first.start) : '';
  const coder = annotation.coder === mine ? '' : annotation.coder;
  if (!place && !coder) return null;
  return (
    <p className="flex gap-1 text-xs text-muted min-w-0">
      {place && <bdi className="truncate">{place}</bdi>}
      {place && coder && <span aria-hidden>·</span>}
      {coder && <bdi className="truncate">{coder}</bdi>}
    </p>
  );
}

const shownCharacters = 280;

const stripe = (annotation: Annotation) => {
  const colour = annotation.colour ?? annotation.tags.find((tag) => tag.colour)?.colour;
  return colour ? `var(--mark-${colour})` : 'color-mix(in srgb, var(--accent) 22%, transparent)';
};

export interface PassageCardProps {
  readonly annotation: Annotation;
  readonly isFocused: boolean;
  /** Of several that are meant at once, the one that keys act on. */
  readonly isFirst?: boolean;
  /** In place of the actions on a passage in the text. */
  readonly children?: ReactNode;
}

export const PassageCard = memo(function PassageCard(props: PassageCardProps) {
  const { annotation, isFocused, isFirst = isFocused, children } = props;
  const text = useOpenText();
  const quote = quoteOf(annotation);
  const meanThisOne = () => text.store.setState({ focused: [annotation.id], selection: null });
  const backToText = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    text.surface.current?.focus();
  };
  return (
    <li
      onKeyDown={backToText}
      className={classNames(
        'group flex flex-col gap-1.5 rounded-md border-s-4 ps-2.5 pe-2 py-1.5',
        isFocused ? 'bg-selected' : 'hover:bg-sunken',
      )}
      style={{ borderInlineStartColor: stripe(annotation) }}
    >
      <button
        type="button"
        id={`passage-${annotation.id}`}
        aria-pressed={isFocused}
        onClick={() => focusPassage(text, annotation)}
        dir="auto"
        className="text-start font-serif text-[14px] leading-snug cursor-default"
      >
        <span className={classNames('[overflow-wrap:anywhere]', isFocused ? 'line-clamp-6' : 'line-clamp-3')}>
          {quote.slice(0, shownCharacters)}
          {quote.length > shownCharacters && '…'}
        </span>
      </button>
      {isFocused && annotation.parts.length > 1 && (
        <PassageParts annotation={annotation} canChange={text.canChange} />
      )}
      <Origin annotation={annotation} />
      <PassageLinks annotation={annotation} canChange={text.canChange} />
      <PassageAccounts annotation={annotation} canChange={text.canChange} />
      <PassageComment annotation={annotation} canChange={text.canChange} />
      {isFocused && <CitedIn of={{ kind: 'annotation', id: annotation.id }} />}
      {children}
      {isFirst && !children && <Actions canChange={text.canChange} onAct={meanThisOne} />}
    </li>
  );
});
