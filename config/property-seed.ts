/**
 * Property tests draw the same cases in every run, so that a change fails by its own fault, and fails again when it is run
 * again. `CASEBOOK_SEED=$RANDOM npm run test:unit` draws others; a failure prints its seed.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['CASEBOOK_SEED'] ?? 1) });
