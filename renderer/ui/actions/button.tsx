/** Buttons: with words, with an icon alone (always named), and one that looks like a link. */
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '../class-names';
import { tip } from './tip';

type Look = 'plain' | 'primary' | 'danger' | 'quiet' | 'accent';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  /** `primary`: the one thing to do here. `quiet`: no frame until it is pointed at. */
  readonly look?: Look;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

const base =
  'inline-flex items-center justify-center gap-1.5 rounded-md h-7 px-2.5 whitespace-nowrap cursor-default select-none ' +
  'disabled:opacity-45 transition-colors';
const looks: Readonly<Record<Look, string>> = {
  plain: 'border border-rule bg-raised text-ink hovered:bg-sunken pressed:bg-selected',
  primary: 'bg-accent text-accent-ink font-medium hovered:opacity-90 pressed:opacity-80',
  danger: 'border border-danger text-danger bg-raised hovered:bg-danger hovered:text-paper',
  accent: 'text-accent font-medium hovered:bg-sunken pressed:bg-selected',
  quiet: 'text-muted hovered:bg-sunken hovered:text-ink pressed:bg-selected',
};

export function Button({ children, look = 'plain', icon, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={classNames(base, looks[look])}>
      {icon}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  /** What it does, for the tooltip and for those who hear the screen. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Its key, shown in the tooltip. */
  readonly keys?: string;
  readonly active?: boolean;
}

export function IconButton({ label, icon, keys, active, ...props }: IconButtonProps) {
  return (
    <AriaButton
      {...props}
      {...tip(label, keys)}
      aria-label={label}
      aria-pressed={active}
      className={classNames(
        'inline-flex items-center justify-center rounded-md size-7 shrink-0 cursor-default disabled:opacity-35 transition-colors',
        active ? 'bg-selected text-ink' : 'text-muted hovered:bg-sunken hovered:text-ink pressed:bg-selected',
      )}
    >
      {icon}
    </AriaButton>
  );
}

/** Words that lead somewhere; truncated with their whole as title. */
export function LinkButton({
  children,
  title,
  ...props
}: Omit<ButtonProps, 'look' | 'icon'> & { readonly title?: string }) {
  return (
    <AriaButton
      {...props}
      className="inline-block max-w-full min-w-0 text-accent hovered:underline cursor-default rounded-xs disabled:text-muted"
    >
      {/* Cut here: a name that is written from the right is cut at its end, not at its beginning. */}
      <span title={title} dir="auto" className="block truncate text-left">
        {children}
      </span>
    </AriaButton>
  );
}
