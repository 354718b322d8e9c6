/** The thread in which pdf.js reads a PDF: it has no window, and no way to the network. */
import './with-resolvers';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
