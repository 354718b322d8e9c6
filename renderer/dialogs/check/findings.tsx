/** What a check found, by what it is about, each with the way to where it can be looked at. */
import { CircleCheck } from 'lucide-react';
import { type Finding, findingKinds } from '../../../shared/contract/notebook';
import { go } from '../../shell/navigation';
import { Button } from '../../ui/actions/button';

const headings: Readonly<Record<Finding['kind'], string>> = {
  file: 'The file',
  reference: 'References',
  hash: 'Texts and originals',
  anchor: 'Passages',
  number: 'Revisions',
  derived: 'Sorting and finding',
  index: 'Search',
};

/** More lines than this say nothing that their number does not. */
const mostLines = 50;

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** Called when the window goes to where something was found. */
  readonly onGo: () => void;
}

/** What is said of several things that cannot be looked at is said once, with how often. */
function gathered(findings: readonly Finding[]): (readonly [finding: Finding, times: number])[] {
  const rows = new Map<string | Finding, [Finding, number]>();
  for (const finding of findings) {
    const key = finding.place ? finding : finding.message;
    const row = rows.get(key);
    if (row) row[1]++;
    else rows.set(key, [finding, 1]);
  }
  return [...rows.values()];
}

interface RowProps {
  readonly finding: Finding;
  readonly times: number;
  readonly onGo: () => void;
}

function Row({ finding, times, onGo }: RowProps) {
  const { message, place } = finding;
  const show = () => {
    if (!place) return;
    onGo();
    const { articleId: id, annotationId } = place;
    go(annotationId === null ? { kind: 'article', id } : { kind: 'article', id, annotationId });
  };
  return (
    <li className="flex items-center gap-3 py-1 border-b border-rule select-text">
      <span className="flex-1 break-words min-w-0" dir="auto">
        {message}
      </span>
      {times > 1 && <span className="text-muted tabular-nums">{times.toLocaleString('en')} times</span>}
      {place && (
        <Button onPress={show}>{place.annotationId === null ? 'Open article' : 'Show passage'}</Button>
      )}
    </li>
  );
}

function Group({ findings, onGo, heading }: FindingsProps & { readonly heading: string }) {
  const mendable = findings.filter(({ repair }) => repair !== null).length;
  const rows = gathered(findings);
  const more = rows.length - mostLines;
  return (
    <section className="mb-4">
      <h3 className="flex items-baseline gap-2 font-medium mb-1">
        {heading}
        <span className="text-xs text-muted font-normal tabular-nums">
          {findings.length.toLocaleString('en')} found, {mendable.toLocaleString('en')} can be repaired
        </span>
      </h3>
      <ul>
        {rows.slice(0, mostLines).map(([finding, times], index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a report never changes, and two findings may be alike
          <Row key={index} finding={finding} times={times} onGo={onGo} />
        ))}
      </ul>
      {more > 0 && <p className="py-1 text-muted">And {more.toLocaleString('en')} more.</p>}
    </section>
  );
}

/** All findings in groups, or that there are none. */
export function Findings({ findings, onGo }: FindingsProps) {
  if (findings.length === 0)
    return (
      <p role="status" className="flex items-center gap-2">
        <CircleCheck size={16} aria-hidden className="text-accent" /> Nothing is wrong with the file, its
        passages and references.
      </p>
    );
  const count = findings.length.toLocaleString('en');
  return (
    <>
      <p role="status" className="text-danger mb-3">
        {findings.length === 1 ? 'One thing is' : `${count} things are`} wrong.
        {findings.some(({ repair }) => repair === null) &&
          ' What cannot be repaired may be sound in a backup.'}
      </p>
      {findingKinds.map((kind) => {
        const own = findings.filter((finding) => finding.kind === kind);
        return own.length > 0 && <Group key={kind} heading={headings[kind]} findings={own} onGo={onGo} />;
      })}
    </>
  );
}
