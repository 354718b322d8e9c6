/** The look the researcher chose, applied to the whole window: theme, reading size, line length. */
import { useMemo } from 'react';
import { create } from 'zustand';
import type { Settings } from '../../shared/contract/app';
import { bridge } from '../client/bridge';
import { app } from '../client/client';
import { run } from './notices';

const defaults: Settings = {
  theme: 'system',
  readingSizePx: 18,
  lineLengthCh: 70,
  shortcuts: {},
  stemming: true,
  coder: '',
};
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

export const useSettings = create<Settings>()(() => defaults);

function apply({ theme, readingSizePx, lineLengthCh }: Settings): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme === 'system' ? (darkSystem.matches ? 'dark' : 'light') : theme;
  root.style.setProperty('--reading-size', `${readingSizePx}px`);
  root.style.setProperty('--line-length', `${lineLengthCh}ch`);
}

function take(settings: Settings): void {
  useSettings.setState(settings);
  apply(settings);
}

/** Changes some settings, at once and for good. */
export function changeSettings(changed: Partial<Settings>): void {
  take({ ...useSettings.getState(), ...changed });
  void run(app.setSettings(changed));
}

/** The reading text larger or smaller, in CSS pixels, within what is readable. */
export function changeReadingSize(stepPx: number): void {
  const next = useSettings.getState().readingSizePx + stepPx;
  if (next >= 12 && next <= 32) changeSettings({ readingSizePx: next });
}

/** Called once at start. */
export function followSettings(): () => void {
  apply(defaults);
  void run(app.getSettings({}).then(take));
  darkSystem.addEventListener('change', () => apply(useSettings.getState()));
  return bridge.listen((event) => {
    if (event.kind === 'settings') take(event.settings);
  });
}

interface Asked {
  readonly query: string;
  readonly stemming?: false;
}

const askedWith = (query: string, stemming: boolean): Asked =>
  stemming ? { query } : { query, stemming: false };

/** A query as every search is asked: with the other forms of its words, unless the researcher does not want them. */
export const askedNow = (query: string): Asked => askedWith(query, useSettings.getState().stemming);

/** The same, for what is drawn. */
export function useAsked(query: string): Asked {
  const stemming = useSettings((settings) => settings.stemming);
  return useMemo(() => askedWith(query, stemming), [query, stemming]);
}
