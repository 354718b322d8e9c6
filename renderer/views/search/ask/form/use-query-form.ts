/** The form of a query while it is filled in: it follows the query when that is changed elsewhere. Draws nothing. */
import { useEffect, useRef, useState } from 'react';
import { formOfQuery, type QueryForm, queryOfForm } from '../../../../../shared/query/query-form';

/** This long after the last key the query follows. */
const settleMs = 200;

export function useQueryForm(query: string, onChange: (query: string) => void) {
  const [form, setForm] = useState<QueryForm>(() => formOfQuery(query));
  const sent = useRef(query);
  const latest = useRef(form);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  latest.current = form;
  const say = useRef(onChange);
  say.current = onChange;
  useEffect(() => {
    if (query === sent.current) return;
    clearTimeout(timer.current);
    sent.current = query;
    setForm(formOfQuery(query));
  }, [query]);
  const send = () => {
    sent.current = queryOfForm(latest.current);
    say.current(sent.current);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (changed: Partial<QueryForm>) => {
    setForm((before) => ({ ...before, ...changed }));
    clearTimeout(timer.current);
    timer.current = setTimeout(send, settleMs);
  };
  return { form, change };
}
