import type { ImportChoice, ImportDecision, ImportPlan } from '../../../shared/contract/program/intake';

/** What a piece of the import dialog is given: it asks about one file. */
export interface DecisionProps {
  readonly plan: ImportPlan;
  readonly decision: ImportDecision;
  /** Null: nothing was said yet, and the guess stands. */
  readonly choice: ImportChoice | null;
  readonly onChange: (choice: ImportChoice) => void;
}
