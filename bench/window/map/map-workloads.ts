/**
 * The map of 10,000 events at 600 places: opened, dragged, zoomed, put to another time. The limit is the same drawing as a still
 * SVG that was put into the same window, and there moved by its own transform; for opening and the time, after the SQL alone.
 */
import type { Page } from '@playwright/test';
import { all } from '../../../main/store/core/sql';
import { openSession } from '../../../main/store/worker/session';
import { percentile, timesOf } from '../../measure';
import type { Measured, Workload } from '../../workload';
import { atRest, withWindow } from '../running-app';
import { mapNotebook } from './map-notebook';

interface Figures {
  readonly open: number;
  readonly pan: readonly number[];
  readonly zoom: readonly number[];
  readonly time: readonly number[];
}

const steps = 60;

/** Clicks on the side bar; answers from the click to the paint of the first signs. */
async function openMap(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.benchClock.watched = new Promise((done) => {
      const isDrawn = () => document.querySelector('[data-sign]') !== null;
      const clicked = ({ timeStamp }: MouseEvent) =>
        done(window.benchClock.paintedWhen(isDrawn).then((time) => time - timeStamp));
      addEventListener('click', clicked, { capture: true, once: true });
    });
  });
  await page.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name: 'Map' }).click();
  return page.evaluate(() => window.benchClock.watched);
}

/** Drags it about, a frame after the other; answers from each movement of the hand to its paint. */
function drag(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const map = document.querySelector('[role="group"][aria-label="Map"]');
    if (!(map instanceof HTMLElement)) throw new Error('there is no map');
    map.setPointerCapture = () => {};
    const box = map.getBoundingClientRect();
    const point = (kind: string, step: number) => {
      // To the right and back, as far as a hand does.
      const shift = 6 * (step % 30 < 15 ? step % 30 : 30 - (step % 30));
      const at = { clientX: box.left + 100 + shift, clientY: box.top + 100 + shift / 2 };
      map.dispatchEvent(new PointerEvent(kind, { pointerId: 1, buttons: 1, bubbles: true, ...at }));
    };
    const times: number[] = [];
    point('pointerdown', 0);
    for (let step = 1; step <= count; step++) {
      const start = performance.now();
      point('pointermove', step);
      times.push((await window.benchClock.afterPaint()) - start);
    }
    point('pointerup', count);
    return times;
  }, steps);
}

/** Turns the wheel, closer and back; answers from each turn to its paint. */
function turnWheel(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const map = document.querySelector('[role="group"][aria-label="Map"]');
    if (!map) throw new Error('there is no map');
    const box = map.getBoundingClientRect();
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true };
    const times: number[] = [];
    for (let step = 0; step < count; step++) {
      const start = performance.now();
      map.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: step % 30 < 15 ? -40 : 40 }));
      times.push((await window.benchClock.afterPaint()) - start);
    }
    return times;
  }, steps);
}

/** Moves an end of the time by a key; answers from the key to the paint of the map at the other time. */
async function moveTime(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  await page.getByRole('slider', { name: 'To' }).focus();
  for (let step = 0; step < 8; step++) {
    await page.evaluate(() => {
      const words = () => document.querySelector('h1 ~ * [role="status"], [role="status"]')?.textContent;
      const before = words();
      window.benchClock.watched = new Promise((done) => {
        const pressed = ({ timeStamp }: KeyboardEvent) =>
          done(window.benchClock.paintedWhen(() => words() !== before).then((time) => time - timeStamp));
        addEventListener('keydown', pressed, { capture: true, once: true });
      });
    });
    await page.keyboard.press('ArrowLeft');
    times.push(await page.evaluate(() => window.benchClock.watched));
    await page.waitForTimeout(400);
  }
  return times;
}

const bareSql = [
  `SELECT id, title, date_edtf, date_words, date_earliest, date_latest, happened, place_id FROM event
   ORDER BY coalesce(date_earliest, date_latest, '~'), date_latest, id`,
  `SELECT event_id, entity_id, precision FROM account WHERE fact = 'place'`,
  `SELECT id, name, precision, latitude, longitude, radius_km FROM entity WHERE kind = 'place'`,
];

