/** The page of a dossier: one file that needs no script and fetches nothing, for screens and paper. */
import { certaintyWords, happenedWords, modeWords } from '../../../shared/accounts/account-words';
import { xmlText } from '../data/xml';
import type {
  Dossier,
  DossierAccount,
  DossierEvent,
  DossierPart,
  DossierPassage,
  DossierSource,
} from './dossier-types';
import { factName } from './make-contents';

type Said = Omit<Dossier, 'format' | 'version' | 'files'>;

const style = `:root{color-scheme:light dark;font:16px/1.55 Georgia,serif}body{max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid GrayText}blockquote{margin:.5rem 0 .5rem 1rem;padding-left:.75rem;border-left:3px solid GrayText}
mark{background:Mark;color:MarkText}.around{color:GrayText}small,dt{font-family:system-ui,sans-serif}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}
dd{margin:0}code{font-size:.85em}.redacted{font-style:italic}@media print{h2{break-before:auto}blockquote{break-inside:avoid}}`;

function facts(rows: readonly (readonly [string, string])[]): string {
  const told = rows.filter(([, value]) => value !== '');
  const drawn = told.map(([name, value]) => `<dt>${name}</dt><dd dir="auto">${value}</dd>`);
  return drawn.length === 0 ? '' : `<dl>${drawn.join('')}</dl>`;
}

const shownWords: Readonly<Record<DossierSource['shown'], string>> = {
  open: '',
  quotations: 'Redacted: only the quotations are shown, the rest of the text is blackened.',
  nothing: 'Redacted: nothing of the text is shown.',
};

function partHtml({ start, end, exact, before, after, state, first, page }: DossierPart): string {
  const words =
    exact === null
      ? '<span class="redacted">[words withheld]</span>'
      : `<span class="around">${xmlText(before === '' ? '' : `…${before}`)}</span><mark>${xmlText(exact)}</mark><span class="around">${xmlText(after === '' ? '' : `${after}…`)}</span>`;
  const where = start === null ? 'place withheld' : `characters ${start}–${end}`;
  const place = state === 'orphan' ? 'no longer in the text' : where;
  const once = first === null ? '' : `; first marked as “${xmlText(first)}”`;
  return `<blockquote dir="auto">${words}<br><small>${page === '' ? '' : `${xmlText(page)}, `}${place}${once}</small></blockquote>`;
}

function passageHtml(passage: DossierPassage, source: DossierSource | undefined): string {
  const { id, coder, markedAt, comment, tags } = passage;
  const who = [
    `<a href="#${id}">${id}</a>`,
    source ? `<a href="#${source.id}">${xmlText(source.title)}</a>` : '',
    coder === '' ? '' : `marked by ${xmlText(coder)}`,
    markedAt.slice(0, 10),
    ...tags.map(xmlText),
  ].filter((words) => words !== '');
  const said = comment === '' ? '' : `<p dir="auto">${xmlText(comment)}</p>`;
  return `<div id="${id}">${passage.parts.map(partHtml).join('')}<small>${who.join(' · ')}</small>${said}</div>`;
}

const links = (ids: readonly string[]): string => ids.map((id) => `<a href="#${id}">${id}</a>`).join(', ');

function accountHtml(account: DossierAccount): string {
  const { claimant, mode, value, certainty, dateWords, edtf, evidence, cues } = account;
  const who = claimant === '' ? 'A source' : claimant;
  const rows = facts([
    ['EDTF', xmlText(edtf)],
    ['In the words of the source', xmlText(dateWords)],
    ['How sure', certainty === '' ? '' : certaintyWords[certainty as keyof typeof certaintyWords]],
    ['Rests on', links(evidence)],
    ['Words that say how', links(cues)],
    ['Inferred', xmlText(account.inferredReason)],
    ['Preferred, because', xmlText(account.preferredReason ?? '')],
    ['Remark', xmlText(account.comment)],
  ]);
  return `<li><b>${xmlText(factName(account))}: ${xmlText(value)}</b> – ${xmlText(who)} ${modeWords[mode]}${rows}</li>`;
}

function eventHtml(event: DossierEvent): string {
  const rows = facts([
    ['When', xmlText(event.date)],
    ['In the words of the source', xmlText(event.dateWords)],
    ['Where', xmlText(event.place)],
    ['Type', xmlText(event.type)],
    ['Standing', happenedWords[event.happened as keyof typeof happenedWords] ?? ''],
    ['Facts in conflict', event.conflicts === 0 ? '' : String(event.conflicts)],
    ['Evidence', links(event.evidence)],
  ]);
  const about = event.description === '' ? '' : `<p dir="auto">${xmlText(event.description)}</p>`;
  const accounts = event.accounts.length === 0 ? '' : `<ul>${event.accounts.map(accountHtml).join('')}</ul>`;
  return `<section id="${event.id}"><h3 dir="auto">${xmlText(event.title)}</h3>${rows}${about}${accounts}</section>`;
}

function sourceHtml(source: DossierSource): string {
  const { id, title, authors, publisher, url, published, capturedAt, text, captures, shown } = source;
  const rows = facts([
    ['Id', id],
    ['Authors', xmlText(authors.join(', '))],
    ['Publisher', xmlText(publisher)],
    ['Address', xmlText(url)],
    ['Published', xmlText(published)],
    ['Captured', capturedAt],
    [
      'Text',
      text.file === null
        ? `not in the dossier${text.codePoints === null ? '' : ` (${text.codePoints} characters)`}`
        : `<a href="${text.file}">${text.file}</a>`,
    ],
    ['SHA-256 of the text', text.sha256 === null ? '' : `<code>${text.sha256}</code>`],
    ['Commitment', text.commitment === null ? '' : `<code>${text.commitment}</code>`],
    ...captures.map(({ sha256 }) => ['SHA-256 of the captured file', `<code>${sha256}</code>`] as const),
  ]);
  const redacted = shownWords[shown] === '' ? '' : `<p class="redacted">${shownWords[shown]}</p>`;
  return `<section id="${id}"><h3 dir="auto">${xmlText(title)}</h3>${redacted}${rows}</section>`;
}

const section = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<h2>${title}</h2>${items.join('\n')}`;

function relationHtml(from: string, type: string, to: string): string {
  return `<p>${from} ${type} ${to}</p>`;
}

/** The page as one HTML file. */
export function dossierPage(said: Said): string {
  const { title, madeAt, events, passages, sources, relations, losses } = said;
  const source = new Map(sources.map((each) => [each.id, each]));
  const name = new Map(
    events.map((event) => [event.id, `<a href="#${event.id}">${xmlText(event.title)}</a>`]),
  );
  const related = relations.map(({ from, to, type }) =>
    relationHtml(name.get(from) ?? from, type, name.get(to) ?? to),
  );
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><title>${xmlText(title)}</title><style>${style}</style></head><body>
<h1 dir="auto">${xmlText(title)}</h1>
<p>Made with Casebook, ${madeAt}. Offsets count Unicode code points of the texts in the folder <code>texts</code>. To check
every quotation, open <a href="verify/verify.html">verify/verify.html</a>.</p>
${section('Events', events.map(eventHtml))}
${section('Order and causes', related)}
${section(
  'Passages',
  passages.map((passage) => passageHtml(passage, source.get(passage.source))),
)}
${section('Sources', sources.map(sourceHtml))}
${section(
  'Not in this dossier',
  losses.length === 0 ? [] : [`<ul>${losses.map(({ words }) => `<li>${xmlText(words)}</li>`).join('')}</ul>`],
)}
</body></html>
`;
}
