/** The colours the timeline is drawn in: those of the window's theme, or on white paper for what is exported. */

export interface Palette {
  readonly paper: string;
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly faint: string;
  readonly rule: string;
  readonly accent: string;
  readonly danger: string;
  readonly warning: string;
  readonly selected: string;
}

const names = [
  'paper',
  'sunken',
  'ink',
  'muted',
  'faint',
  'rule',
  'accent',
  'danger',
  'warning',
  'selected',
] as const;

/** The colours of the window as it is now. */
export function palettePainted(): Palette {
  const styles = getComputedStyle(document.documentElement);
  const colours = names.map((name) => [name, styles.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(colours) as Record<(typeof names)[number], string>;
}

/** For paper: the light theme's on white. */
export const paperPalette: Palette = {
  paper: '#ffffff',
  sunken: '#f4f2ec',
  ink: '#1f1e1b',
  muted: '#57534b',
  faint: '#6a655d',
  rule: '#dad5c9',
  accent: '#1b5c78',
  danger: '#a3282b',
  warning: '#8a5a00',
  selected: '#e3edf1',
};
