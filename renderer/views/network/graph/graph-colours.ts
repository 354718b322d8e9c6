/** The colours a network is drawn in: those of the window's theme, and the light ones for what is exported. */
import type { TieKind } from '../../../../shared/contract/views/network';
import type { EntityKind } from '../../../../shared/model/entity';

export interface GraphColours {
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
  readonly nodes: Readonly<Record<EntityKind, string>>;
  readonly lines: Readonly<Record<TieKind, string>>;
}

/** Told apart by their strokes as well. */
export const tieDashes: Readonly<Record<TieKind, readonly number[]>> = {
  mention: [],
  event: [7, 4],
  relation: [],
};

function coloursFrom(read: (name: string) => string): GraphColours {
  const [accent, warning, faint] = [read('--accent'), read('--warning'), read('--faint')];
  return {
    paper: read('--paper'),
    ink: read('--ink'),
    accent,
    nodes: { actor: accent, place: warning, object: faint },
    lines: { mention: faint, event: warning, relation: read('--danger') },
  };
}

/** The colours of the window as it is now. */
export function windowColours(): GraphColours {
  const styles = getComputedStyle(document.documentElement);
  return coloursFrom((name) => styles.getPropertyValue(name).trim());
}

/** The colours of paper. */
export function lightColours(): GraphColours {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  root.dataset['theme'] = 'light';
  try {
    return { ...windowColours(), paper: '#ffffff' };
  } finally {
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }
}
