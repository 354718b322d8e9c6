import { useState } from 'react';
import type { Settings } from '../../shared/contract/app';
import { changeSettings, useSettings } from '../shell/settings';
import { Button } from '../ui/actions/button';
import { Segmented } from '../ui/fields/segmented';
import { Slider } from '../ui/fields/slider';
import { TextField } from '../ui/fields/text-field';
import { Dialog } from '../ui/overlays/dialog';
import type { DialogOf } from './dialog-props';

const themes: readonly { readonly value: Settings['theme']; readonly label: string }[] = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const stemmings = [
  { value: 'on', label: 'Every form of a word' },
  { value: 'off', label: 'Only the words as typed' },
] as const;

function Specimen() {
  return (
    <div className="border-t border-rule pt-4 max-h-52 overflow-hidden" aria-hidden>
      <p
        className="font-serif leading-[1.55]"
        style={{ fontSize: 'var(--reading-size)', maxWidth: 'var(--line-length)' }}
      >
        The governor said on Thursday that the bridge had been closed since midnight. A spokesman for the
        railway, reached by telephone, denied it: trains were running, he said, and would run tomorrow.
      </p>
    </div>
  );
}

/** Kept with every letter; what is typed stands on its own, so that no answer of the program can overtake it. */
function CoderField() {
  const kept = useSettings((settings) => settings.coder);
  const [coder, setCoder] = useState(kept);
  const change = (name: string) => {
    setCoder(name);
    changeSettings({ coder: name.trim() });
  };
  return (
    <TextField
      label="Your name"
      value={coder}
      onChange={change}
      maxLength={200}
      help="Kept with each passage you mark from now on, and in exports, so that others know whose it is."
    />
  );
}

/** Theme, text size and line length, seen at once in a few words of text; how search takes words; and who is reading. */
export function SettingsDialog({ onClose }: DialogOf<'settings'>) {
  const { theme, readingSizePx, lineLengthCh, stemming } = useSettings();
  return (
    <Dialog title="Settings" isOpen onClose={onClose} footer={<Button onPress={onClose}>Done</Button>}>
      <div className="flex flex-col gap-5">
        <Segmented
          label="Theme"
          value={theme}
          choices={themes}
          onChange={(value) => changeSettings({ theme: value })}
        />
        <div className="grid grid-cols-2 gap-6">
          <Slider
            label="Reading text"
            value={readingSizePx}
            min={12}
            max={32}
            unit="px"
            onChange={(value) => changeSettings({ readingSizePx: value })}
          />
          <Slider
            label="Line length"
            value={lineLengthCh}
            min={45}
            max={100}
            unit="characters"
            onChange={(value) => changeSettings({ lineLengthCh: value })}
          />
        </div>
        <Specimen />
        <Segmented
          label="Search finds"
          value={stemming ? 'on' : 'off'}
          choices={stemmings}
          onChange={(value) => changeSettings({ stemming: value === 'on' })}
        />
        <CoderField />
      </div>
    </Dialog>
  );
}
