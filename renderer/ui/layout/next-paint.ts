/** A window that is not shown paints no frames: it is not waited for. */
const patienceMs = 100;

/** Resolves when the frame that is being made has been painted. */
export function nextPaint(): Promise<void> {
  return new Promise((done) => {
    // The task after the frame's own.
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, patienceMs);
  });
}
