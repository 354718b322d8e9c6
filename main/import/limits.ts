/** What an import accepts. Each limit keeps one document from stopping the program; none is met by an article. */

const megabyte = 1024 * 1024;

/** Bytes of one file or paste. */
export const greatestByteLength = 64 * megabyte;
/** Bytes of the pictures beside one page, as they are kept (base64). */
export const greatestPicturesByteLength = 32 * megabyte;
/** Elements of one page; a 50,000-word encyclopaedia page has about 30,000. */
export const greatestElementCount = 200_000;
/** Nesting below the page's body; deeper elements are flattened. Browsers stop at 512. */
export const greatestDepth = 160;
/** Above these a page is taken whole: finding the article in it would take too long. */
export const greatestSearchedElementCount = 40_000;
export const greatestSearchedTextLength = 4_000_000;
/** Time for one document in the import pool. */
export const documentTimeoutMs = 60_000;
/** Files of one import. */
export const greatestFileCount = 20_000;
