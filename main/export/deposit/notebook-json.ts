/** The whole notebook as JSON, for a program of one's own, an archive, or another Casebook: see `docs/formats/notebook-json.md`. */
import { type MakeExport, oneFile } from '../formats/format';

export const makeNotebookJson: MakeExport = oneFile((data, { each, options }) =>
  data.notebookJson({ bytes: options.files !== false, each }),
);
