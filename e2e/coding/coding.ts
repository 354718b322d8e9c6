/** How a researcher codes an article: links names, takes words as evidence for an event by the linking panel, and looks it up again. */
import type { Locator, Page } from '@playwright/test';
import { modeWords } from '../../shared/accounts/account-words';
import type { Mode } from '../../shared/model/account';
import { expect } from '../fixtures';
import { articleText, dragOver, passageCards, soon } from '../reading';

interface Words {
  /** On the page; the first there are, or those in `within`. */
  readonly words: string;
  readonly within?: string;
}

/** Words that name actors or places. */
export interface NamedWords extends Words {
  readonly actors?: readonly string[];
  readonly places?: readonly string[];
}

/**
 * What words say of an event: that it happened, unless a role, count, place or day is given. Said by the article and stated,
 * unless somebody else says it or in another way.
 */
export interface SaidWords extends Words {
  readonly event: string;
  readonly role?: string;
  readonly count?: string;
  readonly place?: string;
  /** When it was, in words as the program says a date. */
  readonly day?: string;
  /** Of a role or count. */
  readonly value?: string;
  /** False: that it did not happen. */
  readonly holds?: false;
  readonly by?: readonly string[];
  /** Someone without a name, in the words for them. */
  readonly source?: string;
  readonly mode?: Mode;
  /** Goes along with the fact, on words of its own. */
  readonly date?: { readonly value: string; readonly words: string };
}

const panelOf = (window: Page): Locator => window.locator('form[aria-label="Evidence for"]');

/** The card of the passage that the reader stands on. */
const cardInFocus = (window: Page): Locator =>
  passageCards(window).filter({ has: window.locator('button[aria-pressed="true"]') });

async function linkName(window: Page, key: 'a' | 'p', name: string): Promise<void> {
  await window.keyboard.press(key);
  const field = window.locator('[role="combobox"]').first();
  await expect(field).toBeFocused();
  if ((await field.inputValue()) !== name) await field.fill(name);
  await expect(window.locator('[role="option"]').first()).toHaveText(
    new RegExp(`^(Create \\w+ “)?${name}(”|\\d|$)`),
  );
  await window.keyboard.press('Enter');
  await cardInFocus(window).getByRole('button', { name, exact: true }).first().waitFor();
}

/** Links words to actors and places that they name; those that the notebook does not know are made. */
export async function linkNames(window: Page, named: readonly NamedWords[]): Promise<void> {
  for (const { words, within, actors = [], places = [] } of named) {
    await dragOver(window, words, within);
    for (const name of actors) await linkName(window, 'a', name);
    for (const name of places) await linkName(window, 'p', name);
  }
}

/** The fact as it stands among the proposals of the panel. */
function proposalOf({ role, count, place, day, value }: SaidWords): string | RegExp {
  if (day) return `when: ${day}`;
  if (count) return `${count}: ${value}`;
  if (role) return new RegExp(`: ${value}$`);
  return place ? new RegExp(`where: ${place}$`) : 'It happened';
}

export const valueOf = ({ value, place, day, holds, mode }: SaidWords): string =>
  value ??
  place ??
  day ??
  (mode === 'denies' ? 'That it happened' : holds === false ? 'It did not happen' : 'It happened');

/** Whether it was as it should be; else the proposal is left for what the table says. */
type Step = (panel: Locator, said: SaidWords) => Promise<boolean>;

const takeEvent =
  (known: ReadonlySet<string>): Step =>
  async (panel, { event }) => {
    const field = panel.getByRole('combobox').first();
    if ((await field.inputValue()) === event) return true;
    await field.fill(event);
    const options = panel.getByRole('listbox', { name: 'Events' });
    if (known.has(event)) await options.getByText(event, { exact: true }).click();
    else await options.getByText(`New event “${event}”`).click();
    return false;
  };

const takeFact: Step = async (panel, said) => {
  const choices = panel.getByRole('radiogroup', { name: 'What the words say' }).getByRole('radio');
  const names = await choices.evaluateAll((radios) =>
    radios.map((radio) => radio.closest('label')?.querySelector('.truncate')?.textContent ?? ''),
  );
  const wanted = proposalOf(said);
  const at = names.findIndex((name) => (wanted instanceof RegExp ? wanted.test(name) : name === wanted));
  expect(at, `“${said.words}” gives ${names.join(', ')}`).toBeGreaterThanOrEqual(0);
  if (await choices.nth(at).isChecked()) return true;
  await panel.page().keyboard.press(`Alt+${at + 1}`);
  await expect(choices.nth(at)).toBeChecked();
  return false;
};

const takeRole: Step = async (panel, { role }) => {
  const field = panel.getByRole('combobox', { name: 'Role' });
  if (!role || (await field.inputValue()) === role) return true;
  await field.fill(role);
  // Its list hides the rest of the panel while it is open.
  await panel.page().keyboard.press('Tab');
  return false;
};

const takeAnswer: Step = async (panel, { holds }) => {
  if (holds !== false) return true;
  await panel.getByText('It did not', { exact: true }).click();
  return false;
};

/** A choice of the panel by keyboard. */
async function choose(panel: Locator, label: RegExp, wanted: string): Promise<boolean> {
  const button = panel.getByRole('button', { name: label });
  if (((await button.textContent()) ?? '').includes(wanted)) return true;
  await button.press('Enter');
  await panel.page().getByRole('option', { name: wanted, exact: true }).press('Enter');
  await expect(button).toContainText(wanted);
  return false;
}

