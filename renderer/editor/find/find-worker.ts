/** Looks for words in a thread of its own: a pattern that takes for ever is ended with the thread, not with the window. */
import { type FindQuery, findInText, type SearchableText } from '../../../shared/find/find-in-text';

/** What a finder asks its thread. */
export interface FindRequest {
  readonly text: SearchableText;
  readonly query: FindQuery;
  readonly template: string;
}

addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  postMessage(findInText(data.text, data.query, data.template));
});
