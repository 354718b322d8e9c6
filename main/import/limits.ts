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
/** Bytes of one file of a format that brings many articles: a web archive, a project of another program. */
export const greatestCollectionByteLength = 1024 * megabyte;
/** Bytes of one mailbox: it is held as one text. */
export const greatestMailboxByteLength = 256 * megabyte;
/** Articles, passages, tags and notes of one file. */
export const greatestItemCount = 200_000;
/** Files in one archive (ZIP, DOCX, EPUB …). */
export const greatestArchiveEntryCount = 20_000;
/** Bytes of one unpacked file of an archive. */
export const greatestEntryByteLength = 128 * megabyte;
/** Bytes of an archive, all unpacked, with the archives in it. */
export const greatestUnpackedByteLength = 512 * megabyte;
/** How many times larger than the archive its unpacked files may be, once they are larger than the floor. XML packs 5 to 60 times smaller. */
export const greatestUnpackedRatio = 200;
export const unpackedRatioFloor = 16 * megabyte;
/** Archives in archives. */
export const greatestArchiveNesting = 2;
/** Nesting and elements of one XML file; a 2,000-page Word document has about 800,000 elements. */
export const greatestXmlDepth = 256;
export const greatestXmlElementCount = 3_000_000;
/** Pages and letters of one PDF; a page of a book has about 3,000 letters. */
export const greatestPdfPageCount = 5000;
export const greatestPdfLetterCount = 20_000_000;
/** Bytes of one unpacked stream of a PDF: the text of a page, a picture, a font. */
export const greatestPdfStreamLength = 256 * megabyte;
