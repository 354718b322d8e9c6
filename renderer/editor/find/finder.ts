/** Asks for matches off the window's thread, one question at a time, the newest next; ends a search that takes too long. */
import type { FindResult } from '../../../shared/find/find-in-text';
import type { FindRequest } from './find-worker';

/** `slow`: the search was given up. */
export type FindAnswer = FindResult | { readonly kind: 'slow' };

/** Plain words in a book take a tenth of it, on a machine with other things to do. */
const limitMs = 1500;

interface Question {
  readonly request: FindRequest;
  readonly answer: (answer: FindAnswer | null) => void;
}

export class Finder {
  private worker: Worker | null = null;
  private asked: Question | null = null;
  private waiting: Question | null = null;
  private timer = 0;

  /** Null: another question came before this one was begun. */
  find(request: FindRequest): Promise<FindAnswer | null> {
    return new Promise((answer) => {
      this.waiting?.answer(null);
      this.waiting = { request, answer };
      if (!this.asked) this.askNext();
    });
  }

  destroy(): void {
    this.waiting?.answer(null);
    this.waiting = null;
    this.asked?.answer(null);
    this.asked = null;
    this.end();
  }

  private askNext(): void {
    this.asked = this.waiting;
    this.waiting = null;
    if (!this.asked) return;
    this.worker ??= this.begin();
    this.worker.postMessage(this.asked.request);
    this.timer = window.setTimeout(() => {
      this.end();
      this.take({ kind: 'slow' });
    }, limitMs);
  }

  private begin(): Worker {
    const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FindResult>) => this.take(data));
    return worker;
  }

  private take(answer: FindAnswer): void {
    clearTimeout(this.timer);
    this.asked?.answer(answer);
    this.askNext();
  }

  private end(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
  }
}