const takeClaimant: Step = async (panel, { by, source }) => {
  const kind = by ? 'Actors' : source ? 'A source without a name' : 'The article itself';
  const isProposed = await choose(panel, /Who says so/, kind);
  if (source) await expect(panel.getByRole('textbox', { name: 'The source in words' })).toHaveValue(source);
  for (const name of by ?? [])
    await panel
      .getByRole('button', { name: `Take off ${name}`, exact: true })
      .first()
      .waitFor();
  return isProposed;
};

const takeMode: Step = (panel, { mode = 'states' }) => choose(panel, /How$/, modeWords[mode]);

/** Codes words by the panel that E opens; answers how many proposals had to be changed. */
async function sayOf(window: Page, said: SaidWords, known: ReadonlySet<string>): Promise<number> {
  await dragOver(window, said.words, said.within);
  await window.keyboard.press('e');
  const panel = panelOf(window);
  await expect(panel).toBeVisible();
  let changes = 0;
  for (const step of [takeEvent(known), takeFact, takeRole, takeAnswer, takeClaimant, takeMode])
    if (!(await step(panel, said))) changes++;
  if (changes === 0) await window.keyboard.press('Enter');
  else await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await expect(cardInFocus(window).getByRole('list', { name: 'Accounts' })).toContainText(valueOf(said));
  return changes;
}

/** Codes row after row; answers how many were taken as they were proposed. */
export async function codeWords(
  window: Page,
  rows: readonly SaidWords[],
  known: Set<string>,
): Promise<number> {
  let asProposed = 0;
  for (const row of rows) {
    if ((await sayOf(window, row, known)) === 0) asProposed++;
    known.add(row.event);
  }
  return asProposed;
}

/** A participant whom the words do not name. */
export interface Inferred {
  readonly words: string;
  readonly event: string;
  readonly role: string;
  readonly value: string;
  readonly reason: string;
}

/** Says who took part although the words name nobody, and why. */
export async function inferParticipant(
  window: Page,
  { words, event, role, value, reason }: Inferred,
): Promise<void> {
  await dragOver(window, words);
  await window.keyboard.press('e');
  const panel = panelOf(window);
  await expect(panel.getByRole('combobox').first()).toHaveValue(event);
  await panel.getByText('Another fact…', { exact: true }).click();
  await choose(panel, /Fact$/, 'Who took part');
  await takeRole(panel, { words, event, role });
  await panel.getByRole('combobox', { name: 'Actor' }).fill(value);
  await window.getByRole('option', { name: value, exact: true }).first().click();
  await panel.getByRole('textbox', { name: /^Inferred/ }).fill(reason);
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel).toHaveCount(0);
}

/** Says when the article in the reader was published. */
export async function setPublished(window: Page, date: string): Promise<void> {
  await window.getByRole('button', { name: 'When was it published?' }).click();
  await window.getByRole('textbox', { name: 'When was it published?' }).fill(date);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'When was it published?' })).toHaveCount(0);
  // The text is laid out anew for the revision that the date makes: words dragged over before that are let go.
  await expect(window.getByText('Revision 2', { exact: false }).first()).toBeVisible();
}

/** The account on an event's page that rests on these words. */
export function accountOf(window: Page, fact: string, words: string): Locator {
  const quote = window.locator('mark').filter({ hasText: words });
  return window.locator(`[data-fact^="${fact}"] [data-account]`).filter({ has: quote });
}

interface Stand {
  /** The words that are marked as the passage in focus, and where they start: characters from the start of the text. */
  readonly words: string;
  readonly start: number;
  readonly isInView: boolean;
}

/** Where the reader stands. Runs in the page. */
function standIn(root: Element, focusedId: string): Stand {
  const marks = [...root.querySelectorAll('mark')].filter((mark) =>
    (mark.dataset['annotations'] ?? '').split(' ').includes(focusedId),
  );
  const [first] = marks;
  const leaf = first?.closest('[data-leaf]');
  if (!first || !leaf) return { words: '', start: -1, isInView: false };
  const leaves = [...root.querySelectorAll('[data-leaf]')];
  const before = document.createRange();
  before.selectNodeContents(leaf);
  before.setEndBefore(first);
  const earlier = leaves.slice(0, leaves.indexOf(leaf)).map((one) => `${one.textContent} `);
  const { top, bottom } = first.getBoundingClientRect();
  return {
    words: marks.map((mark) => mark.textContent).join(''),
    start: earlier.join('').length + before.toString().length,
    isInView: top >= 0 && bottom <= innerHeight,
  };
}

/** The reader stands on these very words, at this very place of the text, and they are in view. */
export async function expectToStandOn(window: Page, { words, within = words }: Words): Promise<void> {
  const card = passageCards(window).locator('button[aria-pressed="true"]');
  await card.waitFor();
  await expect(card).toHaveText(words);
  const id = ((await card.getAttribute('id')) ?? '').replace('passage-', '');
  const text = await articleText(window).evaluate((root) =>
    [...root.querySelectorAll('[data-leaf]')].map((leaf) => leaf.textContent).join(' '),
  );
  const start = text.indexOf(words, text.indexOf(within));
  const stand = () => articleText(window).evaluate(standIn, id);
  await expect.poll(stand, { intervals: soon }).toEqual({ words, start, isInView: true });
}
