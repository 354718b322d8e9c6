/**
 * The timeline of 10,000 events in the window: opened, zoomed, scrolled; beside a plain canvas with as many marks and words as
 * the lanes have in view, drawn into the same window; for opening, the SQL alone that reads the same rows comes before it.
 */
import type { Page } from '@playwright/test';
import { all } from '../../main/store/core/sql';
import { openSession } from '../../main/store/worker/session';
import { percentile, timesOf } from '../measure';
import { atRest, withWindow } from '../window/running-app';
import type { Measured, Workload } from '../workload';
import { eventCount, timelineNotebook } from './timeline-notebook';

interface Figures {
  /** Milliseconds from the click to the lanes painted. */
  readonly open: number;
  /** Of each step, from the turn of the wheel to its paint. */
  readonly zoom: readonly number[];
  readonly scroll: readonly number[];
}

interface Compared {
  readonly here: Figures;
  readonly plain: Figures;
}

/** Clicks on the side bar; answers from the click to the paint of the lanes, which are there when their canvas is drawn on. */
async function openTimeline(page: Page): Promise<number> {
  await page.evaluate(() => {
    const isDrawn = () => document.querySelector('[data-lanes] [role="listbox"] canvas[width]') !== null;
    window.benchClock.watched = new Promise((done) => {
      const clicked = ({ timeStamp }: MouseEvent) =>
        done(window.benchClock.paintedWhen(isDrawn).then((time) => time - timeStamp));
      addEventListener('click', clicked, { capture: true, once: true });
    });
  });
  await page.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name: 'Timeline' }).click();
  return page.evaluate(() => window.benchClock.watched);
}

const bareEvents = `SELECT id, title, date_edtf, date_earliest, date_latest, happened, conflict_count FROM event
  ORDER BY coalesce(date_earliest, date_latest, '~'), date_latest, id`;
const bareParticipants = `SELECT event_id, key, entity_id FROM account WHERE fact = 'participant'`;

/** Milliseconds to read the same rows, by SQL alone. */
function readBare(): number {
  const session = openSession(timelineNotebook(), true);
  const times = timesOf(1, () => [all(session.reader, bareEvents), all(session.reader, bareParticipants)], 0);
  session.close();
  // The program reads them once, too.
  return times[0] ?? 0;
}

const steps = 24;

/** Turns the wheel over an element, a step after the other; answers from each turn to its paint. */
function turnWheel(
  page: Page,
  selector: string,
  turn: { readonly deltaY: number; readonly ctrlKey: boolean },
) {
  return page.evaluate(
    async ({ wanted, count, given }) => {
      const element = document.querySelector(wanted);
      if (!element) throw new Error(`nothing to turn the wheel over: ${wanted}`);
      const box = element.getBoundingClientRect();
      const at = { clientX: box.left + box.width * 0.4, clientY: box.top + box.height / 2 };
      const times: number[] = [];
      for (let step = 0; step < count; step++) {
        await new Promise((done) => setTimeout(done, 60));
        const start = performance.now();
        const event = new WheelEvent('wheel', { ...given, ...at, bubbles: true, cancelable: true });
        // A made event scrolls nothing by itself.
        if (element.dispatchEvent(event) && !given.ctrlKey) element.scrollTop += given.deltaY;
        times.push((await window.benchClock.afterPaint()) - start);
      }
      return times;
    },
    { wanted: selector, count: steps, given: turn },
  );
}

/** A canvas over the whole window that draws ten thousand marks in as many lanes, and the words of those with room. */
async function showPlain(page: Page, events: number): Promise<number> {
  return page.evaluate(async (count) => {
    const scroller = document.createElement('div');
    scroller.id = 'bench-plain';
    scroller.style.cssText = 'position:fixed;inset:0;overflow:auto;background:white;z-index:1000';
    scroller.innerHTML = '<div style="height:20000px"><canvas style="position:sticky;top:0"></canvas></div>';
    const marks = Array.from({ length: 2 * count }, (_, index) => ({
      x: ((index * 7919) % 10_007) / 10_007,
      y: ((index * 104_729) % 20_011) / 20_011,
      isBar: index % 3 === 0,
    }));
    await window.benchClock.afterPaint();
    const start = performance.now();
    document.body.append(scroller);
    const canvas = scroller.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) throw new Error('no canvas');
    canvas.width = window.innerWidth;
    canvas.height = window.innerHeight;
    let scale = 1;
    const draw = () => {
      context.fillStyle = 'white';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.font = '12px sans-serif';
      context.fillStyle = context.strokeStyle = '#1b5c78';
      let words = 0;
      for (const { x, y, isBar } of marks) {
        const left = (x - 0.4) * scale * canvas.width + 0.4 * canvas.width;
        const top = y * 20_000 - scroller.scrollTop;
        if (top < 0 || top > canvas.height || left < 0 || left > canvas.width) continue;
        context.beginPath();
        if (isBar) context.roundRect(left, top, 14, 9, 3);
        else context.arc(left, top, 4, 0, 7);
        context.fill();
        context.stroke();
        if (words++ % 8 === 0) context.fillText('Words of a title', left + 18, top);
      }
    };
    scroller.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      scale *= 1.05;
      requestAnimationFrame(draw);
    });
    scroller.addEventListener('scroll', draw);
    draw();
    return (await window.benchClock.afterPaint()) - start;
  }, events);
}

const closer = { deltaY: -40, ctrlKey: true };
const down = { deltaY: 120, ctrlKey: false };

async function compare(page: Page): Promise<Compared> {
  await atRest(page);
  const open = await openTimeline(page);
  await page.waitForTimeout(500);
  const here = {
    open,
    scroll: await turnWheel(page, '[data-lanes]', down),
    zoom: await turnWheel(page, '[data-lanes]', closer),
  };
  const plainOpen = await showPlain(page, eventCount);
  const plain = {
    open: readBare() + plainOpen,
    scroll: await turnWheel(page, '#bench-plain', down),
    zoom: await turnWheel(page, '#bench-plain', closer),
  };
  return { here, plain };
}

let compared: Promise<Compared> | undefined;

/** Both are measured once for all rows. */
function measured(pick: (figures: Figures) => number): () => Promise<Measured> {
  return async () => {
    compared ??= withWindow(timelineNotebook(), compare);
    const { here, plain } = await compared;
    return { value: pick(here), limit: pick(plain) };
  };
}

export const timelineWorkloads: readonly Workload[] = [
  { name: 'timeline/open-10k', unit: 'ms', goal: 12, run: measured(({ open }) => open) },
  { name: 'timeline/zoom-10k', unit: 'ms', goal: 2, run: measured(({ zoom }) => percentile(zoom, 0.5)) },
  {
    name: 'timeline/scroll-10k',
    unit: 'ms',
    goal: 2,
    run: measured(({ scroll }) => percentile(scroll, 0.5)),
  },
];
