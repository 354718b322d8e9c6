/**
 * What the thread of the store may take of memory. The engine gives a thread 48 MB and more for what has just been made, and as much again for
 * what was moved out of there: with this a notebook of 100,000 articles takes some 80 MB less, in no more time.
 */
export const storeWorkerLimits = { maxYoungGenerationSizeMb: 12 };
