/** The verifier as it goes into every dossier: the files of the folder `verifier/`, word for word. */
import core from '../../../verifier/core.js?raw';
import page from '../../../verifier/verify.html?raw';
// oxlint-disable-next-line import/default -- its words, not what it exports
import script from '../../../verifier/verify.mjs?raw';

export const verifierFiles: readonly { readonly name: string; readonly data: string }[] = [
  { name: 'verify/core.js', data: core },
  { name: 'verify/verify.mjs', data: script },
  { name: 'verify/verify.html', data: page },
];
