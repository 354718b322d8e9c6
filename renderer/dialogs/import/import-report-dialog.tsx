/** What came of an import, row by row: filtered by what became of it, by the reason, or by words; copied, or kept as a table. */
import { useDeferredValue, useMemo, useState } from 'react';
import type { ImportItem, ImportOutcome, ImportReport } from '../../../shared/contract/program/intake';
import { app, commands } from '../../client/client';
import { fileName } from '../../intake/file-name';
import { importedWords, outcomes } from '../../intake/imported-words';
import { saveTable } from '../../parts/export/export-menu';
import { go } from '../../shell/navigation';
import { notify, notifyUndoable, run } from '../../shell/notices';
import { Button, LinkButton } from '../../ui/actions/button';
import { Segmented } from '../../ui/fields/segmented';
import { Select } from '../../ui/fields/select';
import { SearchField } from '../../ui/fields/text-field';
import { Dialog } from '../../ui/overlays/dialog';
import type { DialogOf } from '../dialog-props';
import {
  anyReason,
  filterItems,
  placesOf,
  type ReportFilter,
  reasonsOf,
  reportTable,
  reportText,
} from './report-rows';

interface ItemProps {
  readonly item: ImportItem;
  /** The folder of its file, in the one that all files are in. */
  readonly place: string;
  readonly onClose: () => void;
}

function Item({ item, place, onClose }: ItemProps) {
  const { articleId, source, title, message } = item;
  const open = () => {
    onClose();
    if (articleId) go({ kind: 'article', id: articleId });
  };
  const file = fileName(source);
  const name = title || file;
  const from = [place, name === file ? '' : file].filter((part) => part !== '').join(' / ');
  return (
    <li className="py-1.5 border-b border-rule min-w-0">
      <div className="flex items-baseline gap-3 min-w-0">
        <span className="flex-1 min-w-0 truncate" dir="auto">
          {articleId ? <LinkButton onPress={open}>{name}</LinkButton> : name}
        </span>
        {from !== '' && (
          <span className="text-xs text-faint truncate max-w-[40%]" title={source} dir="auto">
            {from}
          </span>
        )}
      </div>
      {message && <p className="text-xs text-muted select-text break-words">{message}</p>}
    </li>
  );
}

/** So many at first, and with each press: drawing thousands takes its time. */
const shownAtOnce = 200;

interface RowsProps {
  readonly items: readonly ImportItem[];
  readonly placeOf: (source: string) => string;
  readonly onClose: () => void;
}

function Rows({ items, placeOf, onClose }: RowsProps) {
  const [most, setMost] = useState(shownAtOnce);
  const groups = outcomes.flatMap(({ outcome, title }) => {
    const own = items.filter((item) => item.outcome === outcome);
    return own.length === 0 ? [] : [{ title, own }];
  });
  let left = most;
  return (
    <>
      {groups.map(({ title, own }) => {
        const shown = own.slice(0, Math.max(0, left));
        left -= shown.length;
        if (shown.length === 0) return null;
        return (
          <section key={title} className="mb-4">
            <h3 className="text-xs text-muted border-b border-rule pb-1">
              {title} <span className="tabular-nums">({own.length.toLocaleString('en')})</span>
            </h3>
            <ul>
              {shown.map((item, index) => (
                <Item
                  key={`${index} ${item.source}`}
                  item={item}
                  place={placeOf(item.source)}
                  onClose={onClose}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {items.length === 0 && <p className="text-muted py-4">Nothing in the report has these words.</p>}
      {items.length > most && (
        <Button look="quiet" onPress={() => setMost(most + shownAtOnce * 5)}>
          Show more of {items.length.toLocaleString('en')}
        </Button>
      )}
    </>
  );
}

interface FilterBarProps {
  readonly report: ImportReport;
  readonly filter: ReportFilter;
  readonly onChange: (filter: ReportFilter) => void;
}

/** Only where there is enough to filter. */
function FilterBar({ report: { items }, filter, onChange }: FilterBarProps) {
  const present = outcomes.filter(({ outcome }) => items.some((item) => item.outcome === outcome));
  const reasons = reasonsOf(items);
  if (items.length < 6) return null;
  const choices: readonly { readonly value: ImportOutcome | 'all'; readonly label: string }[] = [
    { value: 'all', label: 'All' },
    ...present.map(({ outcome, label }) => ({ value: outcome, label })),
  ];
  return (
    <div className="flex flex-col gap-2 mb-3">
      {present.length > 1 && (
        <Segmented
          label="What became of it"
          labelHidden
          value={filter.outcome}
          choices={choices}
          onChange={(outcome) => onChange({ ...filter, outcome })}
        />
      )}
      <div className="flex gap-2">
        <div className="flex-1 min-w-0">
          <SearchField
            label="Find in the report"
            placeholder="Name, title or reason"
            value={filter.words}
            onChange={(words) => onChange({ ...filter, words })}
          />
        </div>
        {reasons.length > 1 && (
          <div className="w-56 min-w-0">
            <Select
              label="Reason"
              labelHidden
              value={filter.reason}
              choices={[{ value: anyReason, label: 'Any reason' }, ...reasons]}
              onChange={(reason) => onChange({ ...filter, reason })}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** Articles that were not in the notebook before. */
const broughtBy = ({ items }: ImportReport): readonly string[] => [
  ...new Set(
    items.flatMap(({ outcome, articleId }) => (outcome === 'imported' && articleId ? articleId : [])),
  ),
];

/** An import is no step of the history: who brought in the wrong folder has all of it out again in one. */
async function trash(ids: readonly string[]): Promise<void> {
  const done = await run(commands.trashArticles({ ids: [...ids] }));
  const words = ids.length === 1 ? '1 article' : `${ids.length.toLocaleString('en')} articles`;
  if (done !== undefined) notifyUndoable(`${words} moved to the trash`, 'trashArticles');
}

export function ImportReportDialog({ dialog: { report }, onClose }: DialogOf<'import-report'>) {
  const [filter, setFilter] = useState<ReportFilter>({ outcome: 'all', reason: anyReason, words: '' });
  const asked = useDeferredValue(filter);
  const items = useMemo(() => filterItems(report.items, asked), [report, asked]);
  const placeOf = useMemo(() => placesOf(report.items), [report]);
  const brought = broughtBy(report);
  const takeBack = () => {
    onClose();
    void trash(brought);
  };
  const copy = async () => {
    await run(app.copyText({ text: reportText(items) }));
    notify({ text: 'The report was copied' });
  };
  return (
    <Dialog
      title={importedWords(report)}
      isOpen
      size="large"
      onClose={onClose}
      footer={
        <>
          {brought.length > 0 && (
            <span className="me-auto">
              <Button look="quiet" onPress={takeBack}>
                Move what came to the trash
              </Button>
            </span>
          )}
          <Button onPress={() => void copy()}>Copy</Button>
          <Button onPress={() => void saveTable('Import report', () => reportTable(items))}>
            Save as CSV…
          </Button>
          <Button look="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <FilterBar report={report} filter={filter} onChange={setFilter} />
      <Rows key={JSON.stringify(asked)} items={items} placeOf={placeOf} onClose={onClose} />
    </Dialog>
  );
}
