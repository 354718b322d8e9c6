/**
 * The project's seed article coded end to end: names, events, accounts of those who disagree; two more articles contradict
 * it; then everything is there after a restart, and leads to its very words.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { modeWords } from '../../shared/accounts/account-words';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import { importByMenu, makeNotebook, openNotebook } from '../notebook-steps';
import { articleText, openArticle, seedArticle } from '../reading';
import { askCommandLine, goTo, openFromList, side } from '../screens/sample-notebook';
import {
  accountOf,
  codeWords,
  expectToStandOn,
  type Inferred,
  inferParticipant,
  linkNames,
  type SaidWords,
  setPublished,
  valueOf,
} from './coding';
import { contradicting } from './contradicting-articles';
import { seedNames, seedSaid } from './seed-coding';

const seedTitle = /Escalation in Ukraine/;

const attacker: Inferred = {
  words: 'endured an all-night assault',
  event: 'Air attack on Kyiv',
  role: 'initiator',
  value: 'Russia',
  reason: 'Nobody else attacks the capital in this war.',
};

async function codeSeed(application: Application, seed: string): Promise<void> {
  const { window } = application;
  await importByMenu(application, [seed]);
  await openArticle(window, seedTitle);
  await setPublished(window, '2025-07-05');
  await linkNames(window, seedNames);
  const asProposed = await codeWords(window, seedSaid, new Set());
  // What it takes to code an article is what the panel is for.
  expect(asProposed).toBeGreaterThan(seedSaid.length / 4);
  await inferParticipant(window, attacker);
}

async function codeContradictions(application: Application, folder: string): Promise<void> {
  const { window } = application;
  const known = new Set(seedSaid.map(({ event }) => event));
  const paths = contradicting.map(({ file }) => join(folder, file));
  contradicting.forEach(({ text }, index) => writeFileSync(paths[index] ?? '', text));
  await goTo(window, 'Library');
  await importByMenu(application, paths);
  await expect(window.getByRole('dialog', { name: '2 articles imported' })).toBeVisible();
  await window.keyboard.press('Escape');
  for (const { title, published, said } of contradicting) {
    await goTo(window, 'Library');
    await openArticle(window, title);
    await setPublished(window, published);
    await codeWords(window, said, known);
  }
}

const factOf = (window: Page, fact: string) => window.locator(`[data-fact="${fact}"]`);

/** The page shows both values of what is contested, and who says them; one is preferred, with a reason. */
async function decideInjured(window: Page): Promise<void> {
  await openFromList(window, 'Events', 'Air attack on Kyiv');
  await expect(window.getByRole('note', { name: 'In short' })).toContainText('contested: 3 facts open');
  const injured = factOf(window, 'count injured');
  await expect(injured).toContainText('Contested: 2 values');
  await injured.getByRole('button', { name: 'Prefer…' }).first().click();
  await window.keyboard.type('Counted on the day');
  await window.keyboard.press('Enter');
  await expect(injured).toContainText('Decided: at least 23');
}

/** What contradicts is marked, each value with who says it; what is planned or contested as a whole is said at the head. */
async function checkContested(window: Page): Promise<void> {
  const inShort = window.getByRole('note', { name: 'In short' });
  await openFromList(window, 'Events', 'Air attack on Kyiv');
  await expect(inShort).toContainText('contested: 2 facts open');
  const injured = factOf(window, 'count injured');
  await expect(injured).toContainText('Decided: at least 23');
  await expect(injured).toContainText('Preferred: Counted on the day');
  await expect(injured.locator('[data-account]')).toContainText([
    /Ukrainian officials.*at least 23/s,
    /Ukrainian officials.*19 people/s,
  ]);
  const munitions = factOf(window, 'count drones and missiles');
  await expect(munitions).toContainText('Contested: 2 values');
  await expect(munitions).toContainText('550');
  await expect(munitions).toContainText('478');
  await expect(munitions.locator('[data-account]')).toContainText([/Escalation in Ukraine/, /Four claims/]);
  await expect(side(window, 'When')).toContainText('Contested: 2 values');
  const inferred = factOf(window, `participant ${attacker.role}`);
  await expect(inferred).toContainText(`Inferred: ${attacker.reason}`);
  await expect(inferred).toContainText(attacker.value);

  await openFromList(window, 'Events', 'Capture of Luhansk region');
  await expect(inShort).toContainText('whether it happened is contested');
  const happened = side(window, 'Whether it happened');
  await expect(happened.locator('[data-account]')).toContainText([
    /Russia\s*claims/,
    /Russian reporters\s*states/,
    /Ukraine\s*denies/,
  ]);
  // How it is said leads to the cue, as what is said leads to its words.
  await happened.getByRole('button', { name: 'Show the words “claims”' }).click();
  await expectToStandOn(window, { words: 'claims', within: 'claims to have fully captured' });
  await window.keyboard.press('Alt+ArrowLeft');
  for (const denied of ['The advance near Sumy is halted', 'Use of chloropicrin in Ukraine']) {
    await openFromList(window, 'Events', denied);
    await expect(inShort).toContainText('whether it happened is contested');
    await expect(side(window, 'Whether it happened')).toContainText(/It did not happen.*Russia\s*denies/s);
  }
  await openFromList(window, 'Events', 'Zelenskyy appeals to Trump');
  await expect(inShort).toContainText('planned');
  await openFromList(window, 'Events', 'Talks in Istanbul');
  await expect(side(window, 'When')).toContainText('from “last month” · 2025-06');
  await openFromList(window, 'Events', 'Russia and Ukraine exchange prisoners');
  await expect(side(window, 'Whether it happened')).toContainText(/Russia\s*Ukraine\s*confirms/);
}

