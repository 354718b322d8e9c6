/** One part of a passage under review: its words then and now side by side, or the places where they may be. */
import type { ReactNode } from 'react';
import type { Candidate, Excerpt, ReviewCase, ReviewPart } from '../../../shared/model/review';
import { NewWords, OldWords } from '../../parts/passages/word-changes';
import { timeWords } from '../../shell/time-words';
import { Button } from '../../ui/actions/button';
import { attachAt, takeOff } from './review-actions';

const prose = 'font-serif text-[15px] leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]';

function InContext({ excerpt, children }: { readonly excerpt: Excerpt; readonly children?: ReactNode }) {
  return (
    <p className={prose} dir="auto">
      <span className="text-faint">{excerpt.before}</span>
      <mark className="bg-transparent text-ink font-medium">{children ?? excerpt.words}</mark>
      <span className="text-faint">{excerpt.after}</span>
    </p>
  );
}

interface SideProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Side({ title, children }: SideProps) {
  return (
    <section aria-label={title} className="min-w-0 flex-1 basis-72">
      <h3 className="text-xs text-muted border-b border-rule pb-1 mb-2">{title}</h3>
      {children}
    </section>
  );
}

function thenTitle({ once }: ReviewPart): string {
  return 'revisionId' in once
    ? `Then · revision ${once.number}, ${timeWords(once.createdAt)}`
    : 'Then · the quote';
}

function likenessWords(likeness: number): string {
  return likeness === 1 ? 'the same words' : `${Math.round(likeness * 100)} % alike`;
}

interface OfferProps {
  readonly review: ReviewCase;
  readonly part: ReviewPart;
  readonly canChange: boolean;
}

function Offer({ review, part, candidate, canChange }: OfferProps & { readonly candidate: Candidate }) {
  return (
    <li className="border-s-2 border-rule ps-3 flex flex-col items-start gap-1">
      <InContext excerpt={candidate.excerpt}>
        <NewWords old={part.once.words} now={candidate.excerpt.words} />
      </InContext>
      <span className="flex items-center gap-2 text-xs text-muted">
        {canChange && (
          <Button onPress={() => void attachAt(review, part.part, candidate)}>These are its words</Button>
        )}
        {likenessWords(candidate.likeness)}
      </span>
    </li>
  );
}

function Offers(props: OfferProps) {
  const { review, part, canChange } = props;
  const { candidates } = part;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-warning">These words are no longer in the text.</p>
      {candidates.length === 0 ? (
        <p className="text-muted">Nothing in the text resembles them.</p>
      ) : (
        <>
          <p className="text-xs text-muted">Similar words in the text:</p>
          <ul className="flex flex-col gap-4">
            {candidates.map((candidate) => (
              <Offer key={candidate.start} {...props} candidate={candidate} />
            ))}
          </ul>
        </>
      )}
      {canChange && review.annotation.parts.length > 1 && (
        <span>
          <Button onPress={() => void takeOff(review, part.part)}>Remove this part</Button>
        </span>
      )}
    </div>
  );
}

export function PartUnderReview(props: OfferProps) {
  const { part } = props;
  const { once, now } = part;
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-5">
      <Side title={thenTitle(part)}>
        <InContext excerpt={once}>
          {now ? <OldWords old={once.words} now={now.words} /> : undefined}
        </InContext>
      </Side>
      <Side title="Now">
        {now ? (
          <InContext excerpt={now}>
            <NewWords old={once.words} now={now.words} />
          </InContext>
        ) : (
          <Offers {...props} />
        )}
      </Side>
    </div>
  );
}
