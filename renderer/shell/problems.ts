/** What went wrong with a whole file: shown as a dialog with the way out, not as a passing notice. */
import { create } from 'zustand';
import { CasebookError } from '../../shared/model/result';
import { bridge } from '../client/bridge';

export interface Problem {
  readonly error: unknown;
  readonly path: string | null;
}

export const useProblem = create<{ readonly problem: Problem | null }>()(() => ({ problem: null }));

export function closeProblem(): void {
  useProblem.setState({ problem: null });
}

export function reportProblem(error: unknown, path: string | null = null): void {
  if (error instanceof CasebookError && error.code === 'cancelled') return;
  useProblem.setState({ problem: { error, path } });
}

/** Called once at start. */
export function followProblems(): () => void {
  return bridge.listen((event) => {
    if (event.kind === 'problem') reportProblem(new CasebookError(event.code, event.message), event.path);
  });
}
