/** Saying something about words that are selected: links, tags, colours, and what the reader then shows. */
import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import { articleText, markedWords, passageCards, soon } from '../reading';

export interface Said {
  /** The words on the page, across paragraphs with a space between them. */
  readonly words: string;
  readonly actors?: readonly string[];
  readonly places?: readonly string[];
  readonly event?: string;
  readonly tag?: string;
  /** A digit of the colour popover. */
  readonly colour?: string;
  readonly comment?: string;
}

/** What a journey says about the project's seed article: every sort of link, nested, overlapping, over two paragraphs. */
export const saidOfSeed: readonly Said[] = [
  {
    words: 'World leaders, including US President Donald Trump, French President Emmanuel Macron',
    colour: '1',
  },
  { words: 'US President Donald Trump', actors: ['Donald Trump'] },
  {
    words: 'Donald Trump, French President Emmanuel Macron, and Russian',
    actors: ['Emmanuel Macron'],
    colour: '3',
  },
  { words: 'Russian President Vladimir Putin', actors: ['Vladimir Putin'], tag: 'diplomacy' },
  {
    words: 'On July 3rd, President Trump reportedly held a late-night telephone conversation',
    event: 'Trump and Putin speak',
  },
  { words: 'the Kremlin', actors: ['The Kremlin'] },
  { words: 'at this moment. Earlier, President Macron', comment: 'Two sources in a row' },
  { words: 'Donetsk and Luhansk', places: ['Donetsk', 'Luhansk'] },
  { words: 'Pentagon review', actors: ['Pentagon'] },
  { words: 'President Zelenskyy', actors: ['Volodymyr Zelenskyy'], places: ['Kyiv'] },
  { words: 'On July 4th, the Ukrainian capital endured an all-night assault', event: 'Air assault on Kyiv' },
  { words: 'German and Dutch intelligence agencies', actors: ['German intelligence', 'Dutch intelligence'] },
  { words: 'prisoner exchanges between Russia and Ukraine', event: 'Prisoner exchange' },
];

/** The same of an article of the project's own sample. */
export const saidOfSample: readonly Said[] = [
  { words: 'Velmar Republic and the Ordan Union sign the Gullhead Accord', event: 'Gullhead Accord signed' },
  { words: 'Ordan Union', actors: ['Ordan Union'] },
  { words: 'Harbour police arrest three of our members', tag: 'arrest', colour: '2' },
  { words: 'the mayor, Mira Tolvane', actors: ['Mira Tolvane'] },
  { words: 'off the harbour mouth', places: ['Ostrel harbour'] },
];

/** How many commands it takes: each is one step to undo. */
export function stepsOf(said: readonly Said[]): number {
  return said.reduce((sum, { actors = [], places = [], event, tag, colour, comment }) => {
    return sum + actors.length + places.length + [event, tag, colour, comment].filter(Boolean).length;
  }, 0);
}

const picker = (page: Page) => page.locator('[role="combobox"]').first();

/** In an open picker: makes or takes what bears this name. As fast as hands can be: Enter waits for what is found. */
async function pick(page: Page, name: string): Promise<void> {
  await picker(page).fill(name);
  await page.keyboard.press('Enter');
}

async function pickAndClose(page: Page, name: string): Promise<void> {
  await pick(page, name);
  await picker(page).waitFor({ state: 'detached' });
}

/** Opens the form for a sort of saying: by the bar, or by its key. */
export type Open = (label: string, key: string) => Promise<void>;

/** Says about the selected words all there is to say; the words stay selected between. */
export async function say(page: Page, said: Said, open: Open): Promise<void> {
  for (const name of said.actors ?? []) {
    await open('Link to an actor', 'a');
    await pickAndClose(page, name);
    await passageCards(page).getByRole('button', { name, exact: true }).first().waitFor();
  }
  for (const name of said.places ?? []) {
    await open('Link to a place', 'p');
    await pickAndClose(page, name);
    await passageCards(page).getByRole('button', { name, exact: true }).first().waitFor();
  }
  if (said.event) await sayEvent(page, said.event, open);
  await sayMore(page, said, open);
}

async function sayEvent(page: Page, title: string, open: Open): Promise<void> {
  await open('Link to an event', 'e');
  await pick(page, title);
  await expect(page.getByRole('combobox', { name: 'New event' })).toHaveValue(title);
  // The words are evidence of it, and no more: what they say of it has a journey of its own.
  await page.keyboard.press('Alt+0');
  await page.keyboard.press('Enter');
  await expect(passageCards(page).getByRole('button', { name: title, exact: true })).toBeVisible();
}

async function sayMore(page: Page, { tag, colour, comment }: Said, open: Open): Promise<void> {
  if (tag) {
    await open('Tag', 't');
    await pick(page, tag);
    await expect(page.getByRole('option', { name: tag })).toContainText('take off');
    await page.keyboard.press('Escape');
    await picker(page).waitFor({ state: 'detached' });
  }
  if (colour) {
    await open('Colour', 'h');
    await expect(page.getByRole('toolbar', { name: 'Colour of the passage' })).toBeVisible();
    await page.keyboard.press(colour);
    await page.getByRole('toolbar', { name: 'Colour of the passage' }).waitFor({ state: 'detached' });
  }
  if (comment) {
    await open('Comment', 'c');
    await page.getByRole('textbox', { name: 'Comment' }).fill(comment);
    await page.keyboard.press('Enter');
    await expect(passageCards(page).getByText(comment)).toBeVisible();
  }
}

/** Waits until exactly these words are marked, in whatever order and with whatever line ends. */
export async function expectMarked(page: Page, said: readonly string[]): Promise<void> {
  const plain = (words: string) => words.replace(/\s+/g, '');
  const marked = async () => (await markedWords(page)).map(plain).sort();
  await expect.poll(marked, { intervals: soon }).toEqual(said.map(plain).sort());
}

/** Presses a key combination on the text so many times, each done before the next. */
export async function repeatStep(page: Page, key: string, notice: string, times: number): Promise<void> {
  await articleText(page).focus();
  for (let step = 0; step < times; step++) {
    await page.keyboard.press(key);
    await expect(page.locator('section[aria-label="Notices"]')).toContainText(notice);
  }
}
