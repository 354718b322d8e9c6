import type { QueryForm } from '../../../../../shared/query/query-form';

/** What each part of the form is given. */
export interface FormPartProps {
  readonly form: QueryForm;
  readonly change: (changed: Partial<QueryForm>) => void;
}
