/** Bringing articles in: runs an import, follows its progress, and says what came of it. Where it comes from is told. */
import { create } from 'zustand';
import type {
  ImportChoice,
  ImportItem,
  ImportPlan,
  ImportProgress,
  ImportReport,
} from '../../shared/contract/program/intake';
import { bridge } from '../client/bridge';
import { app } from '../client/client';
import { go, useNavigation } from '../shell/navigation';
import { openNotebook, useNotebookState } from '../shell/notebook-state';
import { notify, notifyUndoable, run } from '../shell/notices';
import { closeDialog, openDialog, useDialog } from '../shell/open-dialog';
import { importedWords } from './imported-words';
import { forgetMergeStep, useMergeStep } from './merge-steps';

/** Null: nothing is being imported. */
export const useImportProgress = create<{ readonly progress: ImportProgress | null }>()(() => ({
  progress: null,
}));

let running = false;

/** A report that stands when another notebook takes the place of the one it is about becomes a line. */
function followNotebooks(): () => void {
  return useNotebookState.subscribe(({ round }, before) => {
    const { dialog } = useDialog.getState();
    if (round === before.round) return;
    if (dialog?.kind === 'import-files') closeDialog();
    if (dialog?.kind !== 'import-report') return;
    closeDialog();
    notify({ text: importedWords(dialog.report) });
  });
}

/** Called once at start. What is told of an import after its end (the reply can be quicker) is too late to show. */
export function followImports(): () => void {
  const stopNotebooks = followNotebooks();
  const stopProgress = bridge.listen((event) => {
    if (event.kind === 'import' && (running || event.progress.isWatched))
      useImportProgress.setState({ progress: event.progress });
    if (event.kind === 'merge') useMergeStep.setState({ step: event.step });
    if (event.kind === 'brought-in') sayBroughtIn(event.report);
  });
  return () => {
    stopNotebooks();
    stopProgress();
  };
}

/** What changed for passages matters more than that it can be undone, which the menu can too. */
function sayCapture(title: string, message: string): void {
  const text = `A newer capture of “${title}” is its new revision`;
  const review = { label: 'Review', run: () => go({ kind: 'review' }) };
  if (message) notify({ text, detail: message, action: review });
  else notifyUndoable(text, 'bringCapture');
}

function sayOne({ outcome, articleId, title, message }: ImportItem): void {
  const open = articleId
    ? { label: 'Read it', run: () => go({ kind: 'article', id: articleId }) }
    : undefined;
  if (outcome === 'recaptured') sayCapture(title, message);
  else if (outcome === 'imported') notify({ text: `Imported “${title}”`, detail: message, action: open });
  else if (outcome === 'joined') notify({ text: `Added to “${title}”`, detail: message, action: open });
  else notify({ text: `“${title}” is in the notebook already`, detail: message, action: open });
}

/** Who went on to something else meanwhile is told that there is a report, and not interrupted by it. */
function sayMany(report: ImportReport, hasGoneOn: boolean): void {
  const show = () => openDialog({ kind: 'import-report', report });
  if (hasGoneOn) notify({ text: importedWords(report), action: { label: 'Show the report', run: show } });
  else show();
}

/** What came from the watched folder is said and never interrupts; nothing new is not worth a word. */
function sayBroughtIn(report: ImportReport): void {
  useImportProgress.setState({ progress: null });
  const isNews = report.items.some(({ outcome }) => outcome !== 'known');
  if (!isNews) return;
  const show = () => openDialog({ kind: 'import-report', report });
  const text = `From the watched folder: ${importedWords(report)}`;
  notify({ text, action: { label: 'Show the report', run: show } });
}

/** One article that went in is said in a line; more, or one that was refused, in a report. */
function sayReport(report: ImportReport, hasGoneOn: boolean): void {
  const [only, ...others] = report.items;
  if (!only) notify({ text: report.cancelled ? 'The import was cancelled' : 'There was nothing to import' });
  else if (others.length === 0 && only.outcome !== 'refused' && !report.cancelled) sayOne(only);
  else sayMany(report, hasGoneOn);
}

type Import = () => Promise<ImportReport | null>;

async function follow(start: Import): Promise<void> {
  running = true;
  const began = useNavigation.getState().place;
  const { round } = useNotebookState.getState();
  const report = await run(start());
  running = false;
  useImportProgress.setState({ progress: null });
  forgetMergeStep();
  if (!report) return;
  const hasGoneOn = useNavigation.getState().place !== began || useDialog.getState().dialog !== null;
  // What went into another notebook cannot be shown in this one.
  if (useNotebookState.getState().round !== round) notify({ text: importedWords(report) });
  else sayReport(report, hasGoneOn);
}

/** The main process does one import at a time: what is brought in meanwhile waits its turn. */
let queue: Promise<void> = Promise.resolve();

function enqueue(start: Import): Promise<void> {
  queue = queue.then(() => follow(start));
  return queue;
}

/** What has to be decided is asked once, before anything is read. Null: the user thought better of it. */
async function startPlan(plan: ImportPlan | null): Promise<ImportReport | null> {
  if (!plan) return null;
  const choices = plan.decisions.length === 0 ? [] : await askDecisions(plan);
  forgetMergeStep();
  if (choices) return app.startImport({ planId: plan.id, choices: [...choices] });
  await app.leavePlan({ planId: plan.id });
  return null;
}

function askDecisions(plan: ImportPlan): Promise<readonly ImportChoice[] | null> {
  return new Promise((decide) => {
    const dialog = { kind: 'import-files', plan, decide } as const;
    openDialog(dialog);
    // Whatever else takes its place, another notebook too, the files stay where they are.
    const stop = useDialog.subscribe((state) => {
      if (state.dialog === dialog) return;
      stop();
      decide(null);
    });
  });
}

const importPicked = (pick: 'files' | 'folder') =>
  enqueue(async () => startPlan(await app.planImport({ pick })));

export const importFiles = (): Promise<void> => importPicked('files');
export const importFolder = (): Promise<void> => importPicked('folder');
export const importClipboard = (): Promise<void> => enqueue(() => app.importClipboard({}));
/** Brings in a newer capture of an article. */
export const importCapture = (articleId: string, from: 'file' | 'clipboard'): Promise<void> =>
  enqueue(() => app.bringCapture({ articleId, from }));
export const cancelImport = (): void => void run(app.cancelImport({}));
export const pauseImport = (paused: boolean): void => void run(app.pauseImport({ paused }));

export function importPasted(pasted: { readonly html: string; readonly text: string }): Promise<void> {
  return enqueue(() => app.importPaste(pasted));
}

/** Files dropped on the window: a notebook is opened, anything else imported. */
export async function takeDropped(paths: readonly string[]): Promise<void> {
  const notebook = paths.find((path) => path.toLowerCase().endsWith('.casebook'));
  if (notebook) await openNotebook(notebook);
  else if (useNotebookState.getState().kind !== 'open')
    notify({ text: 'Open a notebook or make a new one first' });
  else if (paths.length > 0)
    await enqueue(async () => startPlan(await app.planImport({ paths: [...paths] })));
}