function readBare(): number {
  const session = openSession(mapNotebook(), true);
  const times = timesOf(1, () => bareSql.map((sql) => all(session.reader, sql)), 0);
  session.close();
  // The program reads them once, too.
  return times[0] ?? 0;
}

interface Plain {
  readonly shown: number;
  readonly pan: readonly number[];
  readonly zoom: readonly number[];
}

/** The same drawing as a still one over the whole window: put there, moved, stretched. */
function showPlain(page: Page): Promise<Plain> {
  return page.evaluate(async (count) => {
    const svg = document.querySelector('[role="group"][aria-label="Map"] svg');
    if (!svg) throw new Error('there is no map');
    const { left, top, width, height } = svg.getBoundingClientRect();
    const words = `<svg class="font-sans" width="${width}" height="${height}"><g>${svg.innerHTML}</g></svg>`;
    const { afterPaint } = window.benchClock;
    await afterPaint();
    const timed = async (work: () => void) => {
      const start = performance.now();
      work();
      return (await afterPaint()) - start;
    };
    const sheet = document.createElement('div');
    sheet.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;overflow:hidden;background:white;z-index:1000`;
    const shown = await timed(() => {
      sheet.innerHTML = words;
      document.body.append(sheet);
    });
    const group = sheet.querySelector('g');
    const [pan, zoom]: [number[], number[]] = [[], []];
    for (let step = 0; step < count; step++)
      pan.push(await timed(() => group?.setAttribute('transform', `translate(${step % 30} ${step % 15})`)));
    for (let step = 0; step < count; step++)
      zoom.push(await timed(() => group?.setAttribute('transform', `scale(${1 + (step % 30) / 20})`)));
    sheet.remove();
    return { shown, pan, zoom };
  }, steps);
}

interface Compared {
  readonly here: Figures;
  readonly plain: Figures;
}

async function compare(page: Page): Promise<Compared> {
  await atRest(page);
  const open = await openMap(page);
  await page.waitForTimeout(1000);
  const [pan, zoom, plainPan, plainZoom]: number[][] = [[], [], [], []];
  let shown = 0;
  // By turns: a load that comes and goes touches both.
  for (let turn = 0; turn < 3; turn++) {
    pan?.push(...(await drag(page)));
    zoom?.push(...(await turnWheel(page)));
    await page.waitForTimeout(600);
    const plain = await showPlain(page);
    shown ||= plain.shown;
    plainPan?.push(...plain.pan);
    plainZoom?.push(...plain.zoom);
  }
  const time = await moveTime(page);
  const sql = readBare();
  return {
    here: { open, pan: pan ?? [], zoom: zoom ?? [], time },
    plain: { open: sql + shown, pan: plainPan ?? [], zoom: plainZoom ?? [], time: [shown] },
  };
}

let compared: Promise<Compared> | undefined;

/** All are measured once for all rows. */
function measured(pick: (figures: Figures) => readonly number[]): () => Promise<Measured> {
  return async () => {
    compared ??= withWindow(mapNotebook(), compare);
    const { here, plain } = await compared;
    const told = (name: string, times: readonly number[]) =>
      `${name}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
    const details = pick(here).length > 1 ? [told('here', pick(here)), told('still SVG', pick(plain))] : [];
    return { value: percentile(pick(here), 0.5), limit: percentile(pick(plain), 0.5), details };
  };
}

export const mapWorkloads: readonly Workload[] = [
  { name: 'map/open-10k', unit: 'ms', goal: 6, run: measured(({ open }) => [open]) },
  { name: 'map/pan-10k', unit: 'ms', goal: 1, run: measured(({ pan }) => pan) },
  { name: 'map/zoom-10k', unit: 'ms', goal: 1, run: measured(({ zoom }) => zoom) },
  { name: 'map/time-10k', unit: 'ms', goal: 6, run: measured(({ time }) => time) },
];