/** So many rows a screen lists, as the side bar says. */
async function countOf(window: Page, screen: string): Promise<number> {
  const row = window.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name: screen });
  return Number(/\d+/.exec((await row.textContent()) ?? '')?.[0]);
}

interface Expected extends SaidWords {
  readonly fact: string;
  readonly shown: string;
}

/** A row as the accounts of the event's page that it made. */
function accountsOf(row: SaidWords): Expected[] {
  const { role, count, place, day, date } = row;
  const simple = place ? 'place' : day ? 'date' : 'happened';
  const fact = role ? `participant ${role}` : count ? `count ${count}` : simple;
  const own = { ...row, fact, shown: row.mode === 'denies' ? 'It did not happen' : valueOf(row) };
  return date ? [own, { ...row, fact: 'date', shown: date.value, words: date.words }] : [own];
}

/** The passage of an account is pressed: the reader stands on its very words, and comes back. */
async function followToWords(window: Page, expected: Expected): Promise<void> {
  const { words, fact, by, source, mode = 'states' } = expected;
  const folded = window.locator(`[data-fact^="${fact}"]`).getByRole('button', { name: /accounts agree/ });
  if ((await folded.count()) > 0) await folded.first().click();
  const account = accountOf(window, fact, words).first();
  await account.waitFor();
  await expect(account).toContainText(modeWords[mode]);
  for (const name of by ?? (source ? [source] : [])) await expect(account).toContainText(name);
  await account.getByRole('list', { name: 'Words' }).getByRole('button').first().click();
  await articleText(window).waitFor();
  await expect(articleText(window)).toBeFocused();
  await expectToStandOn(window, expected);
  await window.keyboard.press('Alt+ArrowLeft');
  const title = window.locator('h1').getByRole('textbox', { name: 'Title', exact: true });
  await title.waitFor();
  await expect(title).toHaveValue(expected.event);
}

async function checkEvent(window: Page, title: string, rows: readonly SaidWords[]): Promise<void> {
  await openFromList(window, 'Events', title);
  for (const expected of rows.flatMap(accountsOf)) {
    const fact = window.locator(`[data-fact^="${expected.fact}"]`);
    await expect(fact).toContainText(expected.shown);
    await followToWords(window, expected);
  }
}

test('the seed article is coded end to end, contradicted, and leads to its words after a restart', async ({
  launch,
  application: another,
  folder,
}) => {
  test.setTimeout(400_000);
  const seed = seedArticle();
  test.skip(seed === null, 'the seed article lies beside the repository, and is not there');
  const path = join(folder, 'seed.casebook');
  const application = await launch();
  await makeNotebook(application, path);
  await codeSeed(application, seed ?? '');
  await codeContradictions(application, folder);
  await decideInjured(application.window);
  await application.app.close();
  expect(askCommandLine('check', path)).toMatchObject({ ok: true, articles: 3, findings: [] });

  const { window } = another;
  await openNotebook(another, path);
  expect(await countOf(window, 'Events')).toBeGreaterThanOrEqual(20);
  expect((await countOf(window, 'Actors')) + (await countOf(window, 'Places'))).toBeGreaterThanOrEqual(30);
  await checkContested(window);
  // No words are tagged: the matrix opens on something else that they have in common.
  await goTo(window, 'Matrix');
  await expect(window.getByRole('grid', { name: /^Actors by / })).toBeVisible();
  const all = [...seedSaid, ...contradicting.flatMap(({ said }) => said)];
  for (const title of new Set(all.map(({ event }) => event))) {
    await checkEvent(
      window,
      title,
      all.filter(({ event }) => event === title),
    );
  }
});
