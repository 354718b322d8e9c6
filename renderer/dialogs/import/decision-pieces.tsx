/** What is asked about a file before it is brought in: a piece of the dialog for each kind of decision. */
import type { ReactNode } from 'react';
import type { ImportDecision } from '../../../shared/contract/program/intake';
import type { DecisionProps } from './decision-props';
import { MergePreview } from './notebook/merge-preview';
import { TableMapping } from './table/table-mapping';

export const decisionPieces: Readonly<Record<ImportDecision['kind'], (props: DecisionProps) => ReactNode>> = {
  table: (props) => <TableMapping {...props} />,
  notebook: (props) => <MergePreview {...props} />,
};
