/** The head of an article: title, who wrote it, where and when it was published and captured, its tags. */
import { type ReactNode, useState } from 'react';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { ArticleDetail } from '../../../../shared/model/article';
import { app, commands } from '../../../client/client';
import { CitedIn } from '../../../parts/cited-in';
import { TagPicker } from '../../../parts/tag-picker';
import { notify, run } from '../../../shell/notices';
import { timeWords } from '../../../shell/time-words';
import { Button } from '../../../ui/actions/button';
import { Chip } from '../../../ui/actions/chip';
import { AfterPaint } from '../../../ui/layout/after-paint';
import { PopoverButton } from '../../../ui/overlays/popover';
import { useOpenText } from '../reader-context';
import { PublishedPrompt } from './published-prompt';

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

async function copyUrl(url: string): Promise<void> {
  await run(app.copyText({ text: url }));
  notify({ text: 'The address was copied' });
}

/** What is no URL stays as it is. `URL.canParse` is newer than the oldest Chromium that is supported. */
function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

function Url({ url }: { readonly url: string }) {
  const host = hostOf(url);
  return (
    <button
      type="button"
      title={`${url} (press to copy; nothing is opened)`}
      onClick={() => void copyUrl(url)}
      className="underline decoration-rule underline-offset-2 hover:text-ink cursor-default select-text max-w-64 truncate align-bottom"
    >
      {host}
    </button>
  );
}

const wordsWord = (count: number) => (count === 1 ? '1 word' : `${count.toLocaleString('en')} words`);

function facts(article: ArticleDetail, wordCount: number): readonly (readonly [string, ReactNode])[] {
  const { publisher, published, language, url, capturedAt, kind } = article;
  const captured = `${kind === 'own' ? 'Begun' : 'Captured'} ${timeWords(capturedAt)}`;
  const all: readonly (readonly [string, ReactNode])[] = [
    ['publisher', publisher],
    ['published', published && <span title={published.edtf}>{describeEdtf(published.edtf)}</span>],
    ['captured', captured],
    ['language', language && languageName(language)],
    ['words', wordCount > 0 && wordsWord(wordCount)],
    ['url', url && <Url url={url} />],
  ];
  return all.filter(([, value]) => Boolean(value));
}

function ArticleTags() {
  const { article, canChange } = useOpenText();
  const articleIds = [article.id];
  const takeOff = (tagId: string) => void run(commands.untagArticles({ articleIds, tagId }));
  return (
    <div className="flex flex-wrap items-center gap-1">
      {article.tags.map(({ id, name, colour }) => (
        <Chip
          key={id}
          dot={colour ? `var(--mark-${colour})` : 'var(--faint)'}
          onRemove={canChange ? () => takeOff(id) : undefined}
        >
          {name}
        </Chip>
      ))}
      {canChange && (
        <PopoverButton label="Tags of the article" trigger={<Button look="quiet">Add tag</Button>}>
          <TagPicker
            label="Tag the article"
            given={article.tags.map(({ id }) => id)}
            onTake={takeOff}
            onPick={(tag) => void run(commands.tagArticles({ articleIds, tag }))}
          />
        </PopoverButton>
      )}
    </div>
  );
}

const titleLook = 'font-serif font-[640] text-[1.75rem] leading-[1.18] text-balance select-text';

export function ArticleHeader() {
  const { article, revision, canChange } = useOpenText();
  const [isAsking, setIsAsking] = useState(false);
  const asks = canChange && article.kind === 'captured' && (article.published === null || isAsking);
  // Texts often begin with their title: it is not said twice.
  const standsInText = revision.text.trimStart().startsWith(`${article.title}\n`);
  return (
    <header className="pb-7 flex flex-col gap-2.5 font-sans text-[13px]">
      <h1 className={standsInText ? 'sr-only' : titleLook} dir="auto">
        {article.title || 'Untitled'}
      </h1>
      {article.authors.length > 0 && (
        <p className="font-serif text-[15px] select-text" dir="auto">
          {article.authors.join(', ')}
        </p>
      )}
      <p className="text-muted flex flex-wrap items-baseline select-text">
        {facts(article, revision.wordCount).map(([name, value], index, all) => (
          <span key={name} dir="auto">
            {value}
            {index < all.length - 1 && (
              <span aria-hidden className="mx-1.5 text-faint">
                ·
              </span>
            )}
          </span>
        ))}
      </p>
      <AfterPaint holding={<div className="h-7" />}>
        <div className="flex flex-wrap items-start gap-1 min-h-7">
          {asks && <PublishedPrompt articleId={article.id} onOpen={setIsAsking} />}
          <ArticleTags />
        </div>
        <CitedIn of={{ kind: 'article', id: article.id }} />
      </AfterPaint>
    </header>
  );
}
