/** What is asked about a file before it is brought in: a component for each kind of decision. */
import type { ComponentType } from 'react';
import type { ImportDecision } from '../../../shared/contract/program/intake';
import type { DecisionProps } from './decision-props';
import { MergePreview } from './notebook/merge-preview';
import { TableMapping } from './table/table-mapping';

export const decisionPieces: Readonly<Partial<Record<ImportDecision['kind'], ComponentType<DecisionProps>>>> =
  { table: TableMapping, notebook: MergePreview };
