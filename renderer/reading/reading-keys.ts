/** The keys of the reading surface, for the list of shortcuts: what `surface-keys.ts` and the ends of a passage hear. */
export const readingKeys: readonly { readonly label: string; readonly keys: string }[] = [
  { label: 'Word before, word after', keys: 'ArrowRight' },
  { label: 'Line above, line below', keys: 'ArrowDown' },
  { label: 'Select further words', keys: 'Shift+ArrowRight' },
  { label: 'Select further lines', keys: 'Shift+ArrowDown' },
  { label: 'Select letter by letter', keys: '$mod+Shift+ArrowRight' },
  { label: 'Begin and end of the line', keys: 'Home' },
  { label: 'Begin and end of the text', keys: '$mod+Home' },
  { label: 'Passage before, passage after', keys: 'Alt+ArrowDown' },
  { label: 'From the words to what is said of them', keys: 'Enter' },
  { label: 'Back to the words; let go of them', keys: 'Escape' },
  { label: 'While changing ends: move the end', keys: 'ArrowRight' },
  { label: 'While changing ends: move the start', keys: 'Shift+ArrowRight' },
];
