/** Long selections are read out by their beginning. */
const spokenCharacters = 200;
/** Once the keys rest. */
const restMs = 200;

/** Says to those who hear the screen what those who see it see: the words that are selected, and what is on them. */
export class SurfaceSpeaker {
  readonly element = document.createElement('div');
  private timer = 0;

  constructor() {
    this.element.className = 'sr-only';
    this.element.setAttribute('aria-live', 'polite');
  }

  say(words: string): void {
    clearTimeout(this.timer);
    const short = words.length > spokenCharacters ? `${words.slice(0, spokenCharacters)}…` : words;
    this.timer = window.setTimeout(() => {
      this.element.textContent = short;
    }, restMs);
  }

  destroy(): void {
    clearTimeout(this.timer);
  }
}
