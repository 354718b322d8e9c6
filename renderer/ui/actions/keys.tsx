import { classNames } from '../class-names';

const isMac = navigator.platform.startsWith('Mac');
const signs: Readonly<Record<string, string>> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Escape: 'Esc',
};

function sign(key: string): string {
  return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** A key combination in the notation of tinykeys, as it is written on this platform's keyboards. */
export function Keys({ keys, className }: { readonly keys: string; readonly className?: string }) {
  return (
    <kbd className={classNames('font-sans text-[11px] text-faint whitespace-nowrap', className)}>
      {keys
        .split('+')
        .map(sign)
        .join(isMac ? '' : '+')}
    </kbd>
  );
}
